#pragma once

#include <cstddef>
#include <vector>

#include "lesson/breath.h"
#include "lesson/lesson.h"

namespace dorsum::lesson {

struct TimeSpan {
    double start_s = 0.0;
    double duration_s = 0.0;
};

/// One hand's turn at a stroke.
struct Turn {
    std::size_t stroke = 0;  ///< of the step
    Hand hand = Hand::right;
    TimeSpan time;
};

/// A hand's way from the end of one stroke to the beginning of its next.
struct Way {
    std::size_t from = 0;  ///< strokes of the step
    std::size_t to = 0;
    Hand hand = Hand::right;
    TimeSpan time;
};

/// When the strokes of one round of a step happen.
struct Schedule {
    std::vector<Turn> turns;  ///< in the order of their starts
    std::vector<Way> ways;
    double round_s = 0.0;  ///< > 0
};

/// Strokes follow one another. Where one does not begin where the last one of the same hand ended, the
/// hand has time to travel; so it has at the end of a round that is repeated. A locked stroke waits for
/// the next start of its phase and fills that phase exactly; the round of a step that has one lasts
/// whole breaths, so that each round begins with an inhalation. `law` is in range.
[[nodiscard]] Schedule schedule(const Step& step, const BreathLaw& law);

/// Whether a step keeps time with the breath.
[[nodiscard]] bool follows_breath(const Step& step);

}  // namespace dorsum::lesson
