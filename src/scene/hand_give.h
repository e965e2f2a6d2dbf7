#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>

namespace dorsum::scene {

enum class HandPose;

/// How a posed hand gives way, in its own frame (HandModels), metres: our own choice by what bends in a living hand.

/// How far a place of the hand follows the skin, 0 (stiff) to 1. `towards_elbow_mm` as in HandModels.
[[nodiscard]] float flexibility_at(HandPose pose, glm::vec3 at, float towards_elbow_mm);

/// With which place of the hand its stiff parts rise and sink.
[[nodiscard]] glm::vec2 wrist_of(HandPose pose);

/// Where a hand presses: a Gaussian of that standard deviation.
struct PressingSpot {
    glm::vec2 place_m{0.0F};
    float radius_m = 0.0F;
    float share = 0.0F;  ///< of the depth
};
[[nodiscard]] std::span<const PressingSpot> pressing_spots(HandPose pose);

/// The share of the depth to which the skin is pressed at a place.
[[nodiscard]] float sinking_at(HandPose pose, glm::vec3 at);

}  // namespace dorsum::scene
