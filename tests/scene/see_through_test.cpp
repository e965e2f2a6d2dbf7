#include "scene/see_through.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <limits>
#include <string>

#include "body/body.h"
#include "catch.h"
#include "mesh/import.h"
#include "scene/key_bindings.h"
#include "scene/pick.h"
#include "scene/scene.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

constexpr glm::vec2 size_px{1280.0F, 720.0F};
constexpr glm::vec3 over_all{0.08F, 0.05F, 0.09F};

struct Stage {
    Subject subject = test::make_layered_subject();
    State state = initial_state(subject, size_px.x / size_px.y);
    void operator()(const Command& command) { state = apply(state, command, subject, size_px); }
    void press(const std::string& key_name) {
        for (const KeyBinding& binding : key_bindings()) {
            if (binding.key_name == key_name) {
                return (*this)(binding.command(state));
            }
        }
        FAIL("no key " << key_name);
    }
    [[nodiscard]] Scene scene() const { return compose(state, subject, size_px); }
    [[nodiscard]] std::size_t part(const std::string& name) const { return *body::find_part(*subject.body, name); }
    [[nodiscard]] bool shown(const std::string& name) const { return scene().part_shown.at(part(name)); }
    [[nodiscard]] bool ghost(const std::string& name) const {
        const Scene now = scene();
        return !now.part_ghost.empty() && now.part_shown.at(part(name)) && now.part_ghost.at(part(name));
    }
    /// What a person points at who points at a place of the body.
    [[nodiscard]] std::string under(const glm::vec3 place) const {
        const glm::vec3 from = eye(state.camera);
        const auto found = structure_under(state, subject, {from, glm::normalize(place - from)});
        return found ? subject.body->parts[*found].name : "";
    }
};

}  // namespace

TEST_CASE("A layer that has faded wholly is composed as one that is hidden") {
    Stage faded;
    Stage hidden;
    faded(SetDepth{Depth::superficial});
    hidden(SetDepth{Depth::superficial});
    faded(SetOpacity{Layer::superficial, 0.0F});
    hidden(ShowLayer{Layer::superficial, false});
    CHECK(faded.scene().part_shown == hidden.scene().part_shown);
    CHECK(faded.scene().veils.empty());
    CHECK(faded.scene().patches.vertices.size() == hidden.scene().patches.vertices.size());
    CHECK(faded.under(over_all) == hidden.under(over_all));
}

TEST_CASE("Through a fading skin all that lies beneath is seen, but only what was chosen where something was") {
    Stage stage;
    stage(SetOpacity{Layer::skin, 0.4F});
    for (const char* part : {"skin", "outer_right", "middle_right", "inner_right", "rib_right"}) {
        CHECK(stage.shown(part));
    }
    CHECK_FALSE(stage.shown("kidney_right"));
    REQUIRE(stage.scene().veils.size() == 1);
    CHECK(stage.scene().veils.front().opacity == 0.4F);
    CHECK(stage.scene().veils.front().within.at(stage.part("skin")));
    CHECK_FALSE(stage.scene().veils.front().within.at(stage.part("table")));
    stage(ShowLayer{Layer::skeleton, true});
    CHECK(stage.shown("rib_right"));
    CHECK_FALSE(stage.shown("outer_right"));
    stage(SetOpacity{Layer::skin, 1.0F});
    CHECK(stage.scene().veils.empty());
}

TEST_CASE("Under x-rays the skin is a shell around the bones, or around what is laid open") {
    Stage stage;
    stage(SetXRay{true});
    CHECK(stage.ghost("skin"));
    CHECK(stage.shown("rib_right"));
    CHECK_FALSE(stage.ghost("rib_right"));
    CHECK_FALSE(stage.shown("outer_right"));
    CHECK_FALSE(stage.shown("table"));
    stage(SetDepth{Depth::superficial});
    CHECK(stage.ghost("skin"));
    CHECK(stage.shown("outer_right"));
    stage(SetOpacity{Layer::skin, 0.0F});
    CHECK_FALSE(stage.shown("skin"));
}

