#pragma once

#include <glm/vec3.hpp>
#include <string_view>

#include "lesson/choreography.h"

namespace dorsum::scene {

/// Colours that people with colour deficiencies can tell apart: the set of M. Okabe and K. Ito (2008),
/// here in linear light. Nothing is told by colour alone.
[[nodiscard]] glm::vec3 hand_colour(lesson::Hand hand);  ///< blue 0072B2 left, vermilion D55E00 right
[[nodiscard]] glm::vec3 zone_colour(int zone_number);    ///< one for each organ

/// The dark core of a hand's ribbon: its colour, as dark as it must be (luminance 0.022) to stand out against the halo
/// around it ten to one. So on every tone of skin core or halo has a contrast of three to one (WCAG 2.2, 1.4.11).
[[nodiscard]] glm::vec3 ribbon_core(lesson::Hand hand);
/// The same of a stroke that is done: nearly grey.
[[nodiscard]] glm::vec3 done_core(lesson::Hand hand);
/// The light halo around what lies on the skin; the same stands in shaders/patch.glsl.
[[nodiscard]] glm::vec3 halo_tone();
/// With what the names of a zone's organs begin: "lung". `zone_number` from 1 to 12.
[[nodiscard]] std::string_view organ_of_zone(int zone_number);

/// The dark core of measured ways: black, for all hues mean something else.
[[nodiscard]] glm::vec3 measure_core();
[[nodiscard]] glm::vec3 caution_colour();  ///< yellow F0E442, under black hatching

}  // namespace dorsum::scene
