#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <span>

namespace dorsum::scene {

enum class HandPose;

/// How a posed hand gives way, in its own frame (HandModels), metres: our own choice by what bends in a living hand.

/// How far a place of the hand follows the skin, 0 (stiff) to 1. `towards_elbow_mm` as in HandModels.
[[nodiscard]] float flexibility_at(HandPose pose, glm::vec3 at, float towards_elbow_mm);

/// With which place of the hand its stiff parts rise and sink.
[[nodiscard]] glm::vec2 anchor_of(HandPose pose);

/// From where to where along the hand its stiff parts lie as a straight line on the skin; nothing where they stay
/// parallel to the plane of the hand.
struct StraightPart {
    float from_y_m = 0.0F;
    float to_y_m = 0.0F;
};
[[nodiscard]] std::optional<StraightPart> straight_part_of(HandPose pose);

/// A joint from which a stiff end leads away, level with the plane of the hand or out of it, so that it clears the
/// skin and what lies on it.
struct Hinge {
    float at_y_m = 0.0F;
    float way = -1.0F;         ///< -1: the forearm, towards the elbow; +1: the hand, of a forearm that works
    bool continues = false;    ///< the end goes on as the skin before it slopes: a straight wrist
    float gives_way_m = 0.0F;  ///< how deep the end may lie in the skin
    float rises = 0.0F;        ///< at least, by the metre: who stands at the table has elbows over the wrists
};
[[nodiscard]] std::optional<Hinge> hinge_of(HandPose pose);

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
