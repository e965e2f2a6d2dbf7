#include "catch.h"
#include "scene/apply.h"
#include "scene/key_bindings.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

struct Stage {
    Subject subject = test::make_layered_subject();
    State state = initial_state(subject, 1.0F);

    void operator()(const Command& command) { state = apply(std::move(state), command, subject, {800.0F, 800.0F}); }
    /// A key or button goes down, and does this.
    void by_hand(const Command& command) {
        (*this)(BeginGesture{});
        (*this)(command);
    }
};

}  // namespace

TEST_CASE("Undo takes back the latest change of the view, whatever it was, and redo does it again") {
    Stage stage;
    stage(ShowAllZones{false});
    stage.state.view_history = {};
    const std::vector<Command> changes{SetDepth{Depth::deep},
                                       HideStructures{{"inner_right"}},
                                       GhostStructures{{"rib_right"}},
                                       IsolateStructure{"middle_right"},
                                       SetOpacity{Layer::deep, 0.5F},
                                       SetXRay{true},
                                       SetCut{Cut{}},
                                       SetExplosion{0.5F},
                                       ShowZone{4, true},
                                       ShowLayer{Layer::hands, false},
                                       ShowAllStructures{},
                                       SetHandPeel{HandPeel::skin},
                                       PeelBack{},
                                       ResetSeeThrough{}};
    std::vector<ViewLook> looks{look_of(stage.state)};
    for (const Command& change : changes) {
        stage.by_hand(change);
        looks.push_back(look_of(stage.state));
        INFO(describe(change));
        CHECK(looks.back() != looks[looks.size() - 2]);
    }
    for (std::size_t i = changes.size(); i-- > 0;) {
        INFO(describe(changes[i]));
        stage.by_hand(Undo{});
        CHECK(look_of(stage.state) == looks[i]);
    }
    CHECK_FALSE(stage.state.view_history.can_undo());
    stage(Undo{});
    CHECK(look_of(stage.state) == looks.front());
    for (std::size_t i = 1; i <= changes.size(); ++i) {
        stage.by_hand(Redo{});
        CHECK(look_of(stage.state) == looks[i]);
    }
    CHECK_FALSE(stage.state.view_history.can_redo());
}

TEST_CASE("What was undone is forgotten once something else is changed") {
    Stage stage;
    stage(SetXRay{true});
    stage(Undo{});
    stage(ShowZone{3, true});
    CHECK_FALSE(stage.state.view_history.can_redo());
    stage(Undo{});
    CHECK_FALSE(stage.state.see_through.x_ray);
    CHECK(stage.state.zones_shown.none());
}

TEST_CASE("One drag of a slider is one change, the next drag another one") {
    Stage stage;
    stage(BeginGesture{});
    for (const float opacity : {0.9F, 0.7F, 0.4F, 0.5F}) {
        stage(SetOpacity{Layer::skin, opacity});
    }
    stage(BeginGesture{});
    stage(SetOpacity{Layer::skin, 0.3F});
    stage(SetOpacity{Layer::skin, 0.2F});
    stage(Undo{});
    CHECK(stage.state.see_through.opacity_of(Layer::skin) == 0.5F);
    stage(Undo{});
    CHECK(stage.state.see_through.opacity_of(Layer::skin) == 1.0F);
    CHECK_FALSE(stage.state.view_history.can_undo());
    stage(Redo{});
    CHECK(stage.state.see_through.opacity_of(Layer::skin) == 0.5F);
}

TEST_CASE("A slider that is dragged back to where it was has changed nothing") {
    Stage stage;
    stage(BeginGesture{});
    stage(SetExplosion{0.5F});
    stage(BeginGesture{});
    stage(SetOpacity{Layer::deep, 0.5F});
    stage(SetOpacity{Layer::deep, 1.0F});
    stage(Undo{});
    CHECK(stage.state.see_through.explosion == 0.0F);
}

TEST_CASE("Two layers that fade in one drag, or a cut that begins and moves, are changes of their own") {
    Stage stage;
    stage(BeginGesture{});
    stage(SetOpacity{Layer::deep, 0.5F});
    stage(SetOpacity{Layer::skeleton, 0.5F});
    stage(SetCut{Cut{}});
    stage(DragCut{{30.0F, 0.0F}});
    stage(DragCut{{30.0F, 0.0F}});
    stage(Undo{});
    REQUIRE(stage.state.see_through.cut);
    CHECK(*stage.state.see_through.cut == Cut{});
    stage(Undo{});
    CHECK_FALSE(stage.state.see_through.cut);
    stage(Undo{});
    CHECK(stage.state.see_through.opacity_of(Layer::skeleton) == 1.0F);
    CHECK(stage.state.see_through.opacity_of(Layer::deep) == 0.5F);
}

TEST_CASE("Landmarks and view have one history, the latest change first") {
    Stage stage;
    stage(ShowLayer{Layer::landmarks, true});
    const auto drag = [&stage](const glm::vec2 pixel) {
        stage(BeginGesture{});
        stage(DragLandmark{"T12", pixel});
        stage(DropLandmark{true});
    };
    drag({400.0F, 420.0F});
    REQUIRE(stage.state.landmarks.current().moved.size() == 1);
    const LandmarkEdits first = stage.state.landmarks.current();
    stage(SetXRay{true});
    drag({400.0F, 440.0F});
    stage(Undo{});
    CHECK(stage.state.landmarks.current() == first);
    CHECK(stage.state.see_through.x_ray);
    stage(Undo{});
    CHECK_FALSE(stage.state.see_through.x_ray);
    CHECK(stage.state.landmarks.current() == first);
    stage(Undo{});
    CHECK(stage.state.landmarks.current() == LandmarkEdits{});
    stage(Redo{});
    stage(Redo{});
    stage(Redo{});
    CHECK(stage.state.landmarks.current() != first);
    CHECK(stage.state.see_through.x_ray);
    // The body does not allow the last one: it is gone, what was changed before is not.
    stage(TakeBackLandmarks{});
    CHECK(stage.state.landmarks.current() == first);
    stage(Undo{});
    CHECK_FALSE(stage.state.see_through.x_ray);
}

TEST_CASE("Playing, pointing, choosing and moving the camera are nothing to undo") {
    Stage stage;
    stage(SetDepth{Depth::superficial});
    stage.state.view_history = {};
    for (const Command& command :
         {Command{SetPlaying{true}}, Command{Advance{0.5}}, Command{HoverStructure{"outer_right"}},
          Command{SelectStructure{"outer_right"}}, Command{OrbitCamera{{20.0F, 3.0F}}}, Command{GoToStep{1}},
          Command{SetExplosion{0.0F}}, Command{Undo{}}, Command{Redo{}}}) {
        stage(command);
        CHECK_FALSE(stage.state.view_history.can_undo());
    }
}

TEST_CASE("After very many changes the last hundred can be undone") {
    Stage stage;
    for (int i = 0; i < 250; ++i) {
        stage.by_hand(SetXRay{i % 2 == 0});
    }
    std::size_t undone = 0;
    for (; stage.state.view_history.can_undo(); ++undone) {
        stage(Undo{});
    }
    CHECK(undone == ViewHistory::longest);
}
