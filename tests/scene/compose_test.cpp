#include <glm/geometric.hpp>
#include <set>

#include "catch.h"
#include "scene/apply.h"
#include "scene/palette.h"
#include "scene/pick.h"
#include "scene/scene.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

constexpr glm::vec2 size_px{1280.0F, 720.0F};

struct Stage {
    Subject subject = test::make_test_subject();
    State state = initial_state(subject, size_px.x / size_px.y);
    Stage() {
        state.step = 1;
        state.time_s = test::mid_stroke_s();
    }
    void show(const Layer layer, const bool shown) { state.layers.set(static_cast<std::size_t>(layer), shown); }
    [[nodiscard]] Scene scene() const { return compose(state, subject, size_px); }
};

std::set<std::uint32_t> kinds_in(const Scene& scene) {
    std::set<std::uint32_t> kinds;
    for (const PatchVertex& vertex : scene.patches.vertices) {
        kinds.insert(vertex.kind);
    }
    return kinds;
}

bool has(const Scene& scene, const PatchKind kind) {
    return kinds_in(scene).count(static_cast<std::uint32_t>(kind)) > 0;
}

}  // namespace

TEST_CASE("Ribbons, prints and zones lie within two millimetres of the skin and never in it") {
    Stage stage;
    stage.state = apply(stage.state, ShowAllZones{true}, stage.subject, size_px);
    const Scene scene = stage.scene();
    REQUIRE(scene.patches.vertices.size() > 1000);
    for (const PatchVertex& vertex : scene.patches.vertices) {
        const auto skin = stage.subject.body->skin->nearest(vertex.position);
        REQUIRE(skin);
        CHECK(skin->distance < 0.002F);
        CHECK(glm::dot(vertex.position - skin->position, skin->normal) > 0.0F);
        CHECK(glm::length(vertex.normal) == Approx(1.0F).epsilon(1.0e-3));
    }
}

TEST_CASE("A ribbon is as wide as it says and has no gaps") {
    const Stage stage;
    const Scene scene = stage.scene();
    for (std::size_t i = 0; i + 2 < scene.patches.indices.size(); i += 3) {
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const PatchVertex& a = scene.patches.vertices[scene.patches.indices[i + corner]];
            const PatchVertex& b = scene.patches.vertices[scene.patches.indices[i + (corner + 1) % 3]];
            CHECK(glm::distance(a.position, b.position) < 0.03F);
        }
    }
}

TEST_CASE("A step shows its working pass, its return and both hands with their letters") {
    const Stage stage;
    const Scene scene = stage.scene();
    CHECK(has(scene, PatchKind::working_ribbon));
    CHECK(has(scene, PatchKind::return_ribbon));
    CHECK(has(scene, PatchKind::palm_mark));
    int letters = 0;
    for (const Label& label : scene.labels) {
        letters += label.kind == LabelKind::hand ? 1 : 0;
    }
    CHECK(letters == 2);
}

TEST_CASE("A step without strokes shows none") {
    Stage stage;
    stage.state.step = 0;
    CHECK(stage.scene().patches.vertices.empty());
}

TEST_CASE("A layer that is hidden leaves nothing in the scene") {
    Stage stage;
    stage.state = apply(stage.state, ShowAllZones{true}, stage.subject, size_px);
    stage.show(Layer::strokes, false);
    CHECK_FALSE(has(stage.scene(), PatchKind::working_ribbon));
    stage.show(Layer::hands, false);
    CHECK_FALSE(has(stage.scene(), PatchKind::palm_mark));
    stage.show(Layer::zones, false);
    CHECK(stage.scene().patches.vertices.empty());
    CHECK(stage.scene().labels.empty());
    stage.show(Layer::table, false);
    CHECK(stage.scene().part_shown == std::vector<bool>{true, false});
}

