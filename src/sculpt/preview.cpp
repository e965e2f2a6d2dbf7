#include "sculpt/preview.h"

#include <utility>

#include "core/units.h"
#include "sculpt/muscle/muscles.h"
#include "sculpt/organ/organs.h"
#include "sculpt/skeleton/axial_skeleton.h"
#include "sculpt/skeleton/limb_skeleton.h"
#include "sculpt/structure.h"

namespace dorsum::sculpt {
namespace {

using Structures = std::vector<Structure>;

mesh::TriangleMesh in_metres(const Structure& structure, const float side) {
    mesh::TriangleMesh mesh = structure.mesh;
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        mesh.positions[i] *= metres_from_mm(1.0F);
        mesh.positions[i].x *= side;
        if (!mesh.normals.empty()) {
            mesh.normals[i].x *= side;
        }
    }
    for (std::size_t i = 0; side < 0.0F && i + 2 < mesh.indices.size(); i += 3) {
        std::swap(mesh.indices[i], mesh.indices[i + 1]);
    }
    return mesh;
}

mesh::Model model_of(const Structures& structures) {
    mesh::Model model;
    for (const Structure& structure : structures) {
        if (structure.pairing == Pairing::middle) {
            model.parts.push_back({structure.id, in_metres(structure, 1.0F)});
            continue;
        }
        model.parts.push_back({structure.id + "_right", in_metres(structure, 1.0F)});
        model.parts.push_back({structure.id + "_left", in_metres(structure, -1.0F)});
    }
    return model;
}

Result<Structures> both(Result<Structures> one, Result<Structures> other) {
    if (one && other) {
        one->insert(one->end(), std::make_move_iterator(other->begin()), std::make_move_iterator(other->end()));
    }
    return one && !other ? std::move(other) : std::move(one);
}

Result<Structures> group_of(const std::string& group, const std::filesystem::path& folder, const Detail& detail) {
    if (group == "axial_skeleton") {
        return axial_skeleton(folder, detail);
    }
    if (group == "limb_skeleton") {
        return limb_skeleton(folder, detail);
    }
    if (group == "organs") {
        return organs(folder, detail);
    }
    Result<Structures> skeleton = both(axial_skeleton(folder, detail), limb_skeleton(folder, detail));
    if (group == "skeleton" || !skeleton) {
        return skeleton;
    }
    Result<Structures> covering = muscles(folder, *skeleton, 1.0F, detail);
    return both(std::move(skeleton), std::move(covering));
}

}  // namespace

std::vector<std::string> preview_groups() {
    return {"axial_skeleton", "limb_skeleton", "skeleton", "muscles", "organs"};
}

Result<mesh::Model> preview(const std::string& group, const std::filesystem::path& figures_folder,
                            const Detail& detail) {
    const auto structures = group_of(group, figures_folder, detail);
    if (!structures) {
        return tl::unexpected(structures.error());
    }
    return model_of(*structures);
}

}  // namespace dorsum::sculpt
