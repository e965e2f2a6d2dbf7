#pragma once

#include <optional>
#include <string>
#include <vector>

#include "quiz/questions.h"
#include "scene/state.h"
#include "scene/subject.h"

// What the picture shows while a quiz asks, and when it has been answered.

namespace dorsum::scene {

/// The muscles that are well seen from behind with what covers their layer taken off. Looks from the back at some
/// points of each: some milliseconds; the first look at a layer takes some tens. In the order of the body's parts.
[[nodiscard]] std::vector<std::string> seen_from_behind(const Subject& subject);
/// The muscles that the lesson's hands work.
[[nodiscard]] std::vector<std::string> worked_by_lesson(const Subject& subject);

/// Takes away all that could tell an answer, and shows what is asked about from where it is seen.
void show_question(State& state, const quiz::Question& question, const Subject& subject, float aspect);
/// Shows what is right: the zone lit with its organ, the muscle selected, the step played, the regions of care.
void show_answer(State& state, const quiz::Question& question, const Subject& subject);

[[nodiscard]] LookBeforeQuiz look_before_quiz(const State& state);
void restore(State& state, const LookBeforeQuiz& look);

}  // namespace dorsum::scene
