#pragma once

#include <glm/vec3.hpp>

namespace dorsum::body {

/// How the trunk moves when the lungs fill: a smooth field over the body frame that is zero on the
/// head, pelvis and arms and largest at the lower ribs. The same formula stands in
/// shaders/breathing.glsl; a test holds the two together.
/// @param position  body frame, metres
/// @param rise      0 (end of exhalation) to 1 (end of inhalation)
/// @return the displacement in metres, at most 14 mm long
[[nodiscard]] glm::vec3 breathing_displacement(glm::vec3 position, float rise);

}  // namespace dorsum::body
