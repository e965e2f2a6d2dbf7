#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/error.h"
#include "mesh/mesh.h"
#include "sculpt/detail.h"
#include "sculpt/hand/hand_figures.h"
#include "sculpt/hand/hand_pose.h"
#include "sculpt/hand/hand_weights.h"

namespace dorsum::sculpt {

/// A right hand lying on a skin: the contact at the origin, the skin's outward normal +z, the hand
/// pointing to +y.
struct PosedHand {
    std::string name;         ///< of the pose
    PosedJoints joints{};     ///< in the hand's frame
    Frame placement;          ///< from the hand's frame to where it lies
    mesh::TriangleMesh mesh;  ///< millimetres, where it lies
};

struct Hands {
    HandFigures figures;
    HandPoses poses;
    mesh::TriangleMesh at_rest;         ///< millimetres, in the hand's frame
    std::vector<JointWeights> weights;  ///< of each vertex of `at_rest`
    std::vector<PosedHand> posed;
};

/// Builds the right hand at rest and in every pose from hand.toml and hand_poses.toml in the folder.
[[nodiscard]] Result<Hands> sculpt_hands(const std::filesystem::path& figures_folder, const Detail& detail);

/// Writes hands.glb (both hands with bones, see hand_export.h) and hand_poses.glb (the right hand
/// in each pose, in metres, parts `hand_` and the pose's name; red of the tint counts the millimetres from 20 mm
/// beyond the crease of the wrist towards the elbow).
[[nodiscard]] Result<void> write_hands(const Hands& hands, const std::filesystem::path& output_folder);

}  // namespace dorsum::sculpt
