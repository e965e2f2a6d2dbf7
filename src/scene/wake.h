#pragma once

#include <vector>

#include "lesson/choreography.h"

namespace dorsum::scene {

/// How long a stroke keeps a trace of the hand that passed, seconds of the lesson.
inline constexpr double wake_s = 2.0;

/// Where a hand was lately on one stroke.
struct Wake {
    lesson::Hand hand = lesson::Hand::right;
    int stroke_index = 0;
    struct Passage {
        float progress = 0.0F;  ///< along the stroke, 0 to 1
        float age_s = 0.0F;     ///< how long ago
    };
    std::vector<Passage> passages;  ///< the newest first
};

/// The wakes of both hands `time_s` into a step: a pure function of the lesson's time.
[[nodiscard]] std::vector<Wake> wakes_at(const lesson::Choreography& choreography, int step, double time_s);

/// 1 where the hand is now, falling to 0 where it was wake_s ago; 0 where it has not been since.
[[nodiscard]] float strength_at(const Wake& wake, float progress);

}  // namespace dorsum::scene
