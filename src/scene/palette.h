#pragma once

#include <glm/vec3.hpp>
#include <string_view>

#include "lesson/choreography.h"

namespace dorsum::scene {

/// Colours that people with colour deficiencies can tell apart: the set of M. Okabe and K. Ito (2008),
/// here in linear light. Nothing is told by colour alone.
[[nodiscard]] glm::vec3 hand_colour(lesson::Hand hand);  ///< blue 0072B2 left, vermilion D55E00 right
[[nodiscard]] glm::vec3 zone_colour(int zone_number);    ///< one for each organ

/// With what the names of a zone's organs begin: "lung". `zone_number` from 1 to 12.
[[nodiscard]] std::string_view organ_of_zone(int zone_number);

[[nodiscard]] glm::vec3 caution_colour();  ///< yellow F0E442, under black hatching

}  // namespace dorsum::scene
