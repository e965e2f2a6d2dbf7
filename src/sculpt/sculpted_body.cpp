#include "sculpt/sculpted_body.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "core/log.h"
#include "core/translate.h"
#include "core/units.h"
#include "sculpt/catalogue.h"
#include "sculpt/figure_field.h"
#include "sculpt/landmarks.h"
#include "sculpt/levels.h"
#include "sculpt/muscle/muscles.h"
#include "sculpt/organ/organs.h"
#include "sculpt/skeleton/axial_skeleton.h"
#include "sculpt/skeleton/limb_skeleton.h"
#include "sculpt/skin_tints.h"
#include "sculpt/surface.h"
#include "sculpt/table_furniture.h"
#include "sculpt/towel.h"

namespace dorsum::sculpt {
namespace {

constexpr float skin_voxel_mm = 2.0F;
constexpr float anatomy_voxel_mm = 2.0F;
constexpr float band_voxels = 3.0F;
constexpr float anatomy_closing_mm = 13.0F;
constexpr float anatomy_softening_mm = 5.0F;
constexpr float fat_blur_exponent = 1.2F;
/// More closing than this would fill the gap between arm and trunk.
constexpr float most_anatomy_closing_mm = 18.0F;
constexpr float innermost_forearm_x_mm = 215.0F;
constexpr std::size_t skin_triangles = 72000;
constexpr int skin_smoothing_rounds = 12;
constexpr int coarser_level_count = 2;
constexpr float lowest_trunk_y_mm = -420.0F;
/// The table's end stays at the shoulders of shorter and taller people.
constexpr float shoulders_y_mm = 340.0F;

/// The figures of the skin themselves give the outline of the forearm and the hand: no fat is measured over them.
bool shapes_skin(const Structure& structure) {
    return std::ranges::any_of(structure.mesh.positions,
                               [](const glm::vec3 at) { return at.x < innermost_forearm_x_mm; });
}

/// Everything that shapes the skin from beneath. More fat than the reference man's also fills the hollows between the
/// muscles and blurs their relief; less leaves them as they are in him.
DistanceGrid anatomy_under_skin(const std::vector<Structure>& skeleton, const std::vector<Structure>& muscles,
                                const float cover_mm, const float fat, const float coarseness) {
    std::vector<const mesh::TriangleMesh*> meshes;
    for (const std::span<const Structure> group : {std::span(skeleton), std::span(muscles)}) {
        for (const Structure& structure : group) {
            if (shapes_skin(structure)) {
                meshes.push_back(&structure.mesh);
            }
        }
    }
    const float voxel_mm = anatomy_voxel_mm * coarseness;
    DistanceGrid grid(voxel_mm, band_voxels * voxel_mm);
    grid.add_all_with_mirrors(meshes);
    const float blur = std::pow(std::max(fat, 1.0F), fat_blur_exponent);
    return grid.closed(std::min(anatomy_closing_mm * blur, most_anatomy_closing_mm), cover_mm + cover_blend_mm)
        .softened(anatomy_softening_mm * blur);
}

float foremost_z(const std::vector<Structure>& muscles, const Warp& warp) {
    float front = 0.0F;
    for (const Structure& muscle : muscles) {
        for (const glm::vec3 at : muscle.mesh.positions) {
            front = at.y > lowest_trunk_y_mm ? std::min(front, warp(at).z) : front;
        }
    }
    return front;
}

mesh::TriangleMesh in_metres(mesh::TriangleMesh mesh) {
    for (glm::vec3& at : mesh.positions) {
        at *= metres_from_mm(1.0F);
    }
    return mesh;
}

/// Fibres and the share of tendon as the file has them, carried along by the warp.
std::vector<glm::vec4> packed_fibres(const Structure& structure, const Warp& warp) {
    std::vector<glm::vec4> fibres;
    for (std::size_t i = 0; i < structure.fibres.size(); ++i) {
        fibres.emplace_back(warp.tangent(structure.mesh.positions[i], structure.fibres[i]), structure.tendon[i]);
    }
    return fibres;
}

void add_parts(mesh::Model& model, const std::vector<Structure>& structures, const Warp& warp) {
    for (const Structure& structure : structures) {
        mesh::TriangleMesh mesh = in_metres(warp.warped(structure.mesh));
        mesh.fibres = packed_fibres(structure, warp);
        mesh.coarser = coarser_levels(mesh, coarser_level_count);
        const bool paired = structure.pairing == Pairing::paired;
        const std::string name = structure.id + (paired ? "_right" : "");
        model.parts.push_back({name, std::move(mesh)});
        if (paired) {
            model.parts.push_back({structure.id + "_left", {}, name});
        }
    }
}

void add_surroundings(mesh::Model& model, const FigureField& figure, const Figures& figures) {
    const float top = figure.table_top_z();
    const glm::vec3 moved(0.0F, (figure.warp().scale() - 1.0F) * shoulders_y_mm, 0.0F);
    log::info(tr("Draping the towel"));
    model.parts.push_back({"towel", draped_towel([&](const glm::vec3 at) { return figure.whole(at); },
                                                 {figure.warp()({0.0F, figures.towel_top_y, 0.0F}).y, top})});
    log::info(tr("Upholstering the table"));
    model.parts.push_back(
        {"table", symmetric_surface([&](const glm::vec3 at) { return table_top_distance(at - moved, top); },
                                    {{0.0F, -1450.0F, top - 134.0F}, {380.0F, 430.0F, top + 46.0F}, 7.0F, 5000, 0})});
    model.parts.push_back(
        {"table_face_rest",
         symmetric_surface([&](const glm::vec3 at) { return face_rest_distance(at / figure.warp().scale()); },
                           {{0.0F, 240.0F, -240.0F}, {220.0F, 700.0F, -50.0F}, 5.0F, 4000, 4})});
}

SurfaceSettings skin_settings(const Warp& warp, const Detail& detail) {
    const float scale = warp.scale();
    return {glm::vec3(0.0F, -490.0F, -240.0F) * scale, glm::vec3(400.0F, 610.0F, 220.0F) * scale,
            skin_voxel_mm * detail.coarseness,
            static_cast<std::size_t>(static_cast<float>(skin_triangles) / (detail.coarseness * detail.coarseness)),
            skin_smoothing_rounds};
}

/// What the catalogue of a body is checked against.
std::vector<Structure> without_meshes(const std::initializer_list<std::span<const Structure>> groups) {
    std::vector<Structure> structures{{"skin", Layer::skin, Pairing::middle, {}, {}, {}}};
    for (const std::span<const Structure> group : groups) {
        for (const Structure& structure : group) {
            structures.push_back({structure.id, structure.layer, structure.pairing, {}, {}, {}});
        }
    }
    return structures;
}

template <typename Items>
void append(Items& to, Items from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

Result<SharedAnatomy> shared_anatomy(const std::filesystem::path& figures_folder, const Detail& detail) {
    log::info(tr("Building the bones"));
    SharedAnatomy shared;
    for (auto* const part : {axial_skeleton, limb_skeleton}) {
        auto bones = part(figures_folder, detail);
        if (!bones) {
            return tl::unexpected(bones.error());
        }
        append(shared.skeleton, *std::move(bones));
    }
    log::info(tr("Building the organs"));
    auto inner = organs(figures_folder, detail);
    if (!inner) {
        return tl::unexpected(inner.error());
    }
    shared.organs = *std::move(inner);
    return shared;
}

Result<SculptedBody> sculpt_body(const BodyParameters& parameters, const SharedAnatomy& shared,
                                 const std::filesystem::path& figures_folder, const Detail& detail) {
    const auto figures = load_figures(figures_folder / "skin.toml");
    if (!figures) {
        return tl::unexpected(figures.error());
    }
    auto cover = SkinCover::load(figures_folder / "fat.toml");
    if (!cover) {
        return tl::unexpected(cover.error());
    }
    auto folds = FatFolds::load(figures_folder / "fat.toml");
    if (!folds) {
        return tl::unexpected(folds.error());
    }
    log::info(tr("Laying the muscles over the bones"));
    const auto flesh = muscles(figures_folder, shared.skeleton, parameters.muscle_thickness, detail);
    if (!flesh) {
        return tl::unexpected(flesh.error());
    }
    const std::filesystem::path names = figures_folder / "catalogue.toml";
    const auto entries = load_catalogue(names);
    if (!entries) {
        return tl::unexpected(entries.error());
    }
    auto catalogue =
        catalogue_text(parameters.name, *entries, without_meshes({*flesh, shared.skeleton, shared.organs}), names);
    if (!catalogue) {
        return tl::unexpected(catalogue.error());
    }
    DistanceGrid anatomy = anatomy_under_skin(shared.skeleton, *flesh, cover->most_mm(parameters.fat_thickness),
                                              parameters.fat_thickness, detail.coarseness);
    const FigureField figure({*figures, parameters, *std::move(cover), *std::move(folds), std::move(anatomy),
                              foremost_z(*flesh, Warp(parameters))});
    SculptedBody body;
    body.model.file = parameters.name + ".glb";
    body.catalogue_toml = *std::move(catalogue);
    log::info(tr("Stretching the skin over the muscles"));
    body.model.parts.push_back({"skin", symmetric_surface([&](const glm::vec3 at) { return figure.shown(at); },
                                                          skin_settings(figure.warp(), detail))});
    mesh::TriangleMesh& skin = body.model.parts.front().mesh;
    skin.tints = skin_tints(skin, *figures, parameters, figure.warp());
    skin.coarser = coarser_levels(skin, coarser_level_count);
    const auto points = find_skin_points(body.model.parts.front().mesh, *figures, figure.warp());
    if (!points) {
        return tl::unexpected(points.error());
    }
    body.landmarks_toml = landmarks_text(body.model.file, *points);
    add_surroundings(body.model, figure, *figures);
    for (const std::vector<Structure>* group : {&*flesh, &shared.skeleton, &shared.organs}) {
        add_parts(body.model, *group, figure.warp());
    }
    return body;
}

}  // namespace dorsum::sculpt
