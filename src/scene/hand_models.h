#pragma once

#include <array>
#include <glm/mat4x4.hpp>
#include <optional>
#include <vector>

#include "lesson/choreography.h"
#include "mesh/mesh.h"
#include "mesh/spatial_index.h"

namespace dorsum::scene {

enum class HandPose { flat_palm, thumbs, fingertips };
inline constexpr int hand_pose_count = 3;

/// Right hands in metres, the place that touches the skin at the origin, +z out of the skin, fingers to
/// +y. A left hand is the mirror image in x.
struct HandModels {
    std::array<mesh::TriangleMesh, hand_pose_count> poses;
};

/// Takes the poses (parts "hand_flat_palm", "hand_thumbs", "hand_fingertips") out of a model; empty when
/// one is missing.
[[nodiscard]] std::optional<HandModels> hand_models_from(mesh::Model model);

/// A hand where it is now.
struct HandShown {
    lesson::Hand hand = lesson::Hand::right;
    HandPose pose = HandPose::flat_palm;
    glm::mat4 body_from_hand{1.0F};  ///< of a left hand with the mirror image in it
    body::SkinPoint middle;          ///< of the hand, and the way its back looks, before the chest rose
};

[[nodiscard]] HandPose pose_for(lesson::Contact contact);

/// Lays the hands of a moment on the skin: turned to its slope under the whole hand, sunk in by no more
/// than flesh gives way, and lifted by `chest_rise` (0 to 1) as the skin is.
[[nodiscard]] std::vector<HandShown> place_hands(const HandModels& models, const mesh::SpatialIndex& skin,
                                                 const lesson::Moment& moment, float chest_rise);

}  // namespace dorsum::scene
