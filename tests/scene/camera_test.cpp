#include "scene/camera.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "catch.h"

using namespace dorsum::scene;

namespace {
constexpr glm::vec2 size_px{1280.0F, 720.0F};
const dorsum::mesh::Bounds back{{-0.3F, -0.4F, -0.1F}, {0.3F, 0.5F, 0.12F}};
}  // namespace

TEST_CASE("A point lands on the pixel whose ray goes through it, in every view") {
    const View view = GENERATE(View::back, View::left, View::right, View::top, View::three_quarter);
    const Camera camera = frame(view, back, size_px.x / size_px.y);
    for (const glm::vec3 point : {glm::vec3{0.0F}, glm::vec3{0.2F, 0.3F, 0.1F}, glm::vec3{-0.1F, -0.35F, 0.05F}}) {
        const auto pixel = project(camera, point, size_px);
        REQUIRE(pixel);
        const Ray ray = ray_through(camera, *pixel, size_px);
        CHECK(glm::length(ray.direction) == Approx(1.0F).epsilon(1.0e-4));
        CHECK(glm::length(glm::cross(point - ray.origin, ray.direction)) < 1.0e-4F);
        const glm::vec4 clip =
            projection_matrix(camera, size_px.x / size_px.y) * view_matrix(camera) * glm::vec4{point, 1.0F};
        CHECK((clip.x / clip.w * 0.5F + 0.5F) * size_px.x == Approx(pixel->x).margin(0.05));
        CHECK((0.5F - clip.y / clip.w * 0.5F) * size_px.y == Approx(pixel->y).margin(0.05));
    }
}

TEST_CASE("A framed back lies wholly within the picture and fills it one way") {
    const View view = GENERATE(View::back, View::left, View::right, View::top, View::three_quarter);
    const glm::vec2 size = GENERATE(glm::vec2{1280.0F, 720.0F}, glm::vec2{600.0F, 900.0F});
    const Camera camera = frame(view, back, size.x / size.y);
    float widest = 0.0F;
    for (unsigned corner = 0; corner < 8; ++corner) {
        const glm::vec3 point{(corner & 1U) != 0 ? back.high.x : back.low.x,
                              (corner & 2U) != 0 ? back.high.y : back.low.y,
                              (corner & 4U) != 0 ? back.high.z : back.low.z};
        const auto pixel = project(camera, point, size);
        REQUIRE(pixel);
        const glm::vec2 share = glm::abs(*pixel / size * 2.0F - 1.0F);
        widest = std::max({widest, share.x, share.y});
    }
    CHECK(widest <= 1.0F);
    CHECK(widest > 0.9F);
}

TEST_CASE("Where words cover the edges of the picture, the framed back lies in what is left") {
    const View view = GENERATE(View::back, View::left, View::right, View::top, View::three_quarter);
    const glm::vec2 size = GENERATE(glm::vec2{1280.0F, 720.0F}, glm::vec2{600.0F, 900.0F});
    const Camera camera = frame(view, back, size.x / size.y, {0.10F, 0.14F});
    for (unsigned corner = 0; corner < 8; ++corner) {
        const glm::vec3 point{(corner & 1U) != 0 ? back.high.x : back.low.x,
                              (corner & 2U) != 0 ? back.high.y : back.low.y,
                              (corner & 4U) != 0 ? back.high.z : back.low.z};
        const auto pixel = project(camera, point, size);
        REQUIRE(pixel);
        CHECK(pixel->x >= 0.09F * size.x);
        CHECK(pixel->x <= 0.91F * size.x);
        CHECK(pixel->y >= 0.0F);
        CHECK(pixel->y <= 0.87F * size.y);
    }
}

TEST_CASE("The back view has the head at the top and the receiver's right on the right") {
    const Camera camera = frame(View::back, back, 1.6F);
    const auto head = project(camera, {0.0F, 0.4F, 0.0F}, size_px);
    const auto right = project(camera, {0.2F, 0.0F, 0.0F}, size_px);
    REQUIRE(head);
    REQUIRE(right);
    CHECK(head->y < size_px.y * 0.5F);
    CHECK(right->x > size_px.x * 0.5F);
}

TEST_CASE("Seen from beside or from the head end, the receiver lies and does not stand") {
    const View view = GENERATE(View::left, View::right, View::top);
    const Camera camera = frame(view, back, 1.6F);
    const auto skin = project(camera, camera.target + glm::vec3{0.0F, 0.0F, 0.2F}, size_px);
    const auto table = project(camera, camera.target - glm::vec3{0.0F, 0.0F, 0.2F}, size_px);
    REQUIRE(skin);
    REQUIRE(table);
    CHECK(skin->y < table->y - 10.0F);
    CHECK(skin->x == Approx(table->x).margin(1.0));
}

TEST_CASE("Orbiting by the window's height turns by 180 degrees and never over the poles") {
    const Camera turned = orbit({}, {-720.0F, 0.0F}, 720.0F);
    CHECK(std::abs(turned.azimuth_deg) == Approx(180.0F));
    CHECK(orbit({}, {0.0F, 5000.0F}, 720.0F).elevation_deg == Approx(89.0F));
    CHECK(orbit({}, {0.0F, -5000.0F}, 720.0F).elevation_deg == Approx(-89.0F));
}

TEST_CASE("The surface follows the hand when it is dragged, in every view") {
    const View view = GENERATE(View::back, View::left, View::top);
    const Camera before = frame(view, back, size_px.x / size_px.y);
    const glm::vec3 near_point = before.target + (eye(before) - before.target) * 0.1F;
    const auto from = project(before, near_point, size_px);
    const auto to = project(orbit(before, {12.0F, 5.0F}, size_px.y), near_point, size_px);
    REQUIRE(from);
    REQUIRE(to);
    CHECK(to->x > from->x);
    CHECK(to->y > from->y);
}

TEST_CASE("The point under the cursor follows a pan") {
    const Camera before = frame(View::three_quarter, back, size_px.x / size_px.y);
    const auto from = project(before, before.target, size_px);
    const auto to = project(pan(before, {30.0F, -20.0F}, size_px.y), before.target, size_px);
    REQUIRE(from);
    REQUIRE(to);
    CHECK(to->x - from->x == Approx(30.0F).margin(0.1));
    CHECK(to->y - from->y == Approx(-20.0F).margin(0.1));
}

TEST_CASE("A flight starts and ends exactly and takes the short way round") {
    Camera from;
    from.azimuth_deg = 170.0F;
    Camera to;
    to.azimuth_deg = -170.0F;
    CHECK(between(from, to, 0.0F) == from);
    CHECK(between(from, to, 1.0F) == to);
    CHECK(std::abs(between(from, to, 0.5F).azimuth_deg) == Approx(180.0F));
}

TEST_CASE("A point behind the eye is nowhere in the picture") {
    CHECK_FALSE(project({}, {0.0F, 0.0F, 5.0F}, size_px));
}

TEST_CASE("Views are read by the names that they are written with") {
    for (const View view : {View::back, View::left, View::right, View::top, View::three_quarter}) {
        CHECK(parse_view(name_of(view)) == view);
    }
    CHECK_FALSE(parse_view("front"));
}
