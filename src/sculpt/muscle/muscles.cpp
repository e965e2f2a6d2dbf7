#include "sculpt/muscle/muscles.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/translate.h"
#include "sculpt/muscle/ground.h"
#include "sculpt/muscle/sheet_figures.h"
#include "sculpt/muscle/sheet_mesh.h"
#include "sculpt/skeleton/thorax_wall.h"
#include "sculpt/solid.h"

namespace dorsum::sculpt {
namespace {

constexpr float floor_voxel_mm = 1.75F;
constexpr float floor_reach_mm = 26.0F;

void append(mesh::TriangleMesh& to, const mesh::TriangleMesh& from) {
    const auto offset = static_cast<std::uint32_t>(to.positions.size());
    to.positions.insert(to.positions.end(), from.positions.begin(), from.positions.end());
    to.normals.insert(to.normals.end(), from.normals.begin(), from.normals.end());
    for (const std::uint32_t index : from.indices) {
        to.indices.push_back(index + offset);
    }
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The bones and, so that no muscle sinks between the ribs, the chest's wall; the bones of `under` as the roof.
Ground ground_of(const mesh::TriangleMesh& wall, const std::vector<Structure>& skeleton,
                 const std::vector<std::string>& under, const Detail& detail) {
    const auto empty = [&] {
        return DistanceGrid(floor_voxel_mm * std::clamp(detail.coarseness, 1.0F, 2.0F), floor_reach_mm);
    };
    mesh::TriangleMesh bones;
    mesh::TriangleMesh over;
    for (const Structure& bone : skeleton) {
        append(holds(under, bone.id) ? over : bones, bone.mesh);
    }
    Ground ground{under, empty(), {}};
    ground.floor.add(wall);
    ground.floor.add(bones);
    if (!over.indices.empty()) {
        ground.roof = empty();
        ground.roof->add(over);
    }
    return ground;
}

/// One for every choice of structures that muscles lie under.
std::vector<Ground> grounds_of(const std::vector<std::vector<Muscle>>& files, const mesh::TriangleMesh& wall,
                               const std::vector<Structure>& skeleton, const Detail& detail) {
    std::vector<Ground> grounds;
    for (const std::vector<Muscle>& muscles : files) {
        for (const Muscle& muscle : muscles) {
            if (std::none_of(grounds.begin(), grounds.end(),
                             [&](const Ground& ground) { return ground.under == muscle.under; })) {
                grounds.push_back(ground_of(wall, skeleton, muscle.under, detail));
            }
        }
    }
    return grounds;
}

/// Fails where a muscle lies under something that is no bone of the skeleton.
Result<void> check_under(const std::vector<Muscle>& muscles, const std::vector<Structure>& skeleton,
                         const std::filesystem::path& path) {
    for (const Muscle& muscle : muscles) {
        for (const std::string& over : muscle.under) {
            if (std::none_of(skeleton.begin(), skeleton.end(),
                             [&](const Structure& bone) { return bone.id == over; })) {
                return failure(path.string(), muscle.id + tr(" lies under what is no bone: ") + over,
                               tr("Name bones of the skeleton in its list `under`"));
            }
        }
    }
    return {};
}

/// The file's muscles as structures, each laid over its ground; all grounds then hold it too.
void lay(const std::vector<Muscle>& muscles, std::vector<Ground>& grounds, SheetSettings settings,
         std::vector<Structure>& structures) {
    for (const Muscle& muscle : muscles) {
        std::vector<Structure> laid;
        const auto ground =
            std::find_if(grounds.begin(), grounds.end(), [&](const Ground& one) { return one.under == muscle.under; });
        for (const Sheet& sheet : muscle.sheets) {
            settings.seed += 16;
            for (SheetPiece& piece : sheet_pieces(sheet, *ground, settings)) {
                auto found = std::find_if(laid.begin(), laid.end(),
                                          [&](const Structure& structure) { return structure.id == piece.id; });
                if (found == laid.end()) {
                    found = laid.insert(laid.end(), {piece.id, muscle.layer, Pairing::paired, {}, {}, {}});
                }
                append(found->mesh, piece.mesh);
                found->fibres.insert(found->fibres.end(), piece.fibres.begin(), piece.fibres.end());
                found->tendon.insert(found->tendon.end(), piece.tendon.begin(), piece.tendon.end());
            }
        }
        for (Structure& structure : laid) {
            for (Ground& each : grounds) {
                each.floor.add(structure.mesh);
            }
            structures.push_back(std::move(structure));
        }
    }
}

}  // namespace

Result<std::vector<Structure>> muscles(const std::filesystem::path& figures_folder,
                                       const std::vector<Structure>& skeleton, const float thickness,
                                       const Detail& detail) {
    constexpr std::array<const char*, 3> files_from_below{"muscles_deep.toml", "muscles_intermediate.toml",
                                                          "muscles_superficial.toml"};
    const Result<Solid> wall = thorax_wall(figures_folder);
    if (!wall) {
        return tl::unexpected(wall.error());
    }
    std::vector<std::vector<Muscle>> files;
    for (const char* name : files_from_below) {
        Result<std::vector<Muscle>> loaded = load_muscles(figures_folder / name);
        if (!loaded) {
            return tl::unexpected(loaded.error());
        }
        if (const auto checked = check_under(*loaded, skeleton, figures_folder / name); !checked) {
            return tl::unexpected(checked.error());
        }
        files.push_back(std::move(*loaded));
    }
    std::vector<Ground> grounds =
        grounds_of(files, solid_surface(*wall, {2.0F * floor_voxel_mm, 24000, 0, 1.0F}), skeleton, detail);
    std::vector<Structure> structures;
    for (std::size_t i = 0; i < files.size(); ++i) {
        lay(files[i], grounds, {thickness, detail.coarseness, static_cast<unsigned>(i) * 4096U}, structures);
    }
    return structures;
}

}  // namespace dorsum::sculpt
