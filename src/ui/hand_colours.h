#pragma once

#include "lesson/choreography.h"
#include "ui/theme.h"

namespace dorsum::ui {

/// The colour of a hand in legend and letters: the scene's own, as screens show it.
[[nodiscard]] Colour hand_colour(lesson::Hand hand);

}  // namespace dorsum::ui
