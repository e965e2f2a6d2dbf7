#include "scene/exploring.h"

#include <algorithm>

#include "catch.h"
#include "scene/apply.h"
#include "scene/camera_habit.h"
#include "scene/key_bindings.h"
#include "scene/pick.h"
#include "scene/scene.h"
#include "scene/structure_tree.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

struct Stage {
    Subject subject = test::make_layered_subject();
    State state = initial_state(subject, 1.0F);

    Stage() { (*this)(SetDepth{Depth::superficial}); }
    void operator()(const Command& command) { state = apply(std::move(state), command, subject, {800.0F, 800.0F}); }
    void press(const std::string& key) {
        const auto bindings = key_bindings();
        const auto binding = std::ranges::find_if(bindings, [&key](const auto& each) { return key == each.key_name; });
        REQUIRE(binding != bindings.end());
        (*this)(binding->command(state));
    }
    [[nodiscard]] std::size_t part(const std::string& id) const { return *body::find_part(*subject.body, id); }
    [[nodiscard]] bool shown(const std::string& id) const {
        return compose(state, subject, {800.0F, 800.0F}).part_shown[part(id)];
    }
    [[nodiscard]] bool ghost(const std::string& id) const {
        const Scene scene = compose(state, subject, {800.0F, 800.0F});
        return !scene.part_ghost.empty() && scene.part_ghost[part(id)];
    }
    /// What lies under the mouse over the muscles, which lie over one another.
    [[nodiscard]] std::string picked() const {
        const auto found = structure_under(state, subject, {{0.08F, 0.05F, 1.0F}, {0.0F, 0.0F, -1.0F}});
        return found ? subject.body->parts[*found].name : std::string();
    }
};

}  // namespace

TEST_CASE("Delete hides the chosen structure, and picking finds what lies beneath it") {
    Stage stage;
    CHECK(stage.picked() == "outer_right");
    stage(SelectStructure{"outer_right"});
    stage.press("Delete");
    CHECK_FALSE(stage.shown("outer_right"));
    CHECK(stage.shown("middle_right"));
    CHECK(stage.picked() == "middle_right");
    stage.press("Ctrl+Z");
    CHECK(stage.shown("outer_right"));
    CHECK(stage.picked() == "outer_right");
    stage.press("Ctrl+Y");
    CHECK_FALSE(stage.shown("outer_right"));
    stage.press("Delete");  // it is still the chosen one
    CHECK(stage.shown("outer_right"));
}

TEST_CASE("Shift+I makes a ghost of the chosen structure, through which others are picked") {
    Stage stage;
    stage(SelectStructure{"outer_right"});
    stage.press("Shift+I");
    CHECK(stage.shown("outer_right"));
    CHECK(stage.ghost("outer_right"));
    CHECK_FALSE(stage.ghost("middle_right"));
    CHECK(stage.picked() == "middle_right");
    stage(SetOpacity{Layer::intermediate, 0.0F});  // also where more is seen through
    CHECK(stage.picked() == "inner_right");
    stage.press("Shift+I");
    CHECK_FALSE(stage.ghost("outer_right"));
}

TEST_CASE("Keys do nothing while no structure is chosen") {
    Stage stage;
    const State before = stage.state;
    stage.press("Delete");
    stage.press("Shift+I");
    stage.press("I");
    CHECK(stage.state == before);
}

TEST_CASE("Shift+R shows all structures, R also whole and opaque") {
    Stage stage;
    stage(HideStructures{{"outer_right"}});
    stage(GhostStructures{{"middle_right"}});
    stage(SetOpacity{Layer::deep, 0.5F});
    stage.press("Shift+R");
    CHECK(stage.state.structures == StructuresShown{});
    CHECK(stage.state.see_through.opacity_of(Layer::deep) == 0.5F);
    stage(HideStructures{{"outer_right"}});
    stage(IsolateStructure{"inner_right"});
    stage.press("R");
    CHECK(stage.state.structures == StructuresShown{});
    CHECK(stage.state.see_through == SeeThrough{});
}

