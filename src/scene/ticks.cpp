#include "scene/ticks.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace dorsum::scene {

namespace {

using lesson::BreathPhase;

void add_breaths(std::vector<Tick>& ticks, const lesson::BreathLaw& law, const PlayedSpan& span) {
    for (std::int64_t cycle = lesson::breath_position(law, span.from_s).cycle;; ++cycle) {
        const double in_s = lesson::start_of_phase(law, BreathPhase::inhale, cycle);
        if (in_s >= span.to_s) {
            return;
        }
        ticks.push_back({TickSound::high, in_s});
        ticks.push_back({TickSound::low, lesson::start_of_phase(law, BreathPhase::exhale, cycle)});
    }
}

void add_strokes(std::vector<Tick>& ticks, const lesson::StepOnBody& step, const PlayedSpan& span) {
    if (step.round_s <= 0.0) {
        return;
    }
    for (auto round = static_cast<std::int64_t>(std::floor(span.from_s / step.round_s));
         static_cast<double>(round) * step.round_s < span.to_s; ++round) {
        for (const lesson::Stroke& stroke : step.strokes) {
            const bool works = stroke.pass == lesson::Pass::working;
            ticks.push_back(
                {works ? TickSound::high : TickSound::low, static_cast<double>(round) * step.round_s + stroke.start_s});
        }
    }
}

}  // namespace

bool paced_by_breath(const lesson::StepOnBody& step) {
    return step.strokes.empty() || step.follows_breath;
}

std::vector<Tick> ticks_in(const lesson::Choreography& choreography, const PlayedSpan& span) {
    std::vector<Tick> ticks;
    const auto index = static_cast<std::size_t>(span.step);
    constexpr double longest_s = 3600.0;  // of a stretch; nobody hears more at once
    if (span.step < 0 || index >= choreography.steps.size() || !std::isfinite(span.from_s) ||
        !(span.to_s - span.from_s < longest_s)) {
        return ticks;
    }
    const lesson::StepOnBody& step = choreography.steps[index];
    if (paced_by_breath(step)) {
        add_breaths(ticks, lesson::in_range(choreography.breath), span);
    } else {
        add_strokes(ticks, step, span);
    }
    std::erase_if(ticks, [&span](const Tick& tick) { return tick.time_s < span.from_s || tick.time_s >= span.to_s; });
    std::ranges::stable_sort(ticks, {}, &Tick::time_s);
    // Both hands begin together.
    const auto doubled = std::ranges::unique(ticks, {}, &Tick::time_s);
    ticks.erase(doubled.begin(), doubled.end());
    return ticks;
}

}  // namespace dorsum::scene
