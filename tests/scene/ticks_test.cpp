#include "scene/ticks.h"

#include "catch.h"
#include "scene/apply.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

lesson::Choreography breathing(const double breath_per_min) {
    lesson::Choreography choreography;
    choreography.breath = {breath_per_min, 0.4};
    lesson::StepOnBody step;
    step.duration_s = 60.0;
    choreography.steps.push_back(step);
    return choreography;
}

}  // namespace

TEST_CASE("Six breaths a minute tick every ten seconds, high when the breath goes in, low when it goes out") {
    const auto ticks = ticks_in(breathing(6.0), {0, 0.0, 20.0});
    REQUIRE(ticks.size() == 4);
    CHECK(ticks[0] == Tick{TickSound::high, 0.0});
    CHECK(ticks[1].sound == TickSound::low);
    CHECK(ticks[1].time_s == Approx(4.0));
    CHECK(ticks[2].sound == TickSound::high);
    CHECK(ticks[2].time_s == Approx(10.0));
    CHECK(ticks[3].time_s == Approx(14.0));
}

TEST_CASE("However the time is cut into frames, each tick falls into one of them") {
    const auto choreography = breathing(8.0);
    const auto whole = ticks_in(choreography, {0, 0.0, 60.0});
    CHECK(whole.size() == 16);
    for (const double frame_s : {1.0 / 60.0, 0.25, 3.7}) {
        std::vector<Tick> gathered;
        for (double from_s = 0.0; from_s < 60.0; from_s += frame_s) {
            for (const Tick& tick : ticks_in(choreography, {0, from_s, std::min(from_s + frame_s, 60.0)})) {
                gathered.push_back(tick);
            }
        }
        CHECK(gathered == whole);
    }
}

TEST_CASE("Where the strokes do not follow the breath, each stroke ticks once for both hands") {
    const Subject subject = test::make_test_subject();
    const auto ticks = ticks_in(*subject.choreography, {1, 0.0, 16.0});
    REQUIRE(ticks.size() == 4);
    CHECK(ticks[0] == Tick{TickSound::high, 0.0});
    CHECK(ticks[1] == Tick{TickSound::low, 4.0});
    CHECK(ticks[2] == Tick{TickSound::high, 8.0});
    CHECK(ticks[3] == Tick{TickSound::low, 12.0});
}

TEST_CASE("At half the speed half as much is played, and a loop is played from its start again") {
    const Subject subject = test::make_test_subject();
    State state = initial_state(subject, 1.6F);
    const auto ask = [&](const Command& command) { state = apply(state, command, subject, {1280.0F, 720.0F}); };
    CHECK(spans_played(state, subject, 1.0).empty());  // paused
    ask(GoToStep{1});
    ask(Seek{3.0});
    ask(SetLoopMark{LoopMark::a});
    ask(Seek{5.0});
    ask(SetLoopMark{LoopMark::b});
    ask(Seek{4.5});
    ask(SetPlaying{true});
    ask(SetPlaybackSpeed{0.5F});
    const State before = state;
    const auto spans = spans_played(state, subject, 4.0);
    CHECK(state == before);
    REQUIRE(spans.size() == 2);
    CHECK(spans[0].from_s == Approx(4.5));
    CHECK(spans[0].to_s == Approx(5.0));
    CHECK(spans[1].from_s == Approx(3.0));
    CHECK(spans[1].to_s == Approx(4.5));
    CHECK(ticks_in(*subject.choreography, spans[0]).empty());
    REQUIRE(ticks_in(*subject.choreography, spans[1]).size() == 1);
    CHECK(ticks_in(*subject.choreography, spans[1])[0].time_s == Approx(4.0));
}

TEST_CASE("What is no stretch of the lesson ticks not") {
    const auto choreography = breathing(6.0);
    CHECK(ticks_in(choreography, {7, 0.0, 20.0}).empty());
    CHECK(ticks_in(choreography, {-1, 0.0, 20.0}).empty());
    CHECK(ticks_in(choreography, {0, 5.0, 5.0}).empty());
    CHECK(ticks_in(choreography, {0, 9.0, 2.0}).empty());
    CHECK(ticks_in(choreography, {0, 0.0, 1.0e300}).empty());
}
