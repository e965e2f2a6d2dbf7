#include "scene/openings.h"

#include "catch.h"
#include "scene/key_bindings.h"
#include "scene/pick.h"
#include "scene/scene.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

constexpr glm::vec2 size_px{1280.0F, 720.0F};

struct Stage {
    Subject subject = test::make_layered_subject();
    State state = initial_state(subject, size_px.x / size_px.y);
    Stage() {
        (*this)(GoToStep{1});
        (*this)(Seek{test::mid_stroke_s()});
    }
    void operator()(const Command& command) { state = apply(state, command, subject, size_px); }
    [[nodiscard]] Scene scene() const { return compose(state, subject, size_px); }
    [[nodiscard]] bool shown(const std::string& part) const {
        return scene().part_shown.at(*body::find_part(*subject.body, part));
    }
    /// What a person points at who looks straight at the back, so far below the middle of the right hand's opening.
    [[nodiscard]] std::string pointed_at(const float below_m) const {
        const glm::vec3 middle =
            lesson::evaluate(*subject.choreography, state.step, state.time_s).right->point.position;
        const auto part =
            structure_under(state, subject, {middle + glm::vec3(0.0F, -below_m, 1.0F), {0.0F, 0.0F, -1.0F}});
        return part ? subject.body->parts[*part].name : std::string();
    }
};

}  // namespace

TEST_CASE("Around each hand the skin opens when it is asked for, and the muscles below it are there to be seen") {
    Stage stage;
    CHECK(stage.scene().openings.empty());
    CHECK_FALSE(stage.shown("outer_right"));
    stage(SetHandPeel{HandPeel::skin});
    const Scene scene = stage.scene();
    REQUIRE(scene.openings.size() == 2);
    CHECK(scene.openings[0].centre == scene.moment.left->point.position);
    CHECK(scene.openings[1].centre == scene.moment.right->point.position);
    CHECK(scene.opened == HandPeel::skin);
    CHECK(stage.shown("skin"));
    CHECK(stage.shown("outer_right"));
    CHECK(stage.shown("inner_right"));
    CHECK_FALSE(stage.shown("kidney_right"));
}

TEST_CASE("The opening goes with the hand") {
    Stage stage;
    stage(SetHandPeel{HandPeel::skin});
    const glm::vec3 before = stage.scene().openings.at(1).centre;
    stage(Seek{test::mid_stroke_s() * 0.5});
    CHECK(stage.scene().openings.at(1).centre != before);
}

TEST_CASE("Without hands nothing opens") {
    Stage stage;
    stage(SetHandPeel{HandPeel::skin});
    stage(GoToStep{0});
    CHECK(stage.scene().openings.empty());
    CHECK_FALSE(stage.shown("outer_right"));
}

TEST_CASE("What a person has taken off stays off around the hands") {
    Stage stage;
    stage(SetHandPeel{HandPeel::superficial});
    stage(SetDepth{Depth::superficial});
    CHECK(stage.scene().openings.size() == 2);
    CHECK_FALSE(stage.shown("skin"));
    stage(SetDepth{Depth::deep});
    CHECK(stage.scene().openings.empty());
    CHECK_FALSE(stage.shown("outer_right"));
}

TEST_CASE("What is seen through an opening can be pointed at, and nothing beside it") {
    Stage stage;
    CHECK(stage.pointed_at(0.0F).empty());
    stage(SetHandPeel{HandPeel::skin});
    CHECK(stage.pointed_at(0.0F) == "outer_right");
    CHECK(stage.pointed_at(0.04F) == "outer_right");
    CHECK(stage.pointed_at(0.12F).empty());
    stage(SetHandPeel{HandPeel::superficial});
    const std::string below = stage.pointed_at(0.0F);
    CHECK((below == "middle_right" || below == "inner_right" || below == "rib_right"));
    // At the edge the muscles are opened less far than the skin.
    const float radius_m = stage.scene().openings.at(1).radius_m;
    CHECK(stage.pointed_at(0.5F * (1.0F + muscle_opening_share) * radius_m - 0.004F) == "outer_right");
    stage(SetDepth{Depth::superficial});
    CHECK(stage.pointed_at(0.0F) == below);
    CHECK(stage.pointed_at(0.9F * radius_m) == "outer_right");
}

TEST_CASE("A model with a skin only is never opened") {
    const Subject bare = test::make_test_subject();
    State state = initial_state(bare, 1.6F);
    state = apply(state, SetHandPeel{HandPeel::skin}, bare, size_px);
    CHECK(state.hand_peel == HandPeel::none);
    state.hand_peel = HandPeel::skin;  // as if it had come from another body
    state.step = 1;
    CHECK(compose(state, bare, size_px).openings.empty());
}

TEST_CASE("One key opens the skin, then the muscles, then closes both again") {
    Stage stage;
    for (const HandPeel expected : {HandPeel::skin, HandPeel::superficial, HandPeel::none}) {
        for (const KeyBinding& binding : key_bindings()) {
            if (std::string(binding.key_name) == "U") {
                stage(binding.command(stage.state));
                break;
            }
        }
        CHECK(stage.state.hand_peel == expected);
        CHECK(parse_hand_peel(name_of(expected)) == expected);
    }
}
