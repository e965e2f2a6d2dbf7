#include "scene/playback.h"

#include <limits>

#include "catch.h"
#include "scene/apply.h"
#include "scene/spoken.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

/// Steps of 6, 16 and 16 seconds.
struct Stage {
    Subject subject = test::make_test_subject();
    State state = initial_state(subject, 1.6F);
    Stage() { state.cautions_open = false; }
    void operator()(const Command& command) { state = apply(state, command, subject, {1280.0F, 720.0F}); }
    void go(const int step, const double time_s) {
        (*this)(GoToStep{step});
        (*this)(Seek{time_s});
    }
    void loop(const int from, const double from_s, const int to, const double to_s) {
        go(from, from_s);
        (*this)(SetLoopMark{LoopMark::a});
        go(to, to_s);
        (*this)(SetLoopMark{LoopMark::b});
    }
    void is_at(const int step, const double time_s) const {
        CHECK(state.step == step);
        CHECK(state.time_s == Approx(time_s).margin(1.0e-6));
    }
};

}  // namespace

TEST_CASE("The whole lesson is played from step to step") {
    Stage stage;
    stage(SetPlaying{true});
    for (int second = 0; second < 37; ++second) {
        stage(Advance{1.0});
    }
    CHECK(stage.state.playing);
    stage.is_at(2, 15.0);
    stage(Advance{1.5});
    CHECK_FALSE(stage.state.playing);
    stage.is_at(2, 16.0);
}

TEST_CASE("Between A and B the lesson goes round, within a step and across steps") {
    Stage stage;
    SECTION("within a step") {
        stage.loop(1, 3.0, 1, 5.0);
        stage(SetPlaying{true});
        stage.is_at(1, 3.0);  // B was here
        stage(Advance{1.5});
        stage.is_at(1, 4.5);
        stage(Advance{1.0});
        stage.is_at(1, 3.5);
        stage(Advance{200.0});
        stage.is_at(1, 3.5);
        CHECK(stage.state.playing);
    }
    SECTION("across steps") {
        stage.loop(0, 5.0, 2, 1.0);
        stage.go(2, 0.5);
        stage(SetPlaying{true});
        stage(Advance{1.0});
        stage.is_at(0, 5.5);
        stage(Advance{1.0});
        stage.is_at(1, 0.5);
    }
    SECTION("from before A it is run into, from behind B it is left") {
        stage.loop(1, 3.0, 1, 5.0);
        stage.go(0, 5.0);
        stage(SetPlaying{true});
        stage(Advance{6.5});
        stage.is_at(1, 3.5);
        stage.go(1, 6.0);
        stage(Advance{1.0});
        stage.is_at(1, 7.0);
    }
    SECTION("and without A and B it does no more") {
        stage.loop(1, 3.0, 1, 5.0);
        stage(ClearLoop{});
        CHECK_FALSE(stage.state.playback.loop_a);
        stage.go(1, 4.5);
        stage(SetPlaying{true});
        stage(Advance{1.0});
        stage.is_at(1, 5.5);
    }
}

TEST_CASE("A set behind B begins a new loop, B set before A changes places with it, B alone loops from the start") {
    Stage stage;
    stage.loop(1, 3.0, 1, 5.0);
    stage.go(1, 10.0);
    stage(SetLoopMark{LoopMark::a});
    CHECK_FALSE(has_loop(stage.state.playback));
    REQUIRE(stage.state.playback.loop_a);
    stage.go(1, 8.0);
    stage(SetLoopMark{LoopMark::b});
    REQUIRE(has_loop(stage.state.playback));
    CHECK(stage.state.playback.loop_a->share == Approx(8.0 / 16.0));
    CHECK(stage.state.playback.loop_b->share == Approx(10.0 / 16.0));
    stage(ClearLoop{});
    stage.go(2, 4.0);
    stage(SetLoopMark{LoopMark::b});
    REQUIRE(has_loop(stage.state.playback));
    CHECK(*stage.state.playback.loop_a == LessonPlace{2, 0.0});
}

