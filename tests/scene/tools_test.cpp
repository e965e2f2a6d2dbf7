#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "catch.h"
#include "scene/key_bindings.h"
#include "scene/palette.h"
#include "scene/scene.h"
#include "scene/skin_line.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

constexpr glm::vec2 window_px{800.0F, 500.0F};

/// A subject as a person finds it, and what that person does with it.
struct Stage {
    Subject subject = test::make_test_subject();
    State state = initial_state(subject, window_px.x / window_px.y);

    void act(const Command& command) { state = apply(std::move(state), command, subject, window_px); }
    void press(const std::string& key) {
        for (const KeyBinding& binding : key_bindings()) {
            if (binding.key_name == key) {
                return act(binding.command(state));
            }
        }
        FAIL("no key " << key);
    }
    [[nodiscard]] glm::vec2 pixel_of(const glm::vec3 place) const {
        return project(state.camera, place, window_px).value();
    }
    /// Across the middle of the back, a little higher with `up_px`.
    void draw_line(const float up_px = 0.0F) {
        const glm::vec2 middle = pixel_of({0.0F, 0.0F, 0.11F});
        act(BeginPen{middle + glm::vec2{-60.0F, -up_px}});
        act(MovePen{middle + glm::vec2{60.0F, -up_px}});
        act(LiftPen{});
    }
    [[nodiscard]] std::size_t lines_in_picture() const {
        const Scene scene = compose(state, subject, window_px);
        return static_cast<std::size_t>(std::ranges::count_if(scene.patches.vertices, [](const PatchVertex& vertex) {
            return vertex.kind == static_cast<std::uint32_t>(PatchKind::skin_line);
        }));
    }
};

/// On the back of the test trunk, an ellipsoid of half axes 0.20, 0.45 and 0.11 m.
glm::vec3 on_trunk(const float x, const float y) {
    return {x, y, 0.11F * std::sqrt(1.0F - x * x / 0.04F - y * y / 0.2025F)};
}

float luminance(const glm::vec3 linear) {
    return glm::dot(linear, glm::vec3{0.2126F, 0.7152F, 0.0722F});
}

float contrast(const glm::vec3 first, const glm::vec3 second) {
    const float lighter = std::max(luminance(first), luminance(second));
    const float darker = std::min(luminance(first), luminance(second));
    return (lighter + 0.05F) / (darker + 0.05F);
}

}  // namespace

TEST_CASE("two clicks on the skin measure the way between them over the skin") {
    Stage stage;
    stage.press("Shift+M");
    REQUIRE(stage.state.measurement.on);
    const glm::vec3 from = on_trunk(-0.15F, 0.0F);
    const glm::vec3 to = on_trunk(0.15F, 0.0F);
    stage.act(AddMeasurePoint{stage.pixel_of(from)});
    stage.act(AddMeasurePoint{stage.pixel_of(to)});
    REQUIRE(stage.state.measurement.ways.size() == 1);
    const SkinWay& way = *stage.state.measurement.ways.front();
    // Along the level ellipse of half axes 0.20 and 0.11 m, summed in small steps.
    double expected = 0.0;
    for (int i = 0; i < 3000; ++i) {
        const auto x = [](const int step) { return -0.15F + 0.3F * static_cast<float>(step) / 3000.0F; };
        expected += static_cast<double>(glm::distance(on_trunk(x(i), 0.0F), on_trunk(x(i + 1), 0.0F)));
    }
    CHECK(way.length_m == Approx(expected).epsilon(0.004));  // the test trunk has 80 flat sides, a pixel is 2 mm
    CHECK(way.straight_m == Approx(0.3).epsilon(0.008));
    CHECK(way.straight_m < way.length_m);
    const Scene scene = compose(stage.state, stage.subject, window_px);
    CHECK(std::ranges::any_of(scene.labels, [](const Label& label) { return label.kind == LabelKind::distance; }));
    CHECK(stage.lines_in_picture() > 20);
}

TEST_CASE("more points go on, Backspace takes the last away, Escape ends, and measuring comes back as it was") {
    Stage stage;
    stage.act(OpenCautions{false});
    stage.press("Shift+M");
    for (const float x : {-0.1F, 0.0F, 0.1F}) {
        stage.act(AddMeasurePoint{stage.pixel_of(on_trunk(x, 0.1F))});
    }
    CHECK(stage.state.measurement.ways.size() == 2);
    stage.press("Backspace");
    CHECK(stage.state.measurement.points.size() == 2);
    CHECK(stage.state.measurement.ways.size() == 1);
    const Measurement before = stage.state.measurement;
    stage.press("Esc");
    CHECK_FALSE(stage.state.measurement.on);
    CHECK(stage.lines_in_picture() == 0);
    stage.press("Shift+M");
    CHECK(stage.state.measurement == before);
    for (int i = 0; i < 4; ++i) {
        stage.press("Backspace");
    }
    CHECK(stage.state.measurement.points.empty());
}

