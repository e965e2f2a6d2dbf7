#include "scene/motion.h"

#include <cmath>
#include <glm/geometric.hpp>

#include "catch.h"
#include "scene/apply.h"
#include "scene/scene.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

constexpr glm::vec2 size_px{1280.0F, 720.0F};

struct Stage {
    Subject subject = test::make_test_subject();
    State state = initial_state(subject, size_px.x / size_px.y);
    void operator()(const Command& command) { state = apply(state, command, subject, size_px); }
    /// How strongly a zone pulses in the picture.
    [[nodiscard]] float glow(const int zone) const {
        const Scene scene = compose(state, subject, size_px);
        const lesson::ZoneOnBody& on_body = subject.choreography->zones[static_cast<std::size_t>(zone - 1)];
        for (const PatchVertex& vertex : scene.patches.vertices) {
            if (vertex.kind == static_cast<std::uint32_t>(PatchKind::zone_disc) &&
                glm::distance(vertex.position, on_body.point.position) < 0.002F) {
                return vertex.glow;
            }
        }
        return -1.0F;
    }
};

}  // namespace

TEST_CASE("A zone that is lit pulses three times, gently, and then the picture rests") {
    Stage stage;
    stage(ShowZone{7, true});
    CHECK(is_moving(stage.state));
    int peaks = 0;
    float before = stage.glow(7);
    bool rising = true;
    CHECK(before == 0.0F);
    double elapsed_s = 0.0;
    while (is_moving(stage.state) && elapsed_s < 10.0) {
        stage(Advance{0.02});
        elapsed_s += 0.02;
        const float now = stage.glow(7);
        CHECK(now <= 1.0F);
        CHECK(std::abs(now - before) < 0.08F);  // no flash
        peaks += rising && now < before ? 1 : 0;
        rising = now >= before;
        before = now;
    }
    CHECK(peaks == 3);
    CHECK(elapsed_s == Approx(zone_pulse_s).margin(0.05));
    CHECK(stage.glow(7) == 0.0F);
}

TEST_CASE("Only zones that were dark pulse, and a chosen one again") {
    Stage stage;
    stage(ShowZone{7, true});
    stage(Advance{4.0});
    stage(ShowAllZones{true});
    stage(Advance{0.5});
    CHECK(stage.glow(7) == 0.0F);
    CHECK(stage.glow(10) > 0.9F);
    stage(Advance{4.0});
    stage(SelectZone{7, false});
    stage(Advance{0.5});
    CHECK(stage.glow(7) > 0.9F);
    CHECK(stage.glow(10) == 0.0F);
    stage(Advance{4.0});
    stage(ShowAllZones{false});
    CHECK_FALSE(is_moving(stage.state));
}

TEST_CASE("A still picture shows zones at rest, unless a hand presses them") {
    Stage stage;
    stage.state.zones_shown.set(7);
    CHECK(stage.glow(7) == 0.0F);
    lesson::ZoneOnBody zone = stage.subject.choreography->zones[6];
    lesson::Moment moment;
    moment.right = lesson::HandNow{};
    moment.right->pressure = 2;
    moment.right->point = zone.point;
    stage.state.time_s = 0.75;
    CHECK(zone_pulse(stage.state, zone, moment) == Approx(1.0F));
    CHECK(zone_pulse(stage.state, zone, moment) == zone_pulse(stage.state, zone, moment));  // the lesson's time alone
    stage.state.time_s = 1.5;
    CHECK(zone_pulse(stage.state, zone, moment) == Approx(0.0F).margin(1.0e-5));
    stage.state.time_s = 0.75;
    moment.right->point.position.x += 2.0F * zone.radius_m;
    CHECK(zone_pulse(stage.state, zone, moment) == 0.0F);
}

TEST_CASE("With reduced motion nothing pulses and the camera is there at once") {
    Stage stage;
    stage(SetReducedMotion{true});
    stage(ShowAllZones{true});
    stage(SelectZone{7, true});
    CHECK_FALSE(is_moving(stage.state));
    CHECK(stage.glow(7) == 0.0F);
    const Camera at_zone = stage.state.camera;
    stage(GoToView{View::left});
    CHECK_FALSE(is_moving(stage.state));
    CHECK(stage.state.camera != at_zone);
}

TEST_CASE("Asking for reduced motion ends what moves where it would have come to rest") {
    Stage stage;
    stage(GoToView{View::left});
    stage(ShowZone{3, true});
    REQUIRE(stage.state.flight);
    const Camera goal = stage.state.flight->to;
    stage(SetReducedMotion{true});
    CHECK(stage.state.camera == goal);
    CHECK_FALSE(is_moving(stage.state));
}