TEST_CASE("The stroke under way is told apart, with the part already done") {
    const Stage stage;
    float done_m = 0.0F;
    float length_m = 0.0F;
    for (const PatchVertex& vertex : stage.scene().patches.vertices) {
        if (vertex.kind == static_cast<std::uint32_t>(PatchKind::working_ribbon)) {
            CHECK(vertex.emphasis == 1.0F);
            done_m = vertex.done_m;
            length_m = vertex.length_m;
        } else if (vertex.kind == static_cast<std::uint32_t>(PatchKind::return_ribbon)) {
            CHECK(vertex.emphasis == 0.0F);
        }
    }
    CHECK(done_m > 0.2F * length_m);
    CHECK(done_m < 0.8F * length_m);
}

TEST_CASE("What is to come, what is under way and what is done are told apart") {
    Stage stage;
    const auto done_share = [&](const PatchKind kind) {
        for (const PatchVertex& vertex : stage.scene().patches.vertices) {
            if (vertex.kind == static_cast<std::uint32_t>(kind)) {
                return vertex.done_m / vertex.length_m;
            }
        }
        return -1.0F;
    };
    CHECK(done_share(PatchKind::return_ribbon) == 0.0F);
    stage.state.time_s = 3.0 * dorsum::test::mid_stroke_s();  // half-way through the return
    CHECK(done_share(PatchKind::working_ribbon) == 1.0F);
    CHECK(done_share(PatchKind::return_ribbon) > 0.2F);
    CHECK(done_share(PatchKind::return_ribbon) < 0.8F);
}

TEST_CASE("Of a step with many strokes only the return that is under way or comes next is shown") {
    Stage stage;
    const auto ribbons = [&](const PatchKind kind) {
        std::set<float> starts;
        for (const PatchVertex& vertex : stage.scene().patches.vertices) {
            if (vertex.kind == static_cast<std::uint32_t>(kind) && vertex.along == 0.0F && vertex.across == 0.0F) {
                starts.insert(vertex.position.x);
            }
        }
        return starts.size();
    };
    auto choreography = *stage.subject.choreography;
    dorsum::lesson::StepOnBody& step = choreography.steps[1];
    const std::vector<dorsum::lesson::Stroke> one_round = step.strokes;
    for (const int round : {1, 2}) {
        for (dorsum::lesson::Stroke stroke : one_round) {
            stroke.index += 2 * round;
            stroke.start_s += round * step.round_s;
            for (auto& point : stroke.path) {  // a little further out each time
                point.position.x *= 1.0F + 0.1F * static_cast<float>(round);
            }
            step.strokes.push_back(std::move(stroke));
        }
    }
    step.round_s *= 3.0;
    step.duration_s = step.round_s;
    stage.subject.choreography = std::make_shared<const dorsum::lesson::Choreography>(choreography);
    CHECK(ribbons(PatchKind::working_ribbon) == 6);
    CHECK(ribbons(PatchKind::return_ribbon) == 2);
}

TEST_CASE("A zone over the vertebrae looks different from one to press") {
    Stage stage;
    stage.state.zones_shown.set(5);
    const auto mark = [&] {
        for (const PatchVertex& vertex : stage.scene().patches.vertices) {
            if (vertex.kind == static_cast<std::uint32_t>(PatchKind::zone_disc)) {
                return vertex.done_m;
            }
        }
        return -1.0F;
    };
    CHECK(mark() == 0.0F);
    auto choreography = *stage.subject.choreography;
    choreography.zones[4].over_vertebrae = true;
    stage.subject.choreography = std::make_shared<const dorsum::lesson::Choreography>(choreography);
    CHECK(mark() == 1.0F);
}

TEST_CASE("A letter stands on the back of its hand and leaves the thumb that works free") {
    Stage stage;
    stage.state.step = 2;
    const Scene scene = stage.scene();
    REQUIRE(scene.moment.right);
    const auto contact = project(scene.camera, scene.moment.right->point.position, size_px);
    REQUIRE(contact);
    bool found = false;
    for (const Label& label : scene.labels) {
        if (label.kind == LabelKind::hand && label.position_px.x > size_px.x * 0.5F) {
            found = true;
            CHECK(label.position_px.x > contact->x + 10.0F);
            CHECK(label.position_px.y > contact->y + 10.0F);
        }
    }
    CHECK(found);
}