TEST_CASE("a click beside the skin, and a second one at the same place, set no point") {
    Stage stage;
    stage.press("Shift+M");
    stage.act(AddMeasurePoint{{2.0F, 2.0F}});
    CHECK(stage.state.measurement.points.empty());
    stage.act(AddMeasurePoint{stage.pixel_of(on_trunk(0.0F, 0.0F))});
    stage.act(AddMeasurePoint{stage.pixel_of(on_trunk(0.0F, 0.0F))});
    CHECK(stage.state.measurement.points.size() == 1);
}

TEST_CASE("distances read in millimetres, and from ten centimetres on in centimetres") {
    CHECK(distance_text(0.0843F) == "84 mm");
    CHECK(distance_text(0.0997F) == "10.0 cm");
    CHECK(distance_text(0.1842F) == "18.4 cm");
}

TEST_CASE("the pen draws a line that lies on the skin and stays there when the view turns") {
    Stage stage;
    stage.press("Shift+P");
    stage.draw_line();
    REQUIRE(stage.state.pen.lines.size() == 1);
    const auto line = stage.state.pen.lines.front();
    REQUIRE(line->points.size() > 10);
    for (const body::SkinPoint& point : line->points) {
        CHECK(glm::distance(stage.subject.body->skin->nearest(point.position)->position, point.position) < 1.0e-4F);
    }
    for (std::size_t i = 1; i < line->points.size(); ++i) {
        CHECK(glm::distance(line->points[i].position, line->points[i - 1].position) < 0.0075F);
    }
    stage.act(OrbitCamera{{120.0F, 30.0F}});
    CHECK(stage.state.pen.lines.front() == line);
    CHECK(stage.lines_in_picture() > 20);
}

TEST_CASE("the last line is undone and redone, all are cleared at once, and that can be undone, too") {
    Stage stage;
    stage.act(OpenCautions{false});
    stage.press("Shift+P");
    stage.draw_line();
    stage.draw_line(40.0F);
    const PenLines both = stage.state.pen.lines;
    REQUIRE(both.size() == 2);
    stage.press("Ctrl+Z");
    CHECK(stage.state.pen.lines.size() == 1);
    stage.press("Ctrl+Shift+Z");
    CHECK(stage.state.pen.lines == both);
    stage.act(ClearPen{});
    CHECK(stage.state.pen.lines.empty());
    stage.press("Backspace");
    CHECK(stage.state.pen.lines == both);
    stage.press("Esc");
    CHECK_FALSE(stage.state.pen.on);
    CHECK(stage.state.pen.lines == both);
}

TEST_CASE("the eraser takes the lines that it touches, and one undo brings back all of one stroke") {
    Stage stage;
    stage.press("Shift+P");
    for (const float up_px : {0.0F, 40.0F, 80.0F}) {
        stage.draw_line(up_px);
    }
    const PenLines all = stage.state.pen.lines;
    stage.act(ChoosePen{PenColour::black, false, true});
    const glm::vec2 middle = stage.pixel_of({0.0F, 0.0F, 0.11F});
    stage.act(BeginPen{middle + glm::vec2{0.0F, 12.0F}});
    stage.act(MovePen{middle + glm::vec2{0.0F, -50.0F}});
    stage.act(LiftPen{});
    REQUIRE(stage.state.pen.lines.size() == 1);
    CHECK(stage.state.pen.lines.front() == all.back());
    stage.press("Ctrl+Z");
    CHECK(stage.state.pen.lines == all);
}

TEST_CASE("the colours of the pen stand out from their rim, and one of the two from every skin") {
    for (const PenColour colour : pen_colours) {
        CAPTURE(name_of(colour));
        CHECK(contrast(pen_core(colour), pen_rim(colour)) >= 4.5F);
        for (const SkinTone tone : skin_tones) {
            const glm::vec3 skin = look_of(tone).albedo;
            CHECK(std::max(contrast(pen_core(colour), skin), contrast(pen_rim(colour), skin)) >= 3.0F);
        }
    }
}

