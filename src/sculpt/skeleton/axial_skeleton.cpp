#include "sculpt/skeleton/axial_skeleton.h"

#include <algorithm>
#include <string>
#include <utility>

#include "sculpt/skeleton/bone_surface.h"
#include "sculpt/skeleton/disc.h"
#include "sculpt/skeleton/ribs.h"
#include "sculpt/skeleton/sacrum.h"
#include "sculpt/skeleton/spine.h"
#include "sculpt/skeleton/vertebra.h"

namespace dorsum::sculpt {
namespace {

/// Settings as they are shipped, made coarser as asked.
MeshingSettings settings(const float voxel_mm, const std::size_t triangles, const Detail& detail) {
    MeshingSettings result;
    result.voxel_mm = voxel_mm * detail.coarseness;
    result.triangles =
        static_cast<std::size_t>(static_cast<float>(triangles) / (detail.coarseness * detail.coarseness));
    result.smoothing_rounds = 5;
    result.shading_step_mm = 0.7F;
    return result;
}

Structure middle(std::string id, const Solid& solid, const MeshingSettings& how) {
    return {std::move(id), Layer::skeleton, Pairing::middle, symmetric_bone_surface(solid, how), {}, {}};
}

Structure paired(std::string id, const Solid& solid, const MeshingSettings& how) {
    return {std::move(id), Layer::skeleton, Pairing::paired, solid_surface(solid, how), {}, {}};
}

void add_vertebrae(std::vector<Structure>& structures, const Spine& spine, const Detail& detail) {
    for (std::size_t i = 0; i < spine.vertebrae.size(); ++i) {
        const bool lumbar = spine.vertebrae[i].region == SpineRegion::lumbar;
        structures.push_back(middle("vertebra_" + spine.vertebrae[i].name, vertebra_solid(spine, i),
                                    settings(lumbar ? 1.1F : 0.95F, 1700, detail)));
    }
    Structure discs{"intervertebral_discs", Layer::skeleton, Pairing::middle, {}, {}, {}};
    std::vector<mesh::TriangleMesh> each_disc;
    for (std::size_t i = 1; i < spine.vertebrae.size(); ++i) {
        each_disc.push_back(disc_mesh(spine, i));
    }
    std::vector<const mesh::TriangleMesh*> all_discs;
    for (const mesh::TriangleMesh& disc : each_disc) {
        all_discs.push_back(&disc);
    }
    discs.mesh = mesh::joined(all_discs);
    structures.push_back(std::move(discs));
}

void add_thorax(std::vector<Structure>& structures, const RibCage& cage, const Spine& spine, const Detail& detail) {
    for (std::size_t i = 0; i < cage.ribs.size(); ++i) {
        structures.push_back(
            paired("rib_" + std::to_string(i + 1), rib_solid(cage, spine, i), settings(1.2F, 900, detail)));
    }
    structures.push_back(paired("costal_cartilage", cartilage_solid(cage, spine), settings(1.5F, 1500, detail)));
    structures.push_back(middle("sternum", sternum_solid(cage), settings(1.4F, 1000, detail)));
}

}  // namespace

Result<std::vector<Structure>> axial_skeleton(const std::filesystem::path& figures_folder, const Detail& detail) {
    const auto spine = load_spine(figures_folder);
    if (!spine) {
        return tl::unexpected(spine.error());
    }
    const auto sacrum = sacrum_and_coccyx(figures_folder, *spine);
    if (!sacrum) {
        return tl::unexpected(sacrum.error());
    }
    const auto cage = load_rib_cage(figures_folder);
    if (!cage) {
        return tl::unexpected(cage.error());
    }
    std::vector<Structure> structures;
    add_vertebrae(structures, *spine, detail);
    structures.push_back(middle("sacrum", sacrum->sacrum, settings(1.2F, 2500, detail)));
    structures.push_back(middle("coccyx", sacrum->coccyx, settings(0.9F, 500, detail)));
    add_thorax(structures, *cage, *spine, detail);
    return structures;
}

}  // namespace dorsum::sculpt
