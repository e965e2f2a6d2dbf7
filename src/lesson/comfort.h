#pragma once

#include <string>
#include <vector>

#include "lesson/choreography.h"
#include "lesson/lesson.h"

namespace dorsum::lesson {

/// Stroking is felt as most pleasant from 1 to 10 cm/s: Loken and others, "Coding of pleasant touch by
/// unmyelinated afferents in humans", Nature Neuroscience 12, 547, 2009.
inline constexpr float comfort_cm_s_least = 1.0F;
inline constexpr float comfort_cm_s_most = 10.0F;

/// A gliding stroke whose mean speed is above the comfortable one.
struct SpeedFinding {
    std::size_t step = 0;           ///< of the lesson, from 0
    int stroke = 0;                 ///< of the step, from 0
    float speed_cm_s = 0.0F;        ///< mean
    float over_cm_s = 0.0F;         ///< above comfort_cm_s_most, > 0
    double fitting_per_min = 0.0;   ///< the highest rate of breathing that would do; 0 where none is slow enough
    double fitting_s = 0.0;         ///< the duration that would do
    float fitting_length_m = 0.0F;  ///< the length of the path that would do in the same time
    bool breath_forces = false;     ///< the stroke is locked to the breath
};

/// All of them at the rate for which the lesson was laid, in the order of the lesson, each stroke once. Pure.
[[nodiscard]] std::vector<SpeedFinding> speed_findings(const Choreography& choreography);

/// "stroke 1 of step 3 moves at 19.6 cm/s: 9.6 more than is comfortable", and what would help.
[[nodiscard]] Error in_words(const SpeedFinding& finding, const Lesson& lesson);

}  // namespace dorsum::lesson
