#include "scene/ribbons.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>

#include "body/breathing_shape.h"
#include "catch.h"
#include "mesh/mesh.h"
#include "scene/hands_on_bodies.h"
#include "scene/palette.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

bool is_ribbon(const PatchVertex& vertex) {
    return vertex.kind <= static_cast<std::uint32_t>(PatchKind::return_ribbon);
}

/// Where shaders/patch.vert and surface.vert bring a point of the skin: breathed, then pressed.
glm::vec3 as_drawn(const Scene& scene, const glm::vec3 at, const glm::vec3 normal) {
    return at + body::breathing_displacement(at, scene.chest_rise) - normal * scene::test::pressed_m(scene, at);
}

mesh::SpatialIndex skin_as_drawn(const Scene& scene) {
    mesh::TriangleMesh skin;
    for (const body::Part& part : scene.body->parts) {
        if (part.role != body::Role::skin) {
            continue;
        }
        const auto first = static_cast<std::uint32_t>(skin.positions.size());
        for (std::size_t i = 0; i < part.mesh.positions.size(); ++i) {
            skin.positions.push_back(as_drawn(scene, part.mesh.positions[i], part.mesh.normals[i]));
        }
        for (const std::uint32_t index : part.mesh.indices) {
            skin.indices.push_back(first + index);
        }
    }
    return mesh::SpatialIndex(std::move(skin));
}

/// The farthest that any corner, edge or middle of a ribbon's triangles lies from the skin, as both are drawn.
float farthest_from_skin_m(const Scene& scene) {
    const mesh::SpatialIndex skin = skin_as_drawn(scene);
    float farthest = 0.0F;
    const auto& [vertices, indices] = scene.patches;
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        if (!is_ribbon(vertices[indices[i]])) {
            continue;
        }
        std::array<glm::vec3, 3> corner;
        for (std::size_t c = 0; c < 3; ++c) {
            const PatchVertex& vertex = vertices[indices[i + c]];
            corner.at(c) = as_drawn(scene, vertex.position, vertex.normal);
        }
        for (const glm::vec3 at : {corner[0], (corner[0] + corner[1]) * 0.5F, (corner[1] + corner[2]) * 0.5F,
                                   (corner[0] + corner[1] + corner[2]) / 3.0F}) {
            const auto near = skin.nearest(at);
            REQUIRE(near);
            farthest = std::max(farthest, near->distance);
        }
    }
    return farthest;
}

Scene still(const State& state, const Subject& subject) {
    return compose(state, subject, {1280.0F, 720.0F});
}

struct Stage {
    Subject subject = dorsum::test::make_test_subject();
    State state = initial_state(subject, 1.6F);
    Stage() { state.step = 1; }
    [[nodiscard]] std::vector<PatchVertex> ribbon(const double time_s, const PatchKind kind) {
        state.time_s = time_s;
        std::vector<PatchVertex> vertices = still(state, subject).patches.vertices;
        std::erase_if(vertices, [kind](const auto& v) { return v.kind != static_cast<std::uint32_t>(kind); });
        return vertices;
    }
};

double luminance(const glm::vec3 linear) {
    return static_cast<double>(glm::dot(linear, glm::vec3{0.2126F, 0.7152F, 0.0722F}));
}

double contrast(const double a, const double b) {
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

glm::vec3 linear_from_hex(const unsigned hex) {
    const auto channel = [hex](const unsigned shift) {
        const float value = static_cast<float>((hex >> shift) & 0xffU) / 255.0F;
        return value <= 0.04045F ? value / 12.92F : std::pow((value + 0.055F) / 1.055F, 2.4F);
    };
    return {channel(16), channel(8), channel(0)};
}

/// `top` over `below` as a screen mixes them: between the values that are sent to it.
glm::vec3 mixed(const glm::vec3 below, const glm::vec3 top, const float share) {
    glm::vec3 linear;
    for (int i = 0; i < 3; ++i) {
        const auto encoded = [](const float v) { return std::pow(v, 1.0F / 2.2F); };
        linear[i] = std::pow(glm::mix(encoded(below[i]), encoded(top[i]), share), 2.2F);
    }
    return linear;
}

}  // namespace

TEST_CASE("Ribbons stay within a millimetre of the skin, however it breathes and wherever hands press it") {
    const auto hands = scene::test::shipped_hands();
    for (const char* body : {"reference", "woman", "heavy"}) {
        const Subject subject = scene::test::subject_with_hands(scene::test::shipped_model(std::string(body) + ".glb"),
                                                                scene::test::shipped_lesson("back-massage"), hands);
        const auto& steps = subject.choreography->steps;
        for (std::size_t step = 0; step < steps.size(); ++step) {
            for (const double share : {0.04, 0.21, 0.38, 0.55, 0.72, 0.93}) {
                const double time_s = share * steps[step].round_s;
                CAPTURE(body, step, time_s);
                CHECK(farthest_from_skin_m(scene::test::scene_at(subject, static_cast<int>(step), time_s)) < 0.001F);
            }
        }
    }
}