TEST_CASE("A loop is never so short that nothing could be seen of it, at the end of the lesson neither") {
    Stage stage;
    stage.loop(1, 3.0, 1, 3.0);
    REQUIRE(has_loop(stage.state.playback));
    CHECK((stage.state.playback.loop_b->share - stage.state.playback.loop_a->share) * 16.0 == Approx(0.25));
    stage.loop(2, 16.0, 2, 16.0);
    CHECK(*stage.state.playback.loop_b == LessonPlace{2, 1.0});
    CHECK(stage.state.playback.loop_a->share * 16.0 == Approx(15.75));
    stage(SetPlaying{true});
    stage(Advance{1000.0});
    CHECK(stage.state.playing);
}

TEST_CASE("A dragged end goes anywhere in the lesson and stops at the other one") {
    Stage stage;
    stage.loop(1, 3.0, 1, 5.0);
    stage(DragLoopMark{LoopMark::b, {2, 0.5}});
    CHECK(*stage.state.playback.loop_b == LessonPlace{2, 0.5});
    stage(DragLoopMark{LoopMark::a, {2, 0.9}});
    CHECK(stage.state.playback.loop_a->step == 2);
    CHECK(stage.state.playback.loop_a->share * 16.0 == Approx(8.0 - 0.25));
    stage(DragLoopMark{LoopMark::b, {-7, -3.0}});
    CHECK(stage.state.playback.loop_b->share * 16.0 == Approx(8.0));
    stage(DragLoopMark{LoopMark::a, {0, std::numeric_limits<double>::quiet_NaN()}});
    CHECK(stage.state.playback.loop_a->share * 16.0 == Approx(7.75));
    stage(ClearLoop{});
    stage(DragLoopMark{LoopMark::a, {0, 0.5}});
    CHECK_FALSE(stage.state.playback.loop_a);
}

TEST_CASE("Another rate of breathing leaves A and B where they are in their steps") {
    Stage stage;
    stage.loop(1, 4.0, 1, 8.0);
    const Playback before = stage.state.playback;
    stage.state.breath_per_min = 8.0;
    stage.subject = at_breath_rate(std::move(stage.subject), 8.0);
    CHECK(stage.state.playback == before);
}

TEST_CASE("A step is repeated as often as was chosen, then the next one is") {
    Stage stage;
    stage(SetRepeats{3});
    stage(SetPlaying{true});
    stage(Advance{5.0});
    CHECK(stage.state.playback.pass == 1);
    stage(Advance{6.0});
    CHECK(stage.state.playback.pass == 2);
    stage(Advance{6.0});
    CHECK(stage.state.playback.pass == 3);
    stage.is_at(0, 5.0);
    stage(Advance{2.0});
    stage.is_at(1, 1.0);
    CHECK(stage.state.playback.pass == 1);
    stage(Advance{16.0});
    stage.is_at(1, 1.0);
    CHECK(stage.state.playback.pass == 2);
    SECTION("however long a frame took") {
        stage(Advance{32.0});
        stage.is_at(2, 1.0);
        stage(Advance{1000.0});
        CHECK_FALSE(stage.state.playing);
    }
    SECTION("and who goes to a step hears it from its first time on") {
        stage(GoToStep{1});
        CHECK(stage.state.playback.pass == 1);
    }
}

TEST_CASE("A loop is repeated as often as was chosen, then the lesson plays on behind B to the next step") {
    Stage stage;
    stage(SetRepeats{5});
    stage.loop(1, 3.0, 1, 5.0);
    CHECK(repeats(stage.state) == endless);
    stage(SetRepeats{2});
    stage.go(1, 3.0);
    stage(SetPlaying{true});
    stage(Advance{3.0});
    stage.is_at(1, 4.0);
    CHECK(stage.state.playback.pass == 2);
    stage(Advance{2.0});
    stage.is_at(1, 6.0);
    stage(Advance{11.0});
    stage.is_at(2, 1.0);  // the step of the loop is not repeated itself
    CHECK(repeats(stage.state) == 5);
    stage(ClearLoop{});
    stage.go(1, 0.0);
    CHECK(repeats(stage.state) == 5);
}

