#include "scene/scale_bar.h"

#include <glm/geometric.hpp>
#include <random>
#include <set>

#include "catch.h"
#include "scene/apply.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

TEST_CASE("The scale bar is as long as points so far apart at the middle of the back, from everywhere") {
    const Subject subject = test::make_test_subject();
    const glm::vec3 middle{0.0F, 0.5F * (subject.body->spine.front().y + subject.body->spine.back().y), 0.0F};
    const auto skin = subject.body->skin->nearest(middle + glm::vec3{0.0F, 0.0F, 0.2F});
    REQUIRE(skin);
    std::mt19937 random(7);
    const auto between = [&random](const float low, const float high) {
        return std::uniform_real_distribution<float>(low, high)(random);
    };
    std::set<int> lengths;
    for (int i = 0; i < 500; ++i) {
        Camera camera = frame_back(View::back, *subject.body, 1.6F);
        camera.azimuth_deg = between(-180.0F, 180.0F);
        camera.elevation_deg = between(-60.0F, 60.0F);
        camera.roll_deg = between(-180.0F, 180.0F);
        camera.distance_m = between(0.5F, 6.0F);
        const glm::vec2 size_px{between(400.0F, 3840.0F), between(300.0F, 2160.0F)};
        const float widest_px = between(80.0F, 300.0F);
        const auto bar = scale_bar(camera, *subject.body, size_px, widest_px);
        REQUIRE(bar);
        CAPTURE(camera.azimuth_deg, camera.elevation_deg, camera.distance_m, bar->length_cm);
        lengths.insert(bar->length_cm);
        CHECK((bar->length_px <= widest_px || bar->length_cm == 1));
        // In the plane through the middle of the back that the eye looks straight at, any way across.
        const glm::vec3 towards = glm::normalize(eye(camera) - camera.target);
        const glm::vec3 across = glm::normalize(glm::cross(towards, glm::vec3{0.3F, between(-1.0F, 1.0F), 0.8F}));
        const float half_m = 0.005F * static_cast<float>(bar->length_cm);
        const auto from = project(camera, skin->position - across * half_m, size_px);
        const auto to = project(camera, skin->position + across * half_m, size_px);
        REQUIRE(from);
        REQUIRE(to);
        CHECK(bar->length_px == Approx(glm::distance(*from, *to)).epsilon(0.02));
    }
    CHECK(lengths == std::set<int>{1, 2, 5, 10, 20});
}

TEST_CASE("Nearer, the scale bar shows shorter lengths and never jumps beyond its room") {
    const Subject subject = test::make_test_subject();
    Camera camera = frame_back(View::back, *subject.body, 1.6F);
    camera.distance_m = 8.0F;
    int before = 1000;
    while (camera.distance_m > 0.3F) {
        const auto bar = scale_bar(camera, *subject.body, {1280.0F, 720.0F}, 116.0F);
        REQUIRE(bar);
        CHECK(bar->length_cm <= before);
        before = bar->length_cm;
        camera.distance_m *= 0.97F;
    }
    CHECK(before <= 2);
}
