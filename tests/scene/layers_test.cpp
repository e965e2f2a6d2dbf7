#include <glm/geometric.hpp>
#include <string>

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
    void operator()(const Command& command) { state = apply(state, command, subject, size_px); }
    [[nodiscard]] bool shown(const std::string& part) const {
        return compose(state, subject, size_px).part_shown.at(*body::find_part(*subject.body, part));
    }
    /// What a person points at who points at a place of the body.
    [[nodiscard]] std::string under(const glm::vec3 place) const {
        const glm::vec3 from = eye(state.camera);
        const auto part = structure_under(state, subject, {from, glm::normalize(place - from)});
        return part ? subject.body->parts[*part].name : "";
    }
};

constexpr glm::vec3 over_all{0.08F, 0.05F, 0.09F};

}  // namespace

TEST_CASE("At first the skin is shown and nothing below it") {
    const Stage stage;
    CHECK(stage.shown("skin"));
    for (const char* part : {"outer_right", "middle_right", "inner_right", "rib_right", "kidney_right"}) {
        CHECK_FALSE(stage.shown(part));
    }
    CHECK(depth_of(stage.state.layers) == Depth::skin);
    CHECK(stage.under(over_all).empty());
}

TEST_CASE("What covers the chosen layer is taken off, what lies beneath stays") {
    Stage stage;
    stage(SetDepth{Depth::intermediate});
    CHECK_FALSE(stage.shown("skin"));
    CHECK_FALSE(stage.shown("outer_right"));
    CHECK(stage.shown("middle_right"));
    CHECK(stage.shown("inner_right"));
    CHECK(stage.shown("rib_right"));
    CHECK_FALSE(stage.shown("kidney_right"));
    CHECK(stage.shown("table"));
    stage(SetDepth{Depth::skin});
    CHECK(stage.state.layers == initial_state(stage.subject, 1.0F).layers);
}

TEST_CASE("Layer by layer goes from the skin to the skeleton and back") {
    Stage stage;
    for (int depth = 0; depth < depth_count; ++depth) {
        CHECK(depth_of(stage.state.layers) == static_cast<Depth>(depth));
        stage(PeelDeeper{});
    }
    CHECK(depth_of(stage.state.layers) == Depth::skeleton);
    stage(PeelBack{});
    CHECK(depth_of(stage.state.layers) == Depth::deep);
    for (int i = 0; i < depth_count; ++i) {
        stage(PeelBack{});
    }
    CHECK(depth_of(stage.state.layers) == Depth::skin);
}

TEST_CASE("Organs have a switch of their own, whatever the depth") {
    Stage stage;
    stage(SetDepth{Depth::skeleton});
    stage(ShowLayer{Layer::organs, true});
    CHECK(stage.shown("kidney_right"));
    CHECK(stage.shown("rib_right"));
    stage(PeelBack{});
    CHECK(stage.shown("kidney_right"));
}

TEST_CASE("A model with a skin only keeps it") {
    Subject subject = test::make_test_subject();
    State state = initial_state(subject, 1.6F);
    state = apply(state, PeelDeeper{}, subject, size_px);
    state = apply(state, SetDepth{Depth::skeleton}, subject, size_px);
    CHECK(depth_of(state.layers) == Depth::skin);
    CHECK_FALSE(has_layers(subject));
}

TEST_CASE("The towel lies on the skin and goes with it") {
    Layers layers;
    layers.set(static_cast<std::size_t>(Layer::towel));
    CHECK(shows_part(layers, body::Role::towel));
    layers = laid_open(layers, Depth::deep);
    CHECK_FALSE(shows_part(layers, body::Role::towel));
    CHECK(shows_part(laid_open(layers, Depth::skin), body::Role::towel));
}

TEST_CASE("Depths are read by the names that they are written with") {
    for (int depth = 0; depth < depth_count; ++depth) {
        CHECK(parse_depth(name_of(static_cast<Depth>(depth))) == static_cast<Depth>(depth));
    }
    CHECK_FALSE(parse_depth("organs"));
}

TEST_CASE("The structure under the mouse is the outermost that is shown") {
    Stage stage;
    stage(SetDepth{Depth::superficial});
    CHECK(stage.under(over_all) == "outer_right");
    stage(SetDepth{Depth::intermediate});
    CHECK(stage.under(over_all) == "middle_right");
    stage(SetDepth{Depth::deep});
    CHECK(stage.under(over_all) == "inner_right");
    stage(SetDepth{Depth::skeleton});
    CHECK(stage.under({0.08F, 0.05F, 0.03F}) == "rib_right");
    CHECK(stage.under({-0.08F, 0.05F, 0.03F}).empty());
}

TEST_CASE("Hovering and choosing a structure are told to the picture; unknown names are nothing") {
    Stage stage;
    stage(SetDepth{Depth::superficial});
    stage(HoverStructure{"outer_right"});
    stage(SelectStructure{"inner_right"});
    const Scene scene = compose(stage.state, stage.subject, size_px);
    CHECK(scene.hovered_part == body::find_part(*stage.subject.body, "outer_right"));
    CHECK(scene.selected_part == body::find_part(*stage.subject.body, "inner_right"));
    stage(HoverStructure{"the philosopher's stone"});
    CHECK(stage.state.hovered_structure.empty());
    stage(SelectStructure{"skin"});  // has no entry in the catalogue
    CHECK(stage.state.selected_structure.empty());
}

TEST_CASE("A structure that is chosen by its name is uncovered, and the camera goes to it") {
    Stage stage;
    stage(SelectStructure{"rib_right", true});
    CHECK(stage.shown("rib_right"));
    CHECK_FALSE(stage.shown("skin"));
    REQUIRE(stage.state.flight);
    CHECK(glm::distance(stage.state.flight->to.target, glm::vec3(0.08F, 0.05F, 0.036F)) < 0.01F);
}

TEST_CASE("Escape closes the card of a structure before that of a zone") {
    Stage stage;
    stage(OpenCautions{false});
    stage(SelectZone{3, false});
    stage(SelectStructure{"rib_right"});
    const auto escape = [&] {
        for (const KeyBinding& binding : key_bindings()) {
            if (std::string{binding.key_name} == "Esc") {
                stage(binding.command(stage.state));
                return;
            }
        }
    };
    escape();
    CHECK(stage.state.selected_structure.empty());
    CHECK(stage.state.selected_zone == 3);
}

TEST_CASE("A muscle is worked by the step whose strokes pass over it, and by no other") {
    const Stage stage;
    const auto steps = [&](const char* part) {
        return stage.subject.worked->steps_that_work(*body::find_part(*stage.subject.body, part));
    };
    CHECK(steps("outer_right") == std::vector<int>{1});
    CHECK(steps("middle_right") == std::vector<int>{1});
    CHECK(steps("rib_right").empty());
    CHECK(steps("kidney_right").empty());
    CHECK(stage.subject.worked->parts_worked_by(0).empty());
    CHECK(stage.subject.worked->parts_worked_by(99).empty());
}

TEST_CASE("Strokes stay to be seen where the skin is taken off") {
    Stage stage;
    stage.state.step = 1;
    stage.state.time_s = test::mid_stroke_s();
    stage(SetDepth{Depth::superficial});
    CHECK_FALSE(compose(stage.state, stage.subject, size_px).patches.vertices.empty());
    for (const Layer layer : {Layer::superficial, Layer::intermediate, Layer::deep, Layer::skeleton}) {
        stage(ShowLayer{layer, false});
    }
    CHECK(compose(stage.state, stage.subject, size_px).patches.vertices.empty());
}