TEST_CASE("An isolated structure stands among ghosts, and is let go by its key, Escape or its name") {
    Stage stage;
    stage(OpenCautions{false});
    stage(SetDepth{Depth::deep});
    stage(SelectStructure{"inner_right", false});
    stage.press("I");
    CHECK(stage.shown("inner_right"));
    CHECK_FALSE(stage.ghost("inner_right"));
    CHECK(stage.ghost("rib_right"));
    CHECK_FALSE(stage.shown("outer_right"));
    stage.press("Esc");  // closes the card
    CHECK(stage.ghost("rib_right"));
    stage.press("Esc");
    CHECK_FALSE(stage.ghost("rib_right"));
    stage(IsolateStructure{"outer_right"});  // from wherever it is
    CHECK(stage.shown("outer_right"));
    stage(IsolateStructure{"no such thing"});
    CHECK(stage.state.see_through == SeeThrough{});
}

TEST_CASE("What is asked for beyond the range is brought into it") {
    Stage stage;
    stage(SetOpacity{Layer::deep, 7.0F});
    CHECK(stage.state.see_through.opacity_of(Layer::deep) == 1.0F);
    stage(SetOpacity{Layer::deep, -7.0F});
    CHECK(stage.state.see_through.opacity_of(Layer::deep) == 0.0F);
    stage(SetOpacity{Layer::deep, std::numeric_limits<float>::quiet_NaN()});
    CHECK(stage.state.see_through.opacity_of(Layer::deep) == 0.0F);
    stage(SetOpacity{Layer::table, 0.5F});  // it does not fade
    CHECK(stage.state.see_through.opacity_of(Layer::table) == 1.0F);
    stage(SetExplosion{3.0F});
    CHECK(stage.state.see_through.explosion == 1.0F);
    stage(SetCut{Cut{Section::axial, 1.0e9F, false}});
    CHECK(stage.state.see_through.cut->offset_mm == largest_cut_offset_mm);
}

TEST_CASE("A model with a skin only fades and is cut, and has nothing to take apart") {
    Subject subject = test::make_test_subject();
    State state = initial_state(subject, 1.6F);
    for (const Command& command :
         {Command{SetXRay{true}}, Command{SetExplosion{1.0F}}, Command{IsolateStructure{"skin"}}}) {
        state = apply(state, command, subject, size_px);
    }
    CHECK(state.see_through == SeeThrough{});
    state = apply(state, SetCut{Cut{}}, subject, size_px);
    CHECK(compose(state, subject, size_px).cut);
}

TEST_CASE("A cut takes away what lies beyond its plane, or the other half") {
    const Cut axial{Section::axial, 40.0F, false};
    CHECK(is_cut_away(axial, {0.0F, 0.05F, 0.0F}));
    CHECK_FALSE(is_cut_away(axial, {0.0F, 0.03F, 0.0F}));
    const Cut other{Section::axial, 40.0F, true};
    CHECK_FALSE(is_cut_away(other, {0.0F, 0.05F, 0.0F}));
    CHECK(is_cut_away(other, {0.0F, 0.03F, 0.0F}));
    CHECK(is_cut_away(Cut{Section::sagittal, 0.0F, false}, {0.01F, 0.0F, 0.0F}));
    CHECK(is_cut_away(Cut{Section::coronal, 0.0F, false}, {0.0F, 0.0F, 0.01F}));
    CHECK_FALSE(is_cut_away(std::nullopt, {0.0F, 0.0F, 0.01F}));
    for (const Section section : {Section::sagittal, Section::axial, Section::coronal}) {
        CHECK(parse_section(name_of(section)) == section);
    }
}

TEST_CASE("A cut follows the mouse along its normal, wherever it is looked at from") {
    Stage stage;
    stage(DragCut{{10.0F, 10.0F}});
    CHECK_FALSE(stage.state.see_through.cut);
    const auto place_on = [&stage] {
        const glm::vec4 plane = plane_of(*stage.state.see_through.cut);
        return glm::vec3(plane) * plane.w + glm::vec3{0.0F, 0.0F, stage.state.camera.target.z};
    };
    stage(SetCut{Cut{Section::axial, 50.0F, false}});
    const glm::vec2 before = *project(stage.state.camera, place_on(), size_px);
    stage(DragCut{{0.0F, -100.0F}});
    CHECK(stage.state.see_through.cut->offset_mm > 80.0F);
    CHECK(glm::distance(*project(stage.state.camera, place_on(), size_px), before + glm::vec2{0.0F, -100.0F}) < 8.0F);
    stage(SetCut{Cut{Section::sagittal, 0.0F, true}});  // it is the plane that is dragged, whichever half is left
    stage(DragCut{{50.0F, 0.0F}});
    CHECK(stage.state.see_through.cut->offset_mm > 20.0F);
    stage(SetCut{Cut{Section::coronal, 0.0F, false}});  // face on
    stage(DragCut{{0.0F, -50.0F}});
    CHECK(stage.state.see_through.cut->offset_mm > 20.0F);
}

