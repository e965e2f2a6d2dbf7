#include "lesson/breath.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dorsum::lesson {
namespace {

/// Half a wave of a cosine: rises from 0 to 1 throughout, at rest at both ends.
double soft_rise(const double share) {
    return 0.5 - 0.5 * std::cos(std::numbers::pi * share);
}

}  // namespace

BreathLaw in_range(const BreathLaw& law) {
    BreathLaw result;
    if (std::isfinite(law.breath_per_min)) {
        result.breath_per_min = std::clamp(law.breath_per_min, breath_per_min_lowest, breath_per_min_highest);
    }
    if (std::isfinite(law.inhale_share)) {
        result.inhale_share = std::clamp(law.inhale_share, inhale_share_lowest, inhale_share_highest);
    }
    return result;
}

double start_of_phase(const BreathLaw& law, const BreathPhase phase, const std::int64_t cycle) {
    const double share = phase == BreathPhase::inhale ? 0.0 : law.inhale_share;
    return (static_cast<double>(cycle) + share) * law.cycle_s();
}

BreathPosition breath_position(const BreathLaw& law, const double time_s) {
    const double cycles = time_s / law.cycle_s();
    BreathPosition position;
    position.cycle = static_cast<std::int64_t>(std::floor(std::clamp(cycles, -1.0e15, 1.0e15)));
    // The division above may round across a boundary; the starts themselves decide.
    if (time_s < start_of_phase(law, BreathPhase::inhale, position.cycle)) {
        --position.cycle;
    } else if (time_s >= start_of_phase(law, BreathPhase::inhale, position.cycle + 1)) {
        ++position.cycle;
    }
    const bool exhaling = time_s >= start_of_phase(law, BreathPhase::exhale, position.cycle);
    position.phase = exhaling ? BreathPhase::exhale : BreathPhase::inhale;
    return position;
}

Breath breath_at(const BreathLaw& law, const double time_s) {
    const BreathLaw valid = in_range(law);
    const BreathPosition position = breath_position(valid, time_s);
    const bool exhaling = position.phase == BreathPhase::exhale;
    const double start_s = start_of_phase(valid, position.phase, position.cycle);
    const double share_of_cycle = exhaling ? 1.0 - valid.inhale_share : valid.inhale_share;
    Breath breath;
    breath.phase = position.phase;
    breath.phase_share = std::clamp((time_s - start_s) / (share_of_cycle * valid.cycle_s()), 0.0, 1.0);
    breath.rise = exhaling ? 1.0 - soft_rise(breath.phase_share) : soft_rise(breath.phase_share);
    return breath;
}

}  // namespace dorsum::lesson
