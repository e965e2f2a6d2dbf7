#include "render/renderer.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "catch.h"
#include "mesh/coarser_levels.h"
#include "mesh/refine.h"
#include "render/body_buffers.h"
#include "render/offscreen_context.h"
#include "render/picture_target.h"
#include "render/required.h"
#include "render/vertex_shading.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::render;

namespace {

constexpr int width = 480;
constexpr int height = 360;

using test::required;

struct Studio {
    OffscreenContext context = required(OffscreenContext::create());
    Renderer renderer = required(Renderer::create());
    PictureTarget target = required(PictureTarget::create(width, height));
    scene::Subject subject = test::make_test_subject();
    scene::State state = scene::initial_state(subject, static_cast<float>(width) / height);

    Studio() {
        state.step = 1;
        state.time_s = test::mid_stroke_s();
    }
    [[nodiscard]] scene::Scene scene() const { return scene::compose(state, subject, {width, height}); }
    [[nodiscard]] Picture draw() {
        renderer.draw(scene(), target.framebuffer());
        return target.read();
    }
    void show(const scene::Layer layer, const bool shown) { state.layers.set(static_cast<std::size_t>(layer), shown); }
};

/// The largest difference of any channel within a square around a point.
int difference(const Picture& a, const Picture& b, const glm::vec2 centre, const int radius) {
    int largest = 0;
    for (int y = static_cast<int>(centre.y) - radius; y <= static_cast<int>(centre.y) + radius; ++y) {
        for (int x = static_cast<int>(centre.x) - radius; x <= static_cast<int>(centre.x) + radius; ++x) {
            if (x < 0 || y < 0 || x >= a.width || y >= a.height) {
                continue;
            }
            for (std::size_t channel = 0; channel < 3; ++channel) {
                const std::size_t i = (static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)) * 3 + channel;
                largest = std::max(largest, std::abs(a.rgb[i] - b.rgb[i]));
            }
        }
    }
    return largest;
}

glm::vec3 pixel(const Picture& picture, const int x, const int y) {
    const std::size_t i = (static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)) * 3;
    return {picture.rgb[i], picture.rgb[i + 1], picture.rgb[i + 2]};
}

}  // namespace

TEST_CASE("The same scene gives the same bytes twice, also from a new renderer") {
    Studio studio;
    const Picture first = studio.draw();
    CHECK(studio.draw().rgb == first.rgb);
    studio.renderer = required(Renderer::create());
    CHECK(studio.draw().rgb == first.rgb);
}

TEST_CASE("The skin in the middle is warm and the corners are the dim room") {
    Studio studio;
    studio.state.step = 0;
    const Picture picture = studio.draw();
    const glm::vec3 skin = pixel(picture, width / 2, height / 2);
    CHECK(skin.r > skin.g + 20.0F);
    CHECK(skin.g > skin.b);
    CHECK(skin.r > 90.0F);
    CHECK(pixel(picture, 2, height - 3).r < 60.0F);
}

TEST_CASE("The picture is the right way up: light falls from the upper left") {
    Studio studio;
    studio.state.step = 0;
    const Picture picture = studio.draw();
    const auto brightness = [&](const glm::vec3 point) {
        const auto at = scene::project(studio.state.camera, point, {width, height});
        REQUIRE(at);
        return pixel(picture, static_cast<int>(at->x), static_cast<int>(at->y)).g;
    };
    CHECK(brightness({-0.12F, 0.2F, 0.07F}) > brightness({0.14F, -0.25F, 0.05F}) + 15.0F);
}

TEST_CASE("A hidden layer leaves no trace") {
    Studio studio;
    studio.state = scene::apply(studio.state, scene::ShowAllZones{true}, studio.subject, {width, height});
    for (const scene::Layer layer : {scene::Layer::zones, scene::Layer::strokes, scene::Layer::hands}) {
        studio.show(layer, false);
    }
    const Picture hidden = studio.draw();
    Studio calm;
    calm.state.zones_shown.reset();
    calm.show(scene::Layer::strokes, false);
    calm.show(scene::Layer::hands, false);
    CHECK(calm.draw().rgb == hidden.rgb);
}

TEST_CASE("Without the table its place shows the room") {
    Studio studio;
    const Picture with = studio.draw();
    studio.show(scene::Layer::table, false);
    const Picture without = studio.draw();
    const auto at = scene::project(studio.state.camera, {0.3F, 0.1F, -0.1F}, {width, height});
    REQUIRE(at);
    CHECK(difference(with, without, *at, 1) > 3);
}

