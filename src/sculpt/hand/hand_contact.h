#pragma once

#include "mesh/mesh.h"
#include "sculpt/hand/hand_figures.h"
#include "sculpt/hand/hand_pose.h"

namespace dorsum::sculpt {

/// From the hand's frame to where the hand lies on a skin z = 0: the contact at the origin, the flesh
/// below the skin by what gives way.
[[nodiscard]] Frame placed_on_skin(const HandFigures& hand, const HandPose& pose, const PosedJoints& joints);

/// The posed hand as it lies there, what is below the skin pressed flat. Millimetres.
[[nodiscard]] mesh::TriangleMesh lying_hand(const HandFigures& hand, const HandPose& pose, const PosedJoints& joints,
                                            const Frame& placement, float voxel_mm, std::size_t triangles);

/// The hand at rest, in its own frame. Millimetres.
[[nodiscard]] mesh::TriangleMesh resting_hand(const HandFigures& hand, float voxel_mm, std::size_t triangles);

}  // namespace dorsum::sculpt