TEST_CASE("On every tone of skin, lit or in shade, core or halo of a ribbon has a contrast of three to one") {
    Stage stage;
    const double passes[] = {0.25, 1.0, 3.0, 5.0};
    for (const unsigned tone : {0xF6DCC8U, 0xE8BFA0U, 0xD9A98AU, 0xB98563U, 0x8D5B3FU, 0x5F3A26U, 0x3B2219U}) {
        for (const float light : {1.15F, 1.0F, 0.75F, 0.5F, 0.25F}) {
            const glm::vec3 skin = linear_from_hex(tone) * light;
            for (const double time_s : passes) {
                for (const PatchKind kind : {PatchKind::working_ribbon, PatchKind::return_ribbon}) {
                    for (const PatchVertex& vertex : stage.ribbon(time_s, kind)) {
                        const glm::vec4 colour = vertex.colour;
                        const double on = luminance(skin);
                        const double core = luminance(mixed(skin, glm::vec3(colour), colour.a));
                        const double halo = luminance(mixed(skin, halo_tone() * 0.8F, colour.a));  // in shade, too
                        CAPTURE(tone, light, core, halo);
                        CHECK(std::max(contrast(core, on), contrast(halo, on)) >= 3.0);
                        break;  // all vertices of a pass look the same
                    }
                }
            }
        }
    }
}

TEST_CASE("Arrowheads flow with the lesson's time: paused they stand, and the same time gives the same picture") {
    Stage stage;
    const auto flow = [&](const double time_s) { return stage.ribbon(time_s, PatchKind::working_ribbon)[0].flow_m; };
    CHECK(flow(1.0) == flow(1.0));
    float before = flow(0.0);
    CHECK(before == 0.0F);
    for (double time_s = 0.5; time_s < 2.0 * dorsum::test::mid_stroke_s(); time_s += 0.25) {
        CHECK(flow(time_s) > before);
        before = flow(time_s);
    }
    // At the end of the stroke they stand where they stood before it began: whole gaps on.
    const auto& stroke = stage.subject.choreography->steps[1].strokes.front();
    const float gap_m = stroke.length_m / std::floor(stroke.length_m / 0.12F + 0.5F);
    const float at_end = flow(2.0 * dorsum::test::mid_stroke_s() - 1.0e-4);
    CHECK(std::abs(at_end / gap_m - std::round(at_end / gap_m)) < 0.02F);
    for (const PatchVertex& vertex : stage.ribbon(1.0, PatchKind::return_ribbon)) {
        CHECK(vertex.flow_m == 0.0F);  // nobody strokes there now
    }
}

TEST_CASE("Behind the hand the ribbon glows, fading along what was done within two seconds") {
    Stage stage;
    const double time_s = 1.75 * dorsum::test::mid_stroke_s();
    float before = 0.0F;
    bool faded = false;
    for (const PatchVertex& vertex : stage.ribbon(time_s, PatchKind::working_ribbon)) {
        before = vertex.along == 0.0F ? 0.0F : before;  // the other hand's ribbon begins
        const bool behind = vertex.along < vertex.done_m;
        CHECK(vertex.glow >= 0.0F);
        CHECK(vertex.glow <= 1.0F);
        if (behind && vertex.across == 0.0F) {
            CHECK(vertex.glow >= before - 1.0e-4F);  // the nearer to the hand the brighter
            before = vertex.glow;
            faded = faded || vertex.glow == 0.0F;
        }
    }
    CHECK(before > 0.9F);
    CHECK(faded);  // where the hand was longer ago
}

TEST_CASE("The wake of a stroke stays when the next has begun, and is gone two seconds later") {
    Stage stage;
    const double end_s = 2.0 * dorsum::test::mid_stroke_s();
    const auto brightest = [&](const double time_s) {
        float most = 0.0F;
        for (const PatchVertex& vertex : stage.ribbon(time_s, PatchKind::working_ribbon)) {
            most = std::max(most, vertex.glow);
        }
        return most;
    };
    CHECK(brightest(end_s + 0.3) > 0.5F);
    CHECK(brightest(end_s + 1.5) < brightest(end_s + 0.3));
    CHECK(brightest(end_s + 2.2) == 0.0F);
}

TEST_CASE("With reduced motion arrowheads stand and the wake does not fade") {
    Stage stage;
    stage.state.reduced_motion = true;
    for (const double time_s : {0.5, 1.0, 1.75 * dorsum::test::mid_stroke_s()}) {
        for (const PatchVertex& vertex : stage.ribbon(time_s, PatchKind::working_ribbon)) {
            CHECK(vertex.flow_m == 0.0F);
            CHECK(vertex.glow == 1.0F);
        }
        for (const PatchVertex& vertex : stage.ribbon(time_s, PatchKind::return_ribbon)) {
            CHECK(vertex.glow == 0.0F);
        }
    }
}
