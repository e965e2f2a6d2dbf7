#pragma once

#include <vector>

#include "lesson/choreography.h"
#include "scene/playback.h"

namespace dorsum::scene {

/// The two sounds of the metronome.
enum class TickSound {
    high,  ///< an inhalation begins, or a working stroke
    low,   ///< an exhalation begins, or a light return
};

struct Tick {
    TickSound sound = TickSound::high;
    double time_s = 0.0;  ///< into the step
    friend bool operator==(const Tick&, const Tick&) = default;
};

/// Whether the breath paces a step: it has strokes that are locked to it, or none at all. In other steps nobody is to
/// follow the breath, and the strokes set the beat.
[[nodiscard]] bool paced_by_breath(const lesson::StepOnBody& step);

/// The ticks of a stretch, those at its start among them and those at its end not, in the order of time: each turn
/// of the breath, or in a step that the breath does not pace the start of each stroke, once for both hands. Pure.
[[nodiscard]] std::vector<Tick> ticks_in(const lesson::Choreography& choreography, const PlayedSpan& span);

}  // namespace dorsum::scene
