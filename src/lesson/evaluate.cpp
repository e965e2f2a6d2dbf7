#include <algorithm>
#include <cmath>

#include "lesson/choreography.h"
#include "lesson/stroke_motion.h"

namespace dorsum::lesson {
namespace {

/// Time within the round of a step that keeps time with the breath. Rounding may not carry it over
/// the edge of the phase to which `time_s` belongs: then the hands would run ahead of the breath.
double round_time_in_breath(const StepOnBody& step, const BreathLaw& law, const double time_s) {
    const BreathPosition position = breath_position(law, time_s);
    const auto cycles = std::max<std::int64_t>(1, std::llround(step.round_s / law.cycle_s()));
    const std::int64_t cycle = position.cycle % cycles;
    const bool inhaling = position.phase == BreathPhase::inhale;
    const double start_s = start_of_phase(law, position.phase, cycle);
    const double end_s = inhaling ? start_of_phase(law, BreathPhase::exhale, cycle)
                                  : start_of_phase(law, BreathPhase::inhale, cycle + 1);
    const double since_s = time_s - start_of_phase(law, position.phase, position.cycle);
    return std::clamp(start_s + since_s, start_s, std::nextafter(end_s, start_s));
}

double round_time(const StepOnBody& step, const BreathLaw& law, const double time_s) {
    return step.follows_breath ? round_time_in_breath(step, law, time_s) : std::fmod(time_s, step.round_s);
}

/// A hand's way that has started after `since_s`, if any.
const Travel* travel_since(const StepOnBody& step, const Hand hand, const double since_s, const double round_time_s) {
    const auto under_way = [&](const Travel& travel) {
        return travel.hand == hand && travel.start_s >= since_s && travel.start_s <= round_time_s &&
               travel.path.size() > 1;
    };
    const auto found = std::find_if(step.travels.begin(), step.travels.end(), under_way);
    return found != step.travels.end() ? &*found : nullptr;
}

/// The stroke of a hand that has started last, or its way from there, or its first stroke. Strokes are in
/// the order of time.
std::optional<HandNow> hand_at(const StepOnBody& step, const Hand hand, const double round_time_s) {
    const auto started =
        std::upper_bound(step.strokes.begin(), step.strokes.end(), round_time_s,
                         [](const double time_s, const Stroke& stroke) { return time_s < stroke.start_s; });
    const auto of_hand = [hand](const Stroke& stroke) { return stroke.hand == hand && stroke.path.size() > 1; };
    const auto last = std::find_if(std::make_reverse_iterator(started), step.strokes.rend(), of_hand);
    if (last != step.strokes.rend()) {
        if (const Travel* travel = travel_since(step, hand, last->start_s + last->duration_s, round_time_s)) {
            return hand_on_travel(*travel, round_time_s);
        }
        return hand_on_stroke(*last, round_time_s);
    }
    const auto first = std::find_if(started, step.strokes.end(), of_hand);
    if (first != step.strokes.end()) {
        return hand_on_stroke(*first, round_time_s);
    }
    return std::nullopt;
}

}  // namespace

Moment evaluate(const Choreography& choreography, const int step, const double time_s) {
    Moment moment;
    const double finite_s = std::isnan(time_s) ? 0.0 : time_s;
    if (step < 0 || step >= static_cast<int>(choreography.steps.size())) {
        moment.breath = breath_at(choreography.breath, std::isfinite(finite_s) ? finite_s : 0.0);
        return moment;
    }
    const StepOnBody& on_body = choreography.steps[step];
    // A step owns its start and not its end, where the next one begins: its last instant shows the
    // hands where they come to rest and the breath as it was.
    const double within_s = std::clamp(finite_s, 0.0, std::nextafter(on_body.duration_s, 0.0));
    moment.breath = breath_at(choreography.breath, within_s);
    const double round_time_s = round_time(on_body, choreography.breath, within_s);
    moment.right = hand_at(on_body, Hand::right, round_time_s);
    moment.left = hand_at(on_body, Hand::left, round_time_s);
    for (auto* hand : {&moment.right, &moment.left}) {
        if (*hand) {
            (*hand)->below_nape_m = choreography.nape_y_m - (*hand)->point.position.y;
        }
    }
    return moment;
}

double telling_time_s(const Choreography& choreography, const int step) {
    if (step < 0 || step >= static_cast<int>(choreography.steps.size())) {
        return 0.0;
    }
    const StepOnBody& on_body = choreography.steps[step];
    const auto working = std::find_if(on_body.strokes.begin(), on_body.strokes.end(),
                                      [](const Stroke& stroke) { return stroke.pass == Pass::working; });
    if (working != on_body.strokes.end()) {
        return working->start_s + working->duration_s / 2.0;
    }
    if (!on_body.strokes.empty()) {
        return on_body.strokes.front().start_s + on_body.strokes.front().duration_s / 2.0;
    }
    return std::min(on_body.duration_s / 2.0, choreography.breath.cycle_s() * choreography.breath.inhale_share / 2.0);
}

}  // namespace dorsum::lesson
