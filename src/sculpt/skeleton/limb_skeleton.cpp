#include "sculpt/skeleton/limb_skeleton.h"

#include <algorithm>
#include <array>

#include "sculpt/skeleton/limb_bone.h"

namespace dorsum::sculpt {
namespace {

constexpr std::array figure_files{"scapula.toml", "shoulder_arm.toml", "hip.toml", "skull.toml"};
constexpr int smoothing_rounds = 3;

Structure built(const LimbBone& bone, const Detail& detail) {
    MeshingSettings settings;
    settings.voxel_mm = bone.voxel_mm * detail.coarseness;
    const float fewer = std::max(1.0F, detail.coarseness * detail.coarseness);
    settings.triangles = static_cast<std::size_t>(static_cast<float>(bone.triangles) / fewer);
    settings.smoothing_rounds = smoothing_rounds;
    settings.shading_step_mm = bone.voxel_mm;
    Structure structure;
    structure.id = bone.id;
    structure.layer = Layer::skeleton;
    structure.pairing = bone.pairing;
    // Bones of the midline too: the seam of two halves would take most of the triangles of one as hollow as the skull.
    structure.mesh = solid_surface(solid_of(bone), settings);
    return structure;
}

}  // namespace

Result<std::vector<Structure>> limb_skeleton(const std::filesystem::path& figures_folder, const Detail& detail) {
    std::vector<Structure> structures;
    for (const char* file : figure_files) {
        const auto bones = load_limb_bones(figures_folder / file);
        if (!bones) {
            return tl::unexpected(bones.error());
        }
        for (const LimbBone& bone : *bones) {
            structures.push_back(built(bone, detail));
        }
    }
    return structures;
}

}  // namespace dorsum::sculpt
