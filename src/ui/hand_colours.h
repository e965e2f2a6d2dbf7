#pragma once

#include <glm/vec3.hpp>

#include "lesson/choreography.h"
#include "ui/theme.h"

namespace dorsum::ui {

/// A linear colour as screens show it.
[[nodiscard]] Colour on_screen(glm::vec3 linear);

/// The colour of a hand in legend and letters: the scene's own, as screens show it.
[[nodiscard]] Colour hand_colour(lesson::Hand hand);

}  // namespace dorsum::ui
