#pragma once

#include <string>

#include "lesson/lesson.h"
#include "scene/state.h"

// What a voice says while the lesson plays.

namespace dorsum::scene {

/// "Step 2. From top to bottom. ..." with its text; empty for an unknown step.
[[nodiscard]] std::string words_of_step(const lesson::Lesson& lesson, int step);

/// "Breathe in", "Breathe out", translated.
[[nodiscard]] const char* words_of_breath(lesson::BreathPhase phase);

/// Whether the instruction of the present step is to be said now: the lesson plays and has come to this step, or
/// begins to play at its start, or somebody has just asked for the voice. A step that repeats is not told again.
[[nodiscard]] bool step_is_told(const State& before, const State& now);

/// Whether what is being said has lost its sense: another step, or no voice wanted.
[[nodiscard]] bool is_silenced(const State& before, const State& now);

}  // namespace dorsum::scene