TEST_CASE("Where a hand is, the picture differs from one without hands, and nowhere else") {
    Studio studio;
    const Picture with = studio.draw();
    const scene::Scene scene = studio.scene();
    REQUIRE(scene.moment.right);
    const auto hand = scene::project(studio.state.camera, scene.moment.right->point.position, {width, height});
    REQUIRE(hand);
    studio.show(scene::Layer::hands, false);
    const Picture without = studio.draw();
    CHECK(difference(with, without, *hand, 3) > 20);
    CHECK(difference(with, without, {20.0F, 20.0F}, 8) == 0);
}

TEST_CASE("A full breath moves the back") {
    Studio studio;
    studio.show(scene::Layer::strokes, false);
    studio.show(scene::Layer::hands, false);
    studio.state.camera = scene::frame_back(scene::View::left, *studio.subject.body, 4.0F / 3.0F, false);
    scene::Scene scene = studio.scene();
    scene.chest_rise = 0.0F;
    studio.renderer.draw(scene, studio.target.framebuffer());
    const Picture empty = studio.target.read();
    scene.chest_rise = 1.0F;
    studio.renderer.draw(scene, studio.target.framebuffer());
    CHECK(studio.target.read().rgb != empty.rgb);
}

TEST_CASE("The bare draw shows the same triangles and nothing else") {
    Studio studio;
    studio.renderer.draw_bare(studio.scene(), studio.target.framebuffer());
    const Picture bare = studio.target.read();
    CHECK(pixel(bare, width / 2, height / 2).r != pixel(bare, 2, 2).r);
    CHECK(pixel(bare, width / 2, height / 2).r == pixel(bare, width / 2, height / 2).g);
}

TEST_CASE("A scene without a body is an empty room") {
    Studio studio;
    scene::Scene empty;
    empty.size_px = {width, height};
    studio.renderer.draw(empty, studio.target.framebuffer());
    CHECK(pixel(studio.target.read(), width / 2, height / 2).r > 10.0F);
}

TEST_CASE("Of a very large part only the level that a picture needs is drawn, and it looks like the whole") {
    Studio studio;
    studio.show(scene::Layer::strokes, false);
    // The test's body is coarse: with its surface cut fine it looks the same, and is drawn by a level of it.
    const Picture before = studio.draw();
    auto fine = std::make_shared<body::Body>(*studio.subject.body);
    std::size_t large_parts = 0;
    for (body::Part& part : fine->parts) {
        if (part.role == body::Role::skin) {
            mesh::TriangleMesh mesh = mesh::refined(part.mesh, 700'000);
            mesh.normals = vertex_normals(mesh);
            part.mesh = mesh::with_coarser_levels(std::move(mesh));
            large_parts += part.mesh.coarser.size() == 2 ? 1 : 0;
        }
    }
    REQUIRE(large_parts > 0);
    studio.subject.body = fine;
    const Picture from_afar = studio.draw();
    std::size_t unlike = 0;
    for (std::size_t i = 0; i < before.rgb.size(); ++i) {
        unlike += std::abs(before.rgb[i] - from_afar.rgb[i]) > 40 ? 1 : 0;
    }
    CHECK(unlike < before.rgb.size() / 100);
    // Near by and back again: the same picture, from another level in between.
    const scene::Camera camera = studio.state.camera;
    studio.state.camera.distance_m *= 0.2F;
    static_cast<void>(studio.draw());
    studio.state.camera = camera;
    CHECK((studio.draw().rgb == from_afar.rgb));
}

TEST_CASE("How fine a very large part goes to the GPU follows from how near the picture comes to its skin") {
    const OffscreenContext context = required(OffscreenContext::create());
    auto body = std::make_shared<body::Body>(*test::make_test_subject().body);
    const auto skin = std::ranges::find(body->parts, body::Role::skin, &body::Part::role);
    REQUIRE(skin != body->parts.end());
    skin->mesh = mesh::with_coarser_levels(mesh::refined(skin->mesh, 700'000));
    REQUIRE(skin->mesh.coarser.size() == 2);
    const auto at = static_cast<std::size_t>(skin - body->parts.begin());
    BodyBuffers buffers(body);
    const auto triangles_from = [&](const float above_skin_m) {
        const glm::vec3 eye{0.0F, 0.0F, mesh::bounds(skin->mesh).high.z + above_skin_m};
        buffers.upload(*body, std::vector<bool>(body->parts.size(), true), {eye, 1000.0F});
        return static_cast<std::size_t>(buffers.parts[at].levels.front().count) / 3;
    };
    CHECK(triangles_from(2.0F) == skin->mesh.coarser[1].size() / 3);
    CHECK(triangles_from(0.05F) == skin->mesh.triangle_count());
    CHECK(triangles_from(2.0F) == skin->mesh.coarser[1].size() / 3);
}