TEST_CASE("Zones, labels and hands that are cut away are not shown") {
    Stage stage;
    stage(ShowAllZones{true});
    stage(GoToStep{1});
    stage(Seek{test::mid_stroke_s()});
    REQUIRE_FALSE(stage.scene().labels.empty());
    stage(SetCut{Cut{Section::coronal, -50.0F, false}});
    CHECK(stage.scene().labels.empty());
    CHECK(stage.scene().hands.empty());
    const glm::vec3 zone = stage.subject.choreography->zones[3].point.position;
    const glm::vec3 from = eye(stage.state.camera);
    CHECK(zone_under(stage.state, stage.subject, {from, glm::normalize(zone - from)}) == 0);
    stage(SetCut{});
    CHECK(zone_under(stage.state, stage.subject, {from, glm::normalize(zone - from)}) != 0);
}

TEST_CASE("What is seen most is picked, and nothing of which less than a tenth is seen") {
    Stage stage;
    stage(SetDepth{Depth::superficial});
    CHECK(stage.under(over_all) == "outer_right");
    stage(SetOpacity{Layer::superficial, 0.7F});
    CHECK(stage.under(over_all) == "outer_right");
    stage(SetOpacity{Layer::superficial, 0.3F});
    CHECK(stage.under(over_all) == "middle_right");
    stage(SetOpacity{Layer::intermediate, 0.05F});
    stage(SetOpacity{Layer::deep, 0.05F});
    CHECK(stage.under(over_all) == "rib_right");
    stage(SetDepth{Depth::skin});
    stage(ResetSeeThrough{});
    stage(SetOpacity{Layer::skin, 0.8F});
    CHECK(stage.under(over_all).empty());
    stage(SetOpacity{Layer::skin, 0.5F});
    CHECK(stage.under(over_all) == "outer_right");
}

TEST_CASE("What is cut away is not picked, and on the face of the cut the structure it passes through is") {
    Stage stage;
    const glm::vec3 rib{0.08F, 0.05F, 0.036F};
    stage(SetCut{Cut{Section::coronal, 36.0F, false}});
    CHECK(stage.under(rib) == "rib_right");            // cut through its middle
    CHECK(stage.under({0.08F, 0.11F, 0.036F}) == "");  // there is only what the skin holds
    stage(SetCut{Cut{Section::coronal, 57.0F, false}});
    CHECK(stage.under({0.08F, 0.10F, 0.057F}) == "inner_right");
    stage(SetCut{Cut{Section::coronal, 200.0F, false}});  // above all
    CHECK(stage.under(rib).empty());
}

TEST_CASE("Muscles that are taken apart are picked where they are seen, and ghosts not at all") {
    Stage stage;
    stage(SetDepth{Depth::superficial});
    stage(SetExplosion{1.0F});
    const Scene scene = stage.scene();
    const glm::vec3 shift = scene.part_shift.at(stage.part("outer_right"));
    CHECK(glm::length(shift) > 0.05F);
    CHECK(scene.part_shift.at(stage.part("rib_right")) == glm::vec3{0.0F});
    CHECK(stage.under(over_all + shift) == "outer_right");
    stage(SetExplosion{0.0F});
    stage(IsolateStructure{"rib_right"});
    CHECK(stage.under({0.08F, 0.05F, 0.041F}) == "rib_right");
    CHECK(stage.under({0.08F, 0.12F, 0.09F}).empty());
}

