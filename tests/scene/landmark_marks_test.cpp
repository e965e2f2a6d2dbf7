#include "scene/landmark_marks.h"

#include <glm/geometric.hpp>

#include "catch.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

constexpr glm::vec2 window_px{1280.0F, 720.0F};

/// The test body with its one landmark, T12, shown.
struct Stage {
    Subject subject = test::make_test_subject();
    State state = initial_state(subject, window_px.x / window_px.y);
    Stage() { (*this)(ShowLayer{Layer::landmarks, true}); }
    void operator()(const Command& command) { state = apply(state, command, subject, window_px); }
    [[nodiscard]] glm::vec2 pixel() const {
        return project(state.camera, shown_landmarks(state, *subject.body).front().position, window_px).value();
    }
    [[nodiscard]] std::string under(const glm::vec2 pixel) const {
        return landmark_under(state, subject, pixel, window_px);
    }
};

}  // namespace

TEST_CASE("A landmark is pointed at where its dot is, from the side that shows it, while landmarks are shown") {
    Stage stage;
    const glm::vec2 dot = stage.pixel();
    CHECK(stage.under(dot + glm::vec2(4.0F, -3.0F)) == "T12");
    CHECK(stage.under(dot + glm::vec2(30.0F, 0.0F)).empty());
    stage(ShowLayer{Layer::landmarks, false});
    CHECK(stage.under(dot).empty());
    stage(ShowLayer{Layer::landmarks, true});
    stage.state.camera.azimuth_deg = 180.0F;
    CHECK(stage.under(stage.pixel()).empty());
}

TEST_CASE("A landmark is dragged over the skin with the mouse, and kept where it is let go") {
    Stage stage;
    const glm::vec2 to = stage.pixel() + glm::vec2(25.0F, 40.0F);
    stage(DragLandmark{"T12", to});
    REQUIRE(stage.state.landmark_drag.has_value());
    CHECK(glm::distance(stage.pixel(), to) < 1.5F);
    CHECK_FALSE(stage.state.landmarks.can_undo());
    const glm::vec3 there = stage.state.landmark_drag->position;
    stage(DropLandmark{});
    CHECK_FALSE(stage.state.landmark_drag.has_value());
    REQUIRE(stage.state.landmarks.current().moved.size() == 1);
    CHECK(glm::distance(stage.state.landmarks.current().moved.front().position_m, there) < 1.0e-5F);
    CHECK(glm::distance(stage.pixel(), to) < 1.5F);
    CHECK(shown_landmarks(stage.state, *stage.subject.body).front().confidence == 1.0F);
}

TEST_CASE("Beside the body a dragged landmark stays at its last place on the skin") {
    Stage stage;
    stage(DragLandmark{"T12", stage.pixel() + glm::vec2(10.0F, 10.0F)});
    const auto before = stage.state.landmark_drag;
    stage(DragLandmark{"T12", {2.0F, 2.0F}});
    CHECK(stage.state.landmark_drag == before);
}

TEST_CASE("Escape puts a landmark that is being dragged back") {
    Stage stage;
    const glm::vec2 before = stage.pixel();
    stage(DragLandmark{"T12", before + glm::vec2(25.0F, 0.0F)});
    stage(DropLandmark{false});
    CHECK(glm::distance(stage.pixel(), before) < 0.01F);
    CHECK_FALSE(stage.state.landmarks.can_undo());
}

TEST_CASE(
    "Undo of a landmark shows the landmarks, so that what it does is seen; with nothing to undo it changes nothing") {
    Stage stage;
    const glm::vec2 dot = stage.pixel();
    stage(ShowLayer{Layer::landmarks, false});
    stage.state.view_history = {};
    const State before = stage.state;
    stage(Undo{});
    stage(DragLandmark{"T12", dot + glm::vec2(25.0F, 0.0F)});  // nobody drags what is not shown
    CHECK(stage.state == before);
    stage.state.layers.set(static_cast<std::size_t>(Layer::landmarks));
    stage(DragLandmark{"T12", stage.pixel() + glm::vec2(25.0F, 0.0F)});
    stage(DropLandmark{});
    stage.state.layers.reset(static_cast<std::size_t>(Layer::landmarks));
    stage(Undo{});
    CHECK(shows(stage.state.layers, Layer::landmarks));
    CHECK(stage.state.landmarks.current().moved.empty());
}

TEST_CASE("No landmark is dragged that the body does not have") {
    Stage stage;
    stage(DragLandmark{"C2", stage.pixel()});
    CHECK_FALSE(stage.state.landmark_drag.has_value());
}

TEST_CASE("How sure a landmark is reads as a share, and as set where it was set") {
    CHECK(confidence_text(0.624F) == "62 %");
    CHECK(confidence_text(0.994F) == "99 %");
    CHECK(confidence_text(1.0F) == "set");
}
