#include "lesson/schedule.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

#include "lesson/place_curve.h"

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

/// How long a lifted hand needs: some time to rise and to come down, and the way at a calm pace.
/// 0 where there is no way.
double travel_s(const body::Place& from, const body::Place& to) {
    constexpr double rise_s = 0.6;
    constexpr double pace_mm_s = 250.0;
    constexpr float meeting_mm = 0.1F;
    const float way_mm = distance_mm(from, to);
    return way_mm > meeting_mm ? rise_s + static_cast<double>(way_mm) / pace_mm_s : 0.0;
}

class Planner {
public:
    Planner(const Step& step, const BreathLaw& law) : step_(step), law_(law) {}

    /// The next stroke, by these hands at once.
    void add(const std::size_t stroke, const std::initializer_list<Hand> hands) {
        double earliest_s = now_s_;
        for (const Hand hand : hands) {
            earliest_s = std::max(earliest_s, go(hand, stroke));
        }
        const StrokePlan& plan = step_.strokes[stroke];
        TimeSpan time{earliest_s, plan.duration_s};
        if (plan.breath != BreathLock::free) {
            const bool inhaling = plan.breath == BreathLock::inhale;
            time = next_phase(law_, inhaling ? BreathPhase::inhale : BreathPhase::exhale, earliest_s);
        }
        now_s_ = time.start_s + time.duration_s;
        for (const Hand hand : hands) {
            result_.turns.push_back({stroke, hand, time});
            HandState& state = state_of(hand);
            state.first = state.busy ? state.first : stroke;
            state.last = stroke;
            state.busy = true;
            state.free_s = now_s_;
        }
    }

    Schedule finish() {
        constexpr double shortest_round_s = 0.1;
        if (step_.repeats > 1) {
            for (const Hand hand : {Hand::right, Hand::left}) {
                now_s_ = std::max(now_s_, go(hand, state_of(hand).first));
            }
        }
        result_.round_s = std::max(step_.strokes.empty() ? step_.rest_s : now_s_, shortest_round_s);
        if (follows_breath(step_)) {
            result_.round_s = whole_breaths(law_, now_s_);
        }
        return std::move(result_);
    }

private:
    struct HandState {
        bool busy = false;  ///< it has had a stroke
        std::size_t first = 0;
        std::size_t last = 0;
        double free_s = 0.0;
    };

    HandState& state_of(const Hand hand) { return hand == Hand::right ? right_ : left_; }

    /// Sends a hand to the beginning of a stroke; returns when it is there.
    double go(const Hand hand, const std::size_t stroke) {
        const HandState& state = state_of(hand);
        if (!state.busy) {
            return 0.0;
        }
        const double way_s = travel_s(step_.strokes[state.last].path.back(), step_.strokes[stroke].path.front());
        if (way_s > 0.0) {
            result_.ways.push_back({state.last, stroke, hand, {state.free_s, way_s}});
        }
        return state.free_s + way_s;
    }

    const Step& step_;
    const BreathLaw& law_;
    Schedule result_;
    HandState right_;
    HandState left_;
    double now_s_ = 0.0;
};

}  // namespace

bool follows_breath(const Step& step) {
    return std::any_of(step.strokes.begin(), step.strokes.end(),
                       [](const StrokePlan& stroke) { return stroke.breath != BreathLock::free; });
}

Schedule schedule(const Step& step, const BreathLaw& law) {
    Planner planner(step, law);
    for (std::size_t i = 0; i < step.strokes.size(); ++i) {
        switch (step.strokes[i].hands) {
            case Hands::both:
                planner.add(i, {Hand::right, Hand::left});
                break;
            case Hands::right:
                planner.add(i, {Hand::right});
                break;
            case Hands::left:
                planner.add(i, {Hand::left});
                break;
            case Hands::alternate:
                planner.add(i, {Hand::right});
                planner.add(i, {Hand::left});
                break;
        }
    }
    return planner.finish();
}

}  // namespace dorsum::lesson