TEST_CASE("Several structures stand alone together, and ghosts come and go among them") {
    Stage stage;
    stage(HideStructures{{"inner_right"}});
    stage(IsolateStructure{"outer_right", {"inner_right"}});
    CHECK(stage.shown("inner_right"));
    CHECK_FALSE(stage.ghost("inner_right"));
    CHECK_FALSE(stage.ghost("outer_right"));
    CHECK(stage.ghost("rib_right"));
    stage(GhostStructures{{"rib_right"}, false});
    CHECK_FALSE(stage.ghost("rib_right"));
    stage(GhostStructures{{"inner_right"}, true});
    CHECK(stage.ghost("inner_right"));
    CHECK_FALSE(stage.ghost("outer_right"));
    stage(HideStructures{{"outer_right"}});
    CHECK_FALSE(stage.shown("outer_right"));
}

TEST_CASE("A structure that is chosen by name, or shown, is laid bare wherever it lies") {
    Stage stage;
    stage(SetDepth{Depth::skin});
    stage(HideStructures{{"inner_right"}});
    stage(HideStructures{{"inner_right"}, false});
    CHECK(stage.shown("inner_right"));
    CHECK_FALSE(stage.shown("outer_right"));
    CHECK_FALSE(stage.shown("skin"));
    stage(HideStructures{{"kidney_right"}});
    stage(SelectStructure{"kidney_right", true});
    CHECK(stage.shown("kidney_right"));
}

TEST_CASE("What is no structure of the body is neither hidden nor made a ghost") {
    Stage stage;
    stage(HideStructures{{"skin", "table", "no such thing", ""}});
    stage(GhostStructures{{"skin", "table", "no such thing", ""}});
    CHECK(stage.state.structures == StructuresShown{});
}

TEST_CASE("With both sides chosen, keys name the other side, too") {
    Stage stage;
    stage(SelectStructure{"outer_right", false, true});
    CHECK(chosen_structures(stage.state) == std::vector<std::string>{"outer_right", "outer_left"});
    stage.press("Delete");
    CHECK(stage.state.structures.hidden == std::set<std::string>{"outer_right"});  // this body has no other side
    stage(SelectStructure{"outer_right"});
    CHECK(chosen_structures(stage.state) == std::vector<std::string>{"outer_right"});
}

TEST_CASE("The tree has every structure once, by layer from the outside in") {
    const Subject subject = test::make_layered_subject();
    const std::vector<LayerBranch> tree = structure_tree(*subject.body);
    REQUIRE(tree.size() == 5);
    CHECK(tree[0].layer == Layer::superficial);
    CHECK(tree[0].ids() == std::vector<std::string>{"outer_right"});
    CHECK(tree[1].ids() == std::vector<std::string>{"middle_right"});
    CHECK(tree[2].ids() == std::vector<std::string>{"inner_right"});
    CHECK(tree[3].ids() == std::vector<std::string>{"rib_right"});
    CHECK(tree[4].ids() == std::vector<std::string>{"kidney_right"});
}

TEST_CASE("The mouse turns, moves and goes nearer by the habit that was chosen") {
    using enum CameraHabit;
    constexpr int left = 0;
    constexpr int right = 1;
    constexpr int middle = 2;
    constexpr int shift = 1;
    constexpr int control = 2;
    CHECK(drag_of(usual, left, 0) == CameraDrag::turn);
    CHECK(drag_of(usual, left, shift) == CameraDrag::move);
    CHECK(drag_of(usual, right, 0) == CameraDrag::move);
    CHECK(drag_of(usual, middle, 0) == CameraDrag::move);
    CHECK(drag_of(blender, middle, 0) == CameraDrag::turn);
    CHECK(drag_of(blender, middle, shift) == CameraDrag::move);
    CHECK(drag_of(blender, middle, control) == CameraDrag::nearer);
    CHECK(drag_of(blender, left, 0) == CameraDrag::none);
    CHECK(drag_of(vtk, left, 0) == CameraDrag::turn);
    CHECK(drag_of(vtk, middle, 0) == CameraDrag::move);
    CHECK(drag_of(vtk, right, 0) == CameraDrag::nearer);
    CHECK(zoom_steps_of_drag(-50.0F) > 0.0F);  // upwards is nearer
    for (const CameraHabit habit : camera_habits) {
        CHECK(parse_camera_habit(name_of(habit)) == habit);
    }
    CHECK_FALSE(parse_camera_habit("maya"));
}
