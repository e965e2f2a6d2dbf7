#include "scene/practice.h"

#include <algorithm>
#include <glm/geometric.hpp>

#include "catch.h"
#include "scene/key_bindings.h"
#include "scene/scene.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

constexpr glm::vec2 size_px{1600.0F, 1000.0F};

/// Somebody at the window: a state, and what is done to it.
struct Learner {
    Subject subject = test::make_test_subject();
    State state = opened(subject);
    double stamp_s = 500.0;  // of whatever clock

    static State opened(const Subject& subject) {
        State state = initial_state(subject, size_px.x / size_px.y);
        state.cautions_open = false;
        return apply(state, GoToStep{1}, subject, size_px);
    }
    void does(const Command& command) { state = apply(state, command, subject, size_px); }
    void waits(const double seconds) {
        does(Advance{seconds});
        stamp_s += seconds;
    }
    void presses_key(const int key, const int modifiers) {
        for (const KeyBinding& binding : key_bindings()) {
            if (binding.key == key && binding.modifiers == modifiers) {
                does(binding.command(state));
                return;
            }
        }
        FAIL("no such key");
    }
    [[nodiscard]] const lesson::Stroke& stroke() const {
        const lesson::Stroke* found = practised_stroke(state, subject);
        REQUIRE(found != nullptr);
        return *found;
    }
    [[nodiscard]] glm::vec2 pixel_of(const glm::vec3 place) const {
        const auto pixel = project(state.camera, place, size_px);
        REQUIRE(pixel);
        return *pixel;
    }
    void presses_on_ring() { does(PressPractice{pixel_of(stroke().path.front().position), stamp_s}); }
    /// As the model does, `tempo` times as fast, so far to the right.
    void traces(const double tempo = 1.0, const float to_right_m = 0.0F) {
        const lesson::Stroke model = stroke();
        presses_on_ring();
        constexpr int moves = 60;
        for (int i = 1; i <= moves; ++i) {
            waits(model.duration_s / tempo / moves);
            const glm::vec3 place = lesson::model_position(model, model.duration_s * i / moves);
            does(TracePractice{pixel_of(place + glm::vec3(to_right_m, 0.0F, 0.0F)), stamp_s});
        }
        does(LiftPractice{stamp_s});
    }
    [[nodiscard]] int count_of(const PatchKind kind) const {
        const Scene scene = compose(state, subject, size_px);
        return static_cast<int>(
            std::ranges::count(scene.patches.vertices, static_cast<std::uint32_t>(kind), &PatchVertex::kind));
    }
};

constexpr int practise_key = 84;
constexpr int escape_key = 256;
constexpr int control = 2;

}  // namespace

TEST_CASE("Ctrl+T counts in for the present step, and a stroke that is traced as shown is judged well") {
    Learner learner;
    learner.does(GoToStep{2});
    learner.does(SetPlaying{true});
    learner.presses_key(practise_key, control);
    REQUIRE(learner.state.practice.phase == PracticePhase::waiting);
    CHECK_FALSE(learner.state.playing);
    CHECK(count_in_s(learner.state.practice) == 3);
    CHECK(is_moving(learner.state));
    learner.waits(3.0);
    CHECK(count_in_s(learner.state.practice) == 0);
    learner.traces();
    REQUIRE(learner.state.practice.phase == PracticePhase::judged);
    const lesson::PracticeJudgement& judgement = *learner.state.practice.judgement;
    CHECK(judgement.score >= 95);
    CHECK(judgement.mean_distance_mm < 4.0F);
    CHECK(learner.state.practice.times_judged == 1);
    CHECK_FALSE(is_moving(learner.state));  // idle stays idle
    CHECK(learner.count_of(PatchKind::landmark_dot) == 0);
}

TEST_CASE("too fast and beside the path is told, and the way is coloured by how far it lies off") {
    Learner learner;
    learner.does(OpenPractice{});
    learner.waits(3.0);
    learner.traces(2.0, 0.020F);
    REQUIRE(learner.state.practice.judgement);
    const lesson::PracticeJudgement& judgement = *learner.state.practice.judgement;
    CHECK(judgement.outwards_mm == Approx(20.0F).margin(3.0));
    CHECK(judgement.speed_cm_s == Approx(2.0F * judgement.model_speed_cm_s).epsilon(0.1));
    CHECK(judgement.score < 70);
    const Scene scene = compose(learner.state, learner.subject, size_px);
    const glm::vec4 far(trace_colour(TraceBand::far), 1.0F);
    const auto is_far = [&far](const PatchVertex& vertex) {
        return vertex.colour == far && vertex.half_width_m == trace_half_width_m(TraceBand::far);
    };
    CHECK(std::ranges::count_if(scene.patches.vertices, is_far) > 20);
    // Each band has a colour and a width of its own.
    CHECK(trace_half_width_m(TraceBand::near) < trace_half_width_m(TraceBand::off));
    CHECK(trace_half_width_m(TraceBand::off) < trace_half_width_m(TraceBand::far));
}

TEST_CASE("only a press on the ring begins, so that beside it the camera turns as always") {
    Learner learner;
    learner.does(OpenPractice{});
    learner.waits(3.5);
    const glm::vec2 beside = learner.pixel_of(learner.stroke().path.back().position);
    CHECK_FALSE(begins_tracing(learner.state, learner.subject, beside, size_px));
    learner.does(PressPractice{beside, 1.0});
    CHECK(learner.state.practice.phase == PracticePhase::waiting);
    learner.does(PressPractice{{3.0F, 3.0F}, 1.0});  // beside the body
    CHECK(learner.state.practice.phase == PracticePhase::waiting);
    learner.presses_on_ring();
    CHECK(learner.state.practice.phase == PracticePhase::tracing);
}

