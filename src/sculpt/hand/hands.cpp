#include "sculpt/hand/hands.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "core/units.h"
#include "mesh/glb_export.h"
#include "sculpt/hand/hand_contact.h"
#include "sculpt/hand/hand_export.h"

namespace dorsum::sculpt {
namespace {

constexpr float voxel_mm = 1.3F;
constexpr float triangles = 7000.0F;
constexpr float tint_begins_y_mm = 20.0F;  ///< on the hand, beyond the crease of the wrist

mesh::TriangleMesh in_metres(mesh::TriangleMesh mesh) {
    for (glm::vec3& at : mesh.positions) {
        at *= metres_from_mm(1.0F);
    }
    return mesh;
}

/// How far towards the elbow each vertex lies, a millimetre a step: what fades or wears a band along the forearm asks.
std::vector<glm::u8vec4> forearm_tints(const PosedHand& hand) {
    std::vector<glm::u8vec4> tints;
    for (const glm::vec3 at : hand.mesh.positions) {
        const float towards_elbow = tint_begins_y_mm - hand.placement.to_local(at).y;
        tints.emplace_back(static_cast<std::uint8_t>(std::lround(std::clamp(towards_elbow, 0.0F, 255.0F))), 255, 255,
                           255);
    }
    return tints;
}

}  // namespace

Result<Hands> sculpt_hands(const std::filesystem::path& figures_folder, const Detail& detail) {
    Hands hands;
    auto figures = load_hand_figures(figures_folder / "hand.toml");
    if (!figures) {
        return tl::unexpected(figures.error());
    }
    hands.figures = std::move(*figures);
    auto poses = load_hand_poses(figures_folder / "hand_poses.toml", hands.figures);
    if (!poses) {
        return tl::unexpected(poses.error());
    }
    hands.poses = std::move(*poses);
    const float voxel = voxel_mm * detail.coarseness;
    const auto count = static_cast<std::size_t>(triangles / (detail.coarseness * detail.coarseness));
    hands.at_rest = resting_hand(hands.figures, voxel, count);
    hands.weights = joint_weights(hands.figures, hands.at_rest.positions);
    for (const HandPose& pose : hands.poses.poses) {
        PosedHand hand{pose.name, posed(hands.figures, pose), {}, {}};
        hand.placement = placed_on_skin(hands.figures, pose, hand.joints);
        hand.mesh = lying_hand(hands.figures, pose, hand.joints, hand.placement, voxel, count);
        hands.posed.push_back(std::move(hand));
    }
    return hands;
}

Result<void> write_hands(const Hands& hands, const std::filesystem::path& output_folder) {
    mesh::Model model;
    model.file = "hand_poses.glb";
    for (const PosedHand& hand : hands.posed) {
        mesh::TriangleMesh mesh = in_metres(hand.mesh);
        mesh.tints = forearm_tints(hand);
        model.parts.push_back({"hand_" + hand.name, std::move(mesh)});
    }
    if (auto written = mesh::export_glb(model, output_folder / model.file); !written) {
        return written;
    }
    return export_skinned_hands(hands, output_folder / "hands.glb");
}

}  // namespace dorsum::sculpt
