#pragma once

#include <optional>

#include "lesson/lesson.h"

// What can be asked about the strokes of a step: only what all of them agree in.

namespace dorsum::quiz {

enum class Way { headwards, footwards, outwards, inwards };
[[nodiscard]] const char* name_of(Way way);  ///< translated: "towards the head"

// Each is empty where the strokes do not all go the same clear way: at least half as far again as across it.

/// Which way the hands glide in a part of the breath.
[[nodiscard]] std::optional<Way> way_on_breath(const lesson::Step& step, lesson::BreathLock phase);
/// The same with pressure, where the breath does not lead.
[[nodiscard]] std::optional<Way> way_of_pressure(const lesson::Step& step);

/// What carries the pressure in all working passes.
[[nodiscard]] std::optional<lesson::Contact> working_contact(const lesson::Step& step);

/// Whether the hands press in a part of the breath, where some stroke is locked to it.
[[nodiscard]] std::optional<bool> presses_on(const lesson::Step& step, lesson::BreathLock phase);

}  // namespace dorsum::quiz
