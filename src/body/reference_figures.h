#pragma once

#include <array>
#include <glm/vec3.hpp>
#include <span>

#include "body/level.h"

namespace dorsum::body {

// The reference adult: a man of 1.75 m in the body frame, metres. Heights of the spinous processes,
// scapula, iliac crest and PSIS are BodyParts3D (Mitsuhashi et al. 2009, Database Center for Life
// Science) scaled by 1.05 to that stature; C7 and T9 to L5 are interpolated there between discs
// and muscles (within 8 mm). C4 to C6 are the heights of the vertebral bodies. Depths of the skin
// are the Visible Human Male's (HuBMAP Human Reference Atlas) scaled to 1.75 m.
inline constexpr float reference_stature_m = 1.75F;
inline constexpr float reference_vertex_m = 0.573F;       ///< y of the top of the head
inline constexpr float reference_crotch_m = -0.336F;      ///< y; ANSUR II (2012) men of 1.75 m: 841 mm above the floor
inline constexpr float reference_t12_skin_z_m = 0.0928F;  ///< z of the skin over the T12 spinous process

inline constexpr int level_first = 4;  ///< C4
inline constexpr int level_last = 28;  ///< S4
inline constexpr int level_count = level_last - level_first + 1;

/// y of the spinous processes C4 to S4.
[[nodiscard]] const std::array<float, level_count>& reference_heights();
/// y of any level, smooth and strictly falling, by the heights of C4 to S4 given.
[[nodiscard]] float height_between(std::span<const float, level_count> heights, Level level);

/// A landmark beside the midline on the right half of the reference adult.
struct ReferencePoint {
    const char* id;       ///< without "_right"
    const char* name;     ///< marked for translation
    glm::vec3 position;   ///< of the bone, metres
    glm::vec3 seen_from;  ///< unit vector from the bone to the skin over it
};
[[nodiscard]] std::span<const ReferencePoint> reference_points();

}  // namespace dorsum::body