TEST_CASE("while a class is shown something the pen draws as before, and Escape puts it away first") {
    Stage stage;
    stage.act(OpenCautions{false});
    stage.act(Present{true});
    stage.press("Shift+P");
    stage.draw_line();
    CHECK(stage.state.pen.lines.size() == 1);
    stage.press("Esc");
    CHECK_FALSE(stage.state.pen.on);
    CHECK(stage.state.presentation.on);
    CHECK(stage.lines_in_picture() > 0);
}

TEST_CASE("a kept view brings back camera, step, layers, zones, breath and notes, with a smooth turn") {
    Stage stage;
    stage.press("Shift+P");
    stage.draw_line();
    stage.press("Shift+P");
    stage.act(GoToStep{1});
    stage.act(Seek{1.5});
    stage.act(ShowZone{7, true});
    stage.act(ShowLayer{Layer::towel, false});
    stage.act(SetBreathRate{8.0});
    stage.act(OrbitCamera{{100.0F, 40.0F}});
    const State kept = stage.state;
    stage.press("Ctrl+B");
    REQUIRE(stage.state.bookmarks.list.size() == 1);

    stage.act(GoToStep{0});
    stage.act(ShowAllZones{false});
    stage.act(ShowLayer{Layer::towel, true});
    stage.act(SetBreathRate{5.0});
    stage.act(ClearPen{});
    stage.act(OrbitCamera{{-200.0F, 0.0F}});
    stage.press("Alt+1");
    CHECK(stage.state.step == kept.step);
    CHECK(stage.state.time_s == Approx(kept.time_s));
    CHECK(stage.state.zones_shown == kept.zones_shown);
    CHECK(stage.state.layers == kept.layers);
    CHECK(stage.state.breath_per_min == Approx(8.0));
    CHECK(stage.state.pen.lines == kept.pen.lines);
    REQUIRE(stage.state.flight.has_value());
    CHECK(stage.state.flight->to == kept.camera);
    stage.act(Advance{5.0});
    CHECK(stage.state.camera == kept.camera);
    stage.act(UndoPen{});  // the notes that were there before are not lost
    CHECK(stage.state.pen.lines.empty());
}

TEST_CASE("views are renamed and removed, and that can be undone; no two get the same name") {
    Stage stage;
    stage.press("Ctrl+B");
    stage.press("Ctrl+B");
    BookmarkList& list = stage.state.bookmarks.list;
    REQUIRE(list.size() == 2);
    CHECK(list[0]->name != list[1]->name);
    stage.act(RenameBookmark{1, "Rhomboids"});
    CHECK(list[1]->name == "Rhomboids");
    stage.act(RenameBookmark{1, ""});
    CHECK(list[1]->name == "Rhomboids");
    stage.act(RemoveBookmark{0});
    REQUIRE(list.size() == 1);
    stage.act(UndoBookmarks{});
    CHECK(list.size() == 2);
    stage.act(UndoBookmarks{});
    CHECK(list[1]->name != "Rhomboids");
    stage.act(GoToBookmark{9});
    stage.act(RemoveBookmark{9});
    CHECK(list.size() == 2);
}

TEST_CASE("a view of another model shows what there is of it here") {
    Stage stage;
    State kept;
    kept.step = 40;
    kept.time_s = 1.0e9;
    kept.selected_structure = "rhomboid_major_right";
    kept.see_through.isolated = {"rhomboid_major_right"};
    kept.structures.hidden = {"rhomboid_major_right"};
    kept.see_through.explosion = 1.0F;
    kept.layers.set(static_cast<std::size_t>(Layer::skeleton));
    kept.measurement.on = true;
    kept.measurement.points = {on_trunk(0.0F, 0.0F) + glm::vec3{0.0F, 0.0F, 0.02F}, {5.0F, 5.0F, 5.0F}};
    Bookmark other;
    other.name = "Other";
    other.model.name = "other.glb";
    other.model.triangles = 7;
    other.kept = std::make_shared<const State>(kept);
    CHECK_FALSE(fits(other, stage.subject));
    stage.act(AddBookmarks{{std::make_shared<const Bookmark>(other)}});
    stage.act(GoToBookmark{0});
    const State& now = stage.state;
    CHECK(now.step == now.step_count - 1);
    CHECK(now.time_s <= stage.subject.choreography->steps.back().duration_s);
    CHECK(now.selected_structure.empty());
    CHECK(now.see_through.isolated.empty());
    CHECK(now.structures.hidden.empty());
    CHECK(now.see_through.explosion == Approx(0.0F));
    CHECK(shows(now.layers, Layer::skin));
    REQUIRE(now.measurement.points.size() == 1);
    CHECK(glm::distance(now.measurement.points.front(), on_trunk(0.0F, 0.0F)) < 0.003F);
}