TEST_CASE("Frame by frame the lesson goes a thirtieth of a second, from step to step, and pauses") {
    Stage stage;
    stage.go(0, 2.017);
    stage(SetPlaying{true});
    stage(StepFrames{1});
    CHECK_FALSE(stage.state.playing);
    stage.is_at(0, 61.0 / 30.0);
    stage(StepFrames{1});
    stage.is_at(0, 62.0 / 30.0);
    stage(StepFrames{-1});
    stage(StepFrames{-1});
    stage.is_at(0, 60.0 / 30.0);
    stage.go(0, 179.0 / 30.0);
    stage(StepFrames{1});
    stage.is_at(1, 0.0);
    stage(StepFrames{-1});
    stage.is_at(0, 179.0 / 30.0);
    stage.go(0, 0.0);
    stage(StepFrames{-1});
    stage.is_at(0, 0.0);
    stage.go(2, 16.0);
    stage(StepFrames{1});
    stage.is_at(2, 16.0);
}

TEST_CASE("The arrows lead through the whole lesson") {
    Stage stage;
    stage.go(0, 5.5);
    stage(SeekBy{1.0});
    stage.is_at(1, 0.5);
    stage(SeekBy{-1.0});
    stage.is_at(0, 5.5);
    stage(SeekBy{-100.0});
    stage.is_at(0, 0.0);
    stage(SeekBy{1.0e9});
    stage.is_at(2, 16.0);
    stage(SeekBy{std::numeric_limits<double>::quiet_NaN()});
    stage.is_at(2, 16.0);
}

TEST_CASE("Slow motion is a quarter of the speed and goes back to what it was; a tenth is the slowest") {
    Stage stage;
    stage(SetPlaybackSpeed{1.5F});
    stage(ToggleSlowMotion{});
    CHECK(stage.state.playback_speed == 0.25F);
    stage(ToggleSlowMotion{});
    CHECK(stage.state.playback_speed == 1.5F);
    stage(SetPlaybackSpeed{0.01F});
    CHECK(stage.state.playback_speed == 0.1F);
    stage(SetPlaying{true});
    stage(Advance{10.0});
    stage.is_at(0, 1.0);
}

TEST_CASE("What a presentation repeats is no choice of the person") {
    Stage stage;
    stage(SetRepeats{3});
    const State before = stage.state;
    stage(Present{true});
    CHECK(repeats(stage.state) == endless);
    CHECK(chosen_step_repeats(stage.state) == 3);
    stage(Present{false});
    CHECK(stage.state.playback == before.playback);
    CHECK(stage.state.loop_step);
}

TEST_CASE("A lesson with fewer steps drops a loop that lay beyond them") {
    Stage stage;
    stage.loop(1, 3.0, 2, 5.0);
    fit_to_lesson(stage.state.playback, 3);
    CHECK(has_loop(stage.state.playback));
    fit_to_lesson(stage.state.playback, 2);
    CHECK_FALSE(stage.state.playback.loop_a);
}

TEST_CASE("A step is told when it begins to play, not each time it repeats, and not when the loop comes back into it") {
    Stage stage;
    const auto told = [&stage](const Command& command) {
        const State before = stage.state;
        stage(command);
        return step_is_told(before, stage.state);
    };
    CHECK_FALSE(told(SetPlaying{true}));  // nobody asked for a voice
    stage(SetPlaying{false});
    CHECK(told(SetVoice{Voice::steps}));
    CHECK(told(SetPlaying{true}));
    CHECK_FALSE(told(Advance{1.0}));
    CHECK_FALSE(told(SetPlaying{false}));
    CHECK_FALSE(told(SetPlaying{true}));
    CHECK(told(GoToStep{1}));
    stage(SetRepeats{endless});
    CHECK_FALSE(told(Advance{16.5}));
    stage(SetRepeats{1});
    CHECK(told(Advance{16.0}));
    stage.loop(1, 8.0, 2, 2.0);
    stage.go(2, 1.5);
    CHECK_FALSE(told(Advance{1.0}));
    CHECK(stage.state.step == 1);
    State before = stage.state;
    stage(NextStep{});
    CHECK(is_silenced(before, stage.state));
    before = stage.state;
    stage(Seek{3.0});
    CHECK_FALSE(is_silenced(before, stage.state));
    stage(SetVoice{Voice::off});
    CHECK(is_silenced(before, stage.state));
}