TEST_CASE("Zone labels stand on their zones, and not on those that are turned away or off the picture") {
    Stage stage;
    stage.state = apply(stage.state, ShowAllZones{true}, stage.subject, size_px);
    int zones = 0;
    for (const Label& label : stage.scene().labels) {
        if (label.kind == LabelKind::zone) {
            ++zones;
            CHECK(zone_under(stage.state, stage.subject, ray_through(stage.state.camera, label.position_px, size_px)) ==
                  label.zone_number);
        }
    }
    CHECK(zones == zone_count);
    SECTION("seen from below") {
        stage.state.camera.azimuth_deg = 180.0F;
        CHECK(stage.scene().labels.empty());
    }
    SECTION("far to the side") {
        stage.state.camera.target.x = 1.5F;
        CHECK(stage.scene().labels.empty());
    }
}

TEST_CASE("A hovered zone is emphasised, and seen even when it is not switched on") {
    Stage stage;
    stage.state.hovered_zone = 5;
    const Scene scene = stage.scene();
    REQUIRE(has(scene, PatchKind::zone_disc));
    for (const PatchVertex& vertex : scene.patches.vertices) {
        if (vertex.kind == static_cast<std::uint32_t>(PatchKind::zone_disc)) {
            CHECK(vertex.emphasis > 0.0F);
        }
    }
}

TEST_CASE("Zones are drawn under strokes, strokes under hands") {
    Stage stage;
    stage.state = apply(stage.state, ShowAllZones{true}, stage.subject, size_px);
    const Scene scene = stage.scene();
    const auto rank = [](const std::uint32_t kind) {
        switch (static_cast<PatchKind>(kind)) {
            case PatchKind::zone_disc:
                return 0;
            case PatchKind::working_ribbon:
            case PatchKind::return_ribbon:
                return 1;
            default:
                return 2;
        }
    };
    int last = 0;
    for (const std::uint32_t index : scene.patches.indices) {
        const int now = rank(scene.patches.vertices[index].kind);
        CHECK(now >= last);
        last = now;
    }
}

TEST_CASE("The same state gives the same scene") {
    const Stage stage;
    const Scene one = stage.scene();
    const Scene two = stage.scene();
    REQUIRE(one.patches.indices == two.patches.indices);
    for (std::size_t i = 0; i < one.patches.vertices.size(); ++i) {
        CHECK(one.patches.vertices[i].position == two.patches.vertices[i].position);
    }
}

TEST_CASE("The organ of a chosen zone shines through the skin, and only where the skin covers it") {
    const Subject subject = test::make_layered_subject();
    State state = initial_state(subject, 1.6F);
    CHECK(compose(state, subject, size_px).glowing_parts.empty());
    state = apply(state, SelectZone{12, false}, subject, size_px);
    const Scene kidneys = compose(state, subject, size_px);
    REQUIRE(kidneys.glowing_parts.size() == 1);
    CHECK(subject.body->parts[kidneys.glowing_parts.front()].name == "kidney_right");
    CHECK((kidneys.glow == zone_colour(12)));
    state = apply(state, SelectZone{1, false}, subject, size_px);
    CHECK(compose(state, subject, size_px).glowing_parts.empty());  // this body has no lungs
    state = apply(state, SelectZone{12, false}, subject, size_px);
    state = apply(state, SetDepth{Depth::skeleton}, subject, size_px);
    CHECK(compose(state, subject, size_px).glowing_parts.empty());
}

TEST_CASE("Of zones that are lit up together one organ shines, or none") {
    const Subject subject = test::make_layered_subject();
    State state = initial_state(subject, 1.6F);
    state.zones_shown.set(12);
    CHECK(compose(state, subject, size_px).glowing_parts.size() == 1);
    state.zones_shown.set(11);
    CHECK(compose(state, subject, size_px).glowing_parts.empty());
}
