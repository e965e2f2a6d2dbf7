#include "scene/standpoint.h"

#include <glm/geometric.hpp>

#include "catch.h"
#include "scene/apply.h"
#include "scene/pick.h"
#include "scene/scene.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

constexpr glm::vec2 window_px{1280.0F, 720.0F};

struct Stage {
    Subject subject = test::make_test_subject();
    State state = initial_state(subject, window_px.x / window_px.y);
    void operator()(const Command& command) { state = apply(state, command, subject, window_px); }
    [[nodiscard]] glm::vec2 seen(const glm::vec3 point) const {
        const auto pixel = project(state.camera, point, window_px);
        REQUIRE(pixel);
        return *pixel;
    }
    void look(const Command& command) {
        (*this)(command);
        (*this)(Advance{1.0});
    }
};

constexpr glm::vec3 head{0.0F, 0.4F, 0.0F};
constexpr glm::vec3 feet{0.0F, -0.4F, 0.0F};
constexpr glm::vec3 right{0.2F, 0.0F, 0.0F};
constexpr glm::vec3 left{-0.2F, 0.0F, 0.0F};

}  // namespace

TEST_CASE("In the mirror each point lies as far from the other edge, in every view") {
    Stage stage;
    const View view = GENERATE(View::back, View::left, View::right, View::top, View::three_quarter);
    stage.look(GoToView{view});
    const glm::vec2 before = stage.seen({0.1F, 0.2F, 0.1F});
    stage(SetMirror{true});
    const glm::vec2 mirrored = stage.seen({0.1F, 0.2F, 0.1F});
    CHECK(mirrored.x == Approx(window_px.x - before.x).margin(0.01));
    CHECK(mirrored.y == Approx(before.y).margin(0.01));
    const glm::vec4 clip = projection_matrix(stage.state.camera, window_px.x / window_px.y) *
                           view_matrix(stage.state.camera) * glm::vec4{0.1F, 0.2F, 0.1F, 1.0F};
    CHECK((clip.x / clip.w * 0.5F + 0.5F) * window_px.x == Approx(mirrored.x).margin(0.05));
}

TEST_CASE("What is pointed at in the mirror is what is seen there") {
    Stage stage;
    stage(ShowAllZones{true});
    stage(SetMirror{true});
    for (const lesson::ZoneOnBody& zone : stage.subject.choreography->zones) {
        const glm::vec2 pixel = stage.seen(zone.point.position);
        CHECK(zone_under(stage.state, stage.subject, ray_through(stage.state.camera, pixel, window_px)) == zone.number);
    }
}

TEST_CASE("Numbers and letters stand in the mirror where the things are that they name") {
    Stage stage;
    stage(ShowAllZones{true});
    stage(GoToStep{1});
    stage(Seek{1.0});
    const Scene plain = compose(stage.state, stage.subject, window_px);
    stage(SetMirror{true});
    const Scene mirrored = compose(stage.state, stage.subject, window_px);
    REQUIRE(plain.labels.size() == mirrored.labels.size());
    REQUIRE_FALSE(plain.labels.empty());
    for (std::size_t i = 0; i < plain.labels.size(); ++i) {
        CHECK(mirrored.labels[i].text == plain.labels[i].text);
        CHECK(mirrored.labels[i].position_px.x == Approx(window_px.x - plain.labels[i].position_px.x).margin(0.01));
    }
}

TEST_CASE("In the mirror the body follows the hand that turns and moves it, as ever") {
    Stage stage;
    stage(SetMirror{true});
    const glm::vec3 point{0.05F, 0.0F, 0.11F};  // on the side that faces the camera
    const glm::vec2 before = stage.seen(point);
    stage(OrbitCamera{{30.0F, 0.0F}});
    CHECK(stage.seen(point).x > before.x);
    const glm::vec2 turned = stage.seen(point);
    stage(PanCamera{{40.0F, 0.0F}});
    CHECK(stage.seen(point).x > turned.x + 30.0F);
}

TEST_CASE("The mirror stays through views, bodies and presentations until it is taken away") {
    Stage stage;
    stage(SetMirror{true});
    stage.look(GoToView{View::left});
    CHECK(stage.state.camera.mirrored);
    stage(Present{true});
    CHECK(stage.state.camera.mirrored);
    stage.look(SelectZone{7, true});
    CHECK(stage.state.camera.mirrored);
    stage(SetMirror{false});
    CHECK_FALSE(stage.state.camera.mirrored);
}

TEST_CASE("The giver at the receiver's left sees the head on the left, at the right on the right, at the head below") {
    Stage stage;
    stage.look(SeeAsGiver{GiverPlace::left});
    CHECK(seen_by_giver(stage.state) == GiverPlace::left);
    CHECK(eye(stage.state.camera).x < 0.0F);
    CHECK(stage.seen(head).x < stage.seen(feet).x);
    CHECK(stage.seen(right).y < stage.seen(left).y);  // the far side lies higher in the picture
    stage.look(SeeAsGiver{GiverPlace::right});
    CHECK(eye(stage.state.camera).x > 0.0F);
    CHECK(stage.seen(head).x > stage.seen(feet).x);
    CHECK(stage.seen(left).y < stage.seen(right).y);
    stage.look(SeeAsGiver{GiverPlace::head});
    CHECK(eye(stage.state.camera).y > 0.4F);
    CHECK(stage.seen(head).y > stage.seen(feet).y);
    CHECK(stage.seen(left).x > stage.seen(right).x);
    stage.look(SeeAsGiver{GiverPlace::none});
    CHECK(seen_by_giver(stage.state) == GiverPlace::none);
    CHECK(stage.seen(head).y < stage.seen(feet).y);
}

TEST_CASE("The giver's eyes are as near to the back as a person's who leans over it") {
    const Subject subject = test::make_test_subject();
    for (const GiverPlace place : {GiverPlace::left, GiverPlace::right, GiverPlace::head}) {
        const Camera camera = giver_camera(place, *subject.body, window_px.x / window_px.y);
        CHECK(eye(camera).z > 0.4F);
        CHECK(eye(camera).z < 1.2F);
    }
}

TEST_CASE("Whoever turns the camera elsewhere does not see as the giver any more; the mirror does not matter") {
    Stage stage;
    stage(SeeAsGiver{GiverPlace::head});
    CHECK(seen_by_giver(stage.state) == GiverPlace::head);  // on the way there
    stage(Advance{1.0});
    stage(SetMirror{true});
    CHECK(seen_by_giver(stage.state) == GiverPlace::head);
    stage(OrbitCamera{{5.0F, 0.0F}});
    CHECK(seen_by_giver(stage.state) == GiverPlace::none);
}
