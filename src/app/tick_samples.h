#pragma once

#include <cstdint>
#include <vector>

#include "scene/ticks.h"

namespace dorsum::app {

inline constexpr int tick_samples_per_s = 44100;

/// A soft tick as one channel of 16 bit samples: a tone that swells within 3 ms and fades within 90 ms, the high one a
/// fifth above the low one, a quarter as loud as can be. Begins and ends in silence.
[[nodiscard]] std::vector<std::int16_t> tick_samples(scene::TickSound sound);

}  // namespace dorsum::app
