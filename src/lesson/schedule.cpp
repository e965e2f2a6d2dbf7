#include "lesson/schedule.h"

#include <algorithm>
#include <cmath>

namespace dorsum::lesson {
namespace {

/// A free stroke may end a hair's breadth after a boundary by rounding alone.
constexpr double rounding_s = 1.0e-6;

TimeSpan next_phase(const BreathLaw& law, const BreathPhase phase, const double earliest_s) {
    BreathPosition position = breath_position(law, earliest_s - rounding_s);
    if (start_of_phase(law, phase, position.cycle) < earliest_s - rounding_s) {
        ++position.cycle;
    }
    const double start_s = start_of_phase(law, phase, position.cycle);
    const double end_s = phase == BreathPhase::inhale ? start_of_phase(law, BreathPhase::exhale, position.cycle)
                                                      : start_of_phase(law, BreathPhase::inhale, position.cycle + 1);
    return {start_s, end_s - start_s};
}

double whole_breaths(const BreathLaw& law, const double time_s) {
    const auto cycles = std::max<std::int64_t>(1, std::llround(std::ceil((time_s - rounding_s) / law.cycle_s())));
    return start_of_phase(law, BreathPhase::inhale, cycles);
}

}  // namespace

bool follows_breath(const Step& step) {
    return std::any_of(step.strokes.begin(), step.strokes.end(),
                       [](const StrokePlan& stroke) { return stroke.breath != BreathLock::free; });
}

Schedule schedule(const Step& step, const BreathLaw& law) {
    Schedule result;
    double now_s = 0.0;
    for (const StrokePlan& stroke : step.strokes) {
        TimeSpan span{now_s, stroke.duration_s};
        if (stroke.breath != BreathLock::free) {
            const auto phase = stroke.breath == BreathLock::inhale ? BreathPhase::inhale : BreathPhase::exhale;
            span = next_phase(law, phase, now_s);
        }
        result.strokes.push_back(span);
        now_s = span.start_s + span.duration_s;
    }
    constexpr double shortest_round_s = 0.1;
    result.round_s = std::max(step.strokes.empty() ? step.rest_s : now_s, shortest_round_s);
    if (follows_breath(step)) {
        result.round_s = whole_breaths(law, now_s);
    }
    return result;
}

}  // namespace dorsum::lesson
