#pragma once

#include <glm/vec3.hpp>
#include <vector>

#include "lesson/choreography.h"

namespace dorsum::scene {

/// A hollow that a hand presses into the skin: a Gaussian around its centre.
struct SkinDent {
    glm::vec3 centre{0.0F};  ///< on the skin at rest, body frame
    float radius_m = 0.0F;   ///< standard deviation
    float depth_m = 0.0F;
};

/// A place that has just been stroked and is flushed by it.
struct SkinFlush {
    glm::vec3 centre{0.0F};  ///< on the skin at rest, body frame
    float radius_m = 0.0F;   ///< where it ends
    float strength = 0.0F;   ///< 0 to 1
};

/// How deep the hands press now, metres at the middle of the contact.
struct Pressed {
    float left_m = 0.0F;
    float right_m = 0.0F;
};

/// The most dents and flushes of one picture, which the shaders have room for.
inline constexpr int most_dents = 8;
inline constexpr int most_flushes = 28;

/// How deep the hands press `time_s` into a step: 1.2 mm for each of the five degrees of pressure, evened out over
/// half a second, as no hand presses or lets go at once. Pure.
[[nodiscard]] Pressed pressed_at(const lesson::Choreography& choreography, int step, double time_s);

/// Where the skin is flushed by what the hands did in the last six seconds of the step, fading. Pure; at most
/// most_flushes.
[[nodiscard]] std::vector<SkinFlush> flushes_at(const lesson::Choreography& choreography, int step, double time_s);

}  // namespace dorsum::scene
