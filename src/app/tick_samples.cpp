#include "app/tick_samples.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dorsum::app {

std::vector<std::int16_t> tick_samples(const scene::TickSound sound) {
    constexpr double length_s = 0.09;
    constexpr double swell_s = 0.003;
    constexpr double fading_s = 0.018;  // to 1/e
    constexpr double last_s = 0.01;     // in which what is left ends
    constexpr double loudness = 0.25 * 32767.0;
    const double tone_per_s = sound == scene::TickSound::high ? 1320.0 : 880.0;
    std::vector<std::int16_t> samples(static_cast<std::size_t>(length_s * tick_samples_per_s));
    for (std::size_t index = 0; index < samples.size(); ++index) {
        const double time_s = static_cast<double>(index) / tick_samples_per_s;
        const double swell = std::min(time_s / swell_s, 1.0);
        const double end = std::min((length_s - time_s) / last_s, 1.0);
        const double tone = std::sin(2.0 * std::numbers::pi * tone_per_s * time_s);
        samples[index] =
            static_cast<std::int16_t>(std::lround(loudness * swell * end * std::exp(-time_s / fading_s) * tone));
    }
    return samples;
}

}  // namespace dorsum::app
