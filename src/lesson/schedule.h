#pragma once

#include <vector>

#include "lesson/breath.h"
#include "lesson/lesson.h"

namespace dorsum::lesson {

struct TimeSpan {
    double start_s = 0.0;
    double duration_s = 0.0;
};

/// When the strokes of one round of a step happen.
struct Schedule {
    std::vector<TimeSpan> strokes;  ///< as long as the step's strokes
    double round_s = 0.0;           ///< > 0
};

/// Strokes follow one another. A locked one waits for the next start of its phase and fills that
/// phase exactly; the round of a step that has one lasts whole breaths, so that each round begins
/// with an inhalation. `law` is in range.
[[nodiscard]] Schedule schedule(const Step& step, const BreathLaw& law);

/// Whether a step keeps time with the breath.
[[nodiscard]] bool follows_breath(const Step& step);

}  // namespace dorsum::lesson
