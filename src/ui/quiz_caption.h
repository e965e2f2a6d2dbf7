#pragma once

#include <optional>
#include <string>

#include "scene/state.h"

namespace dorsum::ui {

/// What stands below the picture in place of the step's caption while a quiz is under way.
struct QuizCaption {
    std::string title;  ///< the question, or what was right
    std::string cue;    ///< what to do, or why it was right
};

/// Empty while there is none.
/// @param alone  no panel is beside it: choices and explanation stand here too
[[nodiscard]] std::optional<QuizCaption> quiz_caption(const scene::State& state, bool alone);

/// "in 6 days", "tomorrow", "today": when a question comes again that is due in so many days.
[[nodiscard]] std::string due_in_words(int days);

}  // namespace dorsum::ui