TEST_CASE("one stroke after the other, of the hand that is chosen") {
    Learner learner;
    learner.does(OpenPractice{});
    CHECK(learner.stroke().hand == lesson::Hand::right);
    CHECK(learner.stroke().index == 0);
    learner.does(NextPracticeStroke{});
    CHECK(learner.stroke().index == 1);
    CHECK(learner.state.practice.phase == PracticePhase::waiting);
    learner.does(NextPracticeStroke{});
    CHECK(learner.stroke().index == 0);
    learner.does(ChoosePracticeHand{lesson::Hand::left});
    CHECK(learner.stroke().hand == lesson::Hand::left);
    CHECK(learner.state.practice.phase == PracticePhase::resting);
    learner.does(ChoosePracticeStroke{99});
    CHECK(learner.stroke().index == 1);
}

TEST_CASE("Escape gives the stroke up, and then ends practising; a press alone is no stroke") {
    Learner learner;
    learner.does(OpenPractice{});
    learner.waits(3.0);
    learner.presses_on_ring();
    learner.does(LiftPractice{learner.stamp_s});
    CHECK(learner.state.practice.phase == PracticePhase::waiting);
    CHECK(learner.state.practice.too_short);
    learner.presses_on_ring();
    learner.presses_key(escape_key, 0);
    CHECK(learner.state.practice.phase == PracticePhase::resting);
    CHECK_FALSE(is_moving(learner.state));
    learner.does(TracePractice{{700.0F, 500.0F}, 1.0});  // the button is still down
    learner.does(LiftPractice{1.0});
    CHECK(learner.state.practice.phase == PracticePhase::resting);
    learner.presses_key(escape_key, 0);
    CHECK_FALSE(practises(learner.state));
}

TEST_CASE("while somebody practises only the stroke, its ring and the guide are shown, and no hands do it for them") {
    Learner learner;
    learner.does(OpenPractice{});
    learner.waits(3.0);
    const Scene scene = compose(learner.state, learner.subject, size_px);
    CHECK_FALSE(scene.moment.left);
    CHECK_FALSE(scene.moment.right);
    CHECK(scene.hands.empty());
    CHECK(learner.count_of(PatchKind::working_ribbon) > 0);
    CHECK(learner.count_of(PatchKind::return_ribbon) == 0);
    CHECK(learner.count_of(PatchKind::zone_disc) > 0);
    CHECK(learner.count_of(PatchKind::landmark_dot) > 0);
    learner.does(ShowPracticeGuide{false});
    CHECK(learner.count_of(PatchKind::landmark_dot) == 0);
}

TEST_CASE("the receiver breathes on through count-in and stroke, as long as no sheet covers it") {
    Learner learner;
    learner.does(OpenPractice{});
    const auto rise = [&] { return compose(learner.state, learner.subject, size_px).chest_rise; };
    const float before = rise();
    learner.waits(1.5);
    CHECK(rise() != before);
    const double clock_s = learner.state.practice.clock_s;
    learner.does(OpenHelp{true});
    learner.waits(1.0);
    CHECK(learner.state.practice.clock_s == clock_s);
}

TEST_CASE("playing, presenting and another step end what is under way; another rate of breathing begins it anew") {
    Learner learner;
    learner.does(OpenPractice{});
    learner.does(NextStep{});
    CHECK(learner.state.practice.step == 2);
    CHECK(learner.state.practice.phase == PracticePhase::resting);
    learner.does(BeginPractice{});
    learner.does(SetBreathRate{9.0});
    CHECK(learner.state.practice.phase == PracticePhase::resting);
    learner.does(TogglePlaying{});
    CHECK_FALSE(practises(learner.state));
    learner.does(OpenPractice{});
    learner.does(Present{true});
    CHECK_FALSE(practises(learner.state));
    learner.does(OpenPractice{});
    CHECK_FALSE(practises(learner.state));
}

TEST_CASE("a step without strokes has nothing to practise, and says so by resting") {
    Learner learner;
    learner.does(GoToStep{0});
    learner.does(OpenPractice{});
    CHECK(learner.state.practice.phase == PracticePhase::resting);
    CHECK_FALSE(is_moving(learner.state));
    learner.does(BeginPractice{});
    learner.does(NextPracticeStroke{});
    learner.does(PressPractice{{800.0F, 500.0F}, 0.0});
    CHECK(learner.state.practice.phase == PracticePhase::resting);
    Learner bare;
    bare.subject = {};
    bare.does(OpenPractice{});
    bare.does(Advance{1.0});
    CHECK(bare.state.practice.phase == PracticePhase::resting);
}

TEST_CASE("the same commands give the same result, whatever the clock says that stamps them") {
    Learner now;
    Learner later;
    later.stamp_s = 90000.0;
    for (Learner* learner : {&now, &later}) {
        learner->does(OpenPractice{});
        learner->waits(3.0);
        learner->traces(1.3);
        REQUIRE(learner->state.practice.judgement);
    }
    CHECK(now.state.practice.judgement->score == later.state.practice.judgement->score);
    CHECK(now.state.practice.judgement->speed_cm_s ==
          Approx(later.state.practice.judgement->speed_cm_s).epsilon(1.0e-4));
}
