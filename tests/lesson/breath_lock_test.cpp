#include <algorithm>
#include <cmath>
#include <vector>

#include "catch.h"
#include "lesson/choreography.h"
#include "test_body.h"

using namespace dorsum;
using namespace dorsum::lesson;

namespace {

/// Goes through a step at evenly spaced times and at both sides of every start of a phase.
void check_hands_follow_breath(const Choreography& choreography, const int step) {
    const double duration_s = choreography.steps[step].duration_s;
    std::vector<double> times;
    constexpr int samples = 4000;
    for (int i = 0; i <= samples; ++i) {
        times.push_back(duration_s * i / samples);
    }
    for (std::int64_t cycle = 0; start_of_phase(choreography.breath, BreathPhase::inhale, cycle) < duration_s;
         ++cycle) {
        for (const BreathPhase phase : {BreathPhase::inhale, BreathPhase::exhale}) {
            const double start_s = start_of_phase(choreography.breath, phase, cycle);
            for (const double time_s : {std::nextafter(start_s, 0.0), start_s, std::nextafter(start_s, 1.0e9)}) {
                times.push_back(time_s);
            }
        }
    }
    std::sort(times.begin(), times.end());
    Moment before = evaluate(choreography, step, times.front());
    for (const double time_s : times) {
        const Moment now = evaluate(choreography, step, time_s);
        INFO("rate " << choreography.breath.breath_per_min << ", time " << time_s);
        REQUIRE(now.breath.phase ==
                breath_at(choreography.breath, std::min(time_s, std::nextafter(duration_s, 0.0))).phase);
        for (const auto hand : {&Moment::left, &Moment::right}) {
            const HandNow& here = *(now.*hand);
            const HandNow& there = *(before.*hand);
            REQUIRE((here.pass == Pass::working) == (now.breath.phase == BreathPhase::inhale));
            const float risen_m = here.point.position.y - there.point.position.y;
            if (now.breath.phase == before.breath.phase) {
                REQUIRE((now.breath.phase == BreathPhase::inhale ? risen_m : -risen_m) >= 0.0F);
            }
            if (here.speed_cm_s > 0.1F) {
                REQUIRE((here.forward.y > 0.0F) == (now.breath.phase == BreathPhase::inhale));
            }
        }
        before = now;
    }
}

}  // namespace

TEST_CASE("in step 3 hands ascend only while the receiver breathes in and descend only while breathing out") {
    const auto body = test_body();
    for (const double rate : {4.0, 5.0, 6.0, 7.0, 8.0, 9.7, 11.0, 12.0, 13.3, 15.0, 17.0, 19.1, 20.0}) {
        check_hands_follow_breath(lay_on_body(bundled_lesson(), *body, rate), 2);
    }
}

TEST_CASE("hands follow the breath for every share of the inhalation") {
    const auto body = test_body();
    Lesson lesson = bundled_lesson();
    for (const double share : {0.2, 0.31, 0.5, 0.66, 0.8}) {
        lesson.inhale_share = share;
        for (const double rate : {4.0, 7.3, 20.0}) {
            check_hands_follow_breath(lay_on_body(lesson, *body, rate), 2);
        }
    }
}

TEST_CASE("a round with locked strokes begins with an inhalation and lasts whole breaths") {
    const auto body = test_body();
    Lesson lesson = bundled_lesson();
    Step& step = lesson.steps[2];
    // Free strokes before, between and after must be waited for.
    StrokePlan free = lesson.steps[1].strokes[0];
    free.duration_s = 3.7;
    step.strokes.insert(step.strokes.begin() + 1, free);
    step.strokes.push_back(free);
    step.strokes.insert(step.strokes.begin(), free);
    for (const double rate : {4.0, 6.0, 7.3, 12.0, 20.0}) {
        const Choreography choreography = lay_on_body(lesson, *body, rate);
        const StepOnBody& on_body = choreography.steps[2];
        INFO("rate " << rate);
        const double breaths = on_body.round_s / choreography.breath.cycle_s();
        CHECK(breaths == Approx(std::round(breaths)));
        CHECK(on_body.duration_s == Approx(on_body.round_s * step.repeats));
        double end_s = 0.0;
        for (std::size_t i = 0; i < on_body.strokes.size(); i += 2) {
            const Stroke& stroke = on_body.strokes[i];
            CHECK(stroke.start_s >= end_s - 1.0e-9);
            end_s = stroke.start_s + stroke.duration_s;
            if (stroke.breath == BreathLock::free) {
                CHECK(stroke.duration_s == 3.7);
                continue;
            }
            const auto phase = stroke.breath == BreathLock::inhale ? BreathPhase::inhale : BreathPhase::exhale;
            const Breath first = breath_at(choreography.breath, stroke.start_s);
            const Breath last = breath_at(choreography.breath, std::nextafter(end_s - 1.0e-9, 0.0));
            CHECK(first.phase == phase);
            CHECK(first.phase_share == Approx(0.0).margin(1.0e-9));
            CHECK(last.phase == phase);
            CHECK(last.phase_share == Approx(1.0).margin(1.0e-6));
        }
        for (const Travel& travel : on_body.travels) {  // back to where the round began
            end_s = std::max(end_s, travel.start_s + travel.duration_s);
        }
        CHECK(end_s <= on_body.round_s + 1.0e-9);
        CHECK(on_body.round_s - end_s < choreography.breath.cycle_s());
    }
}

TEST_CASE("the hands are where the breath is in every round, however late") {
    const auto body = test_body();
    Lesson lesson = bundled_lesson();
    lesson.steps[2].repeats = 100;
    const Choreography choreography = lay_on_body(lesson, *body, 7.0);
    const BreathLaw& law = choreography.breath;
    for (std::int64_t round = 0; round < 100; ++round) {
        for (const BreathPhase phase : {BreathPhase::inhale, BreathPhase::exhale}) {
            const Moment moment = evaluate(choreography, 2, start_of_phase(law, phase, round));
            REQUIRE(moment.right->stroke_index == (phase == BreathPhase::inhale ? 0 : 1));
            REQUIRE(moment.right->progress < 1.0e-6F);
        }
    }
}