TEST_CASE("Taken apart, each layer goes farther out of the back, and nothing but muscles moves") {
    Stage stage;
    stage(SetExplosion{1.0F});
    CHECK(depth_of(stage.state.layers) == Depth::superficial);  // under the skin nobody would see it
    const std::vector<glm::vec3> shifts = stage.scene().part_shift;
    const auto out = [&](const char* name) { return shifts.at(stage.part(name)).z; };
    CHECK(out("inner_right") > 0.0F);
    CHECK(out("middle_right") > out("inner_right") + 0.02F);
    CHECK(out("outer_right") > out("middle_right") + 0.02F);
    CHECK(shifts.at(stage.part("outer_right")).x > 0.0F);  // and away from the spine
    CHECK(stage.scene().patches.vertices.empty());
}

TEST_CASE("Keys fade the outermost layer, then the next, and bring them back") {
    Stage stage;
    for (int i = 0; i < 5; ++i) {
        stage.press("T");
    }
    CHECK(stage.state.see_through.opacity_of(Layer::skin) == 0.0F);
    stage.press("T");
    CHECK(stage.state.see_through.opacity_of(Layer::superficial) == Approx(0.8F));
    for (int i = 0; i < 6; ++i) {
        stage.press("Shift+T");
    }
    CHECK(stage.state.see_through == SeeThrough{});
    stage.press("K");
    stage.press("Ctrl+PageUp");
    CHECK(stage.state.see_through.cut == Cut{Section::sagittal, 5.0F, false});
    stage.press("Shift+K");
    CHECK(stage.state.see_through.cut->other_side);
    stage.press("K");
    stage.press("K");
    CHECK(stage.state.see_through.cut->section == Section::coronal);
    stage.press("X");
    stage.press("E");
    CHECK(stage.state.see_through.x_ray);
    stage.press("R");
    CHECK(stage.state.see_through == SeeThrough{});
}

namespace {

/// How many vertices of a muscle lie in another by more than a hair, both moved.
int vertices_within(const mesh::TriangleMesh& muscle, const glm::vec3 shift, const mesh::SpatialIndex& other,
                    const mesh::Bounds& bounds, const glm::vec3 other_shift) {
    constexpr float hair_m = 0.003F;
    int within = 0;
    for (const glm::vec3 vertex : muscle.positions) {
        const glm::vec3 place = vertex + shift - other_shift;
        if (glm::any(glm::lessThan(place, bounds.low)) || glm::any(glm::greaterThan(place, bounds.high))) {
            continue;
        }
        const auto out = other.first_hit(place, glm::normalize(glm::vec3{0.11F, 0.07F, 1.0F}));
        const bool inside = out && glm::dot(out->normal, glm::vec3{0.11F, 0.07F, 1.0F}) > 0.0F;
        within += inside && !other.nearest(place, hair_m) ? 1 : 0;
    }
    return within;
}

}  // namespace

TEST_CASE("On the bundled body muscles that are taken apart do not lie in each other") {
    auto model = mesh::import_own_model(DORSUM_TEST_ASSETS "/body/reference.glb");
    REQUIRE(model);
    const auto body = body::make_body(*std::move(model)).value();
    const std::vector<glm::vec3> shifts = Explosion(body).shifts();
    struct Muscle {
        std::size_t part;
        mesh::SpatialIndex index;
        mesh::Bounds bounds;
    };
    std::vector<Muscle> muscles;
    for (std::size_t i = 0; i < body->parts.size(); ++i) {
        if (body::is_muscle(body->parts[i].role) && body->parts[i].name.ends_with("right")) {
            muscles.push_back({i, mesh::SpatialIndex(body->parts[i].mesh), mesh::bounds(body->parts[i].mesh)});
        }
    }
    REQUIRE(muscles.size() > 30);
    int at_rest = 0;
    for (const Muscle& a : muscles) {
        for (const Muscle& b : muscles) {
            if (a.part == b.part) {
                continue;
            }
            const mesh::TriangleMesh& mesh = body->parts[a.part].mesh;
            INFO(body->parts[a.part].name + " in " + body->parts[b.part].name);
            const int before = vertices_within(mesh, {}, b.index, b.bounds, {});
            at_rest += before;
            CHECK(vertices_within(mesh, shifts[a.part] * 0.5F, b.index, b.bounds, shifts[b.part] * 0.5F) <= before + 6);
            CHECK(vertices_within(mesh, shifts[a.part], b.index, b.bounds, shifts[b.part]) <= 6);
        }
    }
    CHECK(at_rest > 100);  // as they are modelled some do: there is something to find
}
