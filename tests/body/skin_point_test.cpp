#include <cmath>
#include <glm/geometric.hpp>
#include <memory>
#include <random>

#include "body/place.h"
#include "body_properties.h"
#include "catch.h"
#include "synthetic_body.h"

namespace dorsum::body {
namespace {

const Body& person() {
    static const std::shared_ptr<const Body> body = [] {
        auto made = make_body(as_model(synthetic_person(), mesh::Axis::plus_y, mesh::Axis::minus_z, 1.0F));
        REQUIRE(made.has_value());
        return *made;
    }();
    return *body;
}

}  // namespace

TEST_CASE("every place of the back has a point on the skin") {
    check_on_skin(person());
}

TEST_CASE("neighbouring places have neighbouring points") {
    check_continuous(person());
}

TEST_CASE("going to the side or down the spine never turns back") {
    check_monotone(person());
}

TEST_CASE("the lateral distance is measured along the skin") {
    check_arc_lengths(person());
}

TEST_CASE("a symmetric body has symmetric places") {
    for (float level = 7.0F; level <= 24.0F; level += 0.5F) {
        for (float lateral_mm = 0.0F; lateral_mm <= 150.0F; lateral_mm += 7.5F) {
            const auto right = skin_point(person(), {{level}, lateral_mm});
            const auto left = skin_point(person(), {{level}, -lateral_mm});
            REQUIRE(right.has_value());
            REQUIRE(left.has_value());
            INFO(to_string(Level{level}) << " " << lateral_mm);
            CHECK(glm::distance(right->position, left->position * glm::vec3(-1, 1, 1)) < 0.0015F);
            CHECK(glm::dot(right->normal, left->normal * glm::vec3(-1, 1, 1)) > 0.995F);
        }
    }
}

TEST_CASE("right is positive, the midline is in the middle and normals look outwards") {
    for (float level = 7.0F; level <= 24.0F; level += 1.0F) {
        CHECK(std::abs(skin_point(person(), {{level}, 0.0F})->position.x) < 0.0015F);
        const auto right = skin_point(person(), {{level}, 60.0F});
        CHECK(right->position.x > 0.04F);
        CHECK(right->normal.z > 0.3F);
        CHECK(glm::length(right->normal) == Approx(1.0F).margin(1e-4));
    }
}

TEST_CASE("beyond the sides, above C4 and below S4 there is no place") {
    CHECK_FALSE(skin_point(person(), {{3.99F}, 0.0F}).has_value());
    CHECK_FALSE(skin_point(person(), {{28.01F}, 0.0F}).has_value());
    CHECK_FALSE(skin_point(person(), {{15.0F}, 400.0F}).has_value());
    CHECK_FALSE(skin_point(person(), {{15.0F}, -400.0F}).has_value());
    CHECK_FALSE(skin_point(person(), {{std::nanf("")}, 0.0F}).has_value());
    CHECK_FALSE(skin_point(person(), {{15.0F}, std::nanf("")}).has_value());
    CHECK_FALSE(skin_point(person(), {{15.0F}, INFINITY}).has_value());
    CHECK(skin_point(person(), {highest_level, 0.0F}).has_value());
    CHECK(skin_point(person(), {lowest_level, 0.0F}).has_value());
}

TEST_CASE("arms beside the trunk are not taken for the back") {
    for (float level = 14.0F; level <= 24.0F; level += 0.5F) {
        for (float lateral_mm = -200.0F; lateral_mm <= 200.0F; lateral_mm += 10.0F) {
            if (const auto point = skin_point(person(), {{level}, lateral_mm})) {
                CHECK(std::abs(point->position.x) < synthetic_half_breadth(point->position.y) + 0.002F);
            }
        }
    }
}

TEST_CASE("a place scales with the body") {
    mesh::TriangleMesh small = synthetic_person();
    for (glm::vec3& position : small.positions) {
        position *= 0.8F;
    }
    const auto body = make_body(as_model(small, mesh::Axis::plus_y, mesh::Axis::minus_z, 1.0F));
    REQUIRE(body.has_value());
    CHECK((*body)->scale_to_reference == Approx(0.8F * person().scale_to_reference).epsilon(0.01));
    for (float level = 7.0F; level <= 24.0F; level += 1.0F) {
        const auto large_point = skin_point(person(), {{level}, 80.0F});
        const auto small_point = skin_point(**body, {{level}, 80.0F});
        REQUIRE(small_point.has_value());
        CHECK(glm::distance(small_point->position, large_point->position * 0.8F) < 0.004F);
    }
}

TEST_CASE("a skin that is inside out, double or open at the front still has its back") {
    mesh::TriangleMesh skin = synthetic_person();
    SECTION("inside out") {
        for (std::size_t i = 0; i + 2 < skin.indices.size(); i += 3) {
            std::swap(skin.indices[i], skin.indices[i + 1]);
        }
    }
    SECTION("with an inner sheet") {
        const mesh::TriangleMesh outer = skin;
        const auto first = static_cast<std::uint32_t>(outer.positions.size());
        for (const glm::vec3 position : outer.positions) {
            skin.positions.push_back(position * glm::vec3(0.96F, 1.0F, 0.96F));
        }
        for (std::size_t i = 0; i + 2 < outer.indices.size(); i += 3) {
            for (const int corner : {0, 2, 1}) {
                skin.indices.push_back(first + outer.indices[i + corner]);
            }
        }
    }
    SECTION("open at the front") {
        std::vector<std::uint32_t> kept;
        for (std::size_t i = 0; i + 2 < skin.indices.size(); i += 3) {
            if (const glm::vec3 corner = skin.positions[skin.indices[i]]; corner.z > -0.06F || corner.y < -0.4F) {
                kept.insert(kept.end(), {skin.indices[i], skin.indices[i + 1], skin.indices[i + 2]});
            }
        }
        skin.indices = kept;
    }
    const auto body = make_body(as_model(skin, mesh::Axis::plus_y, mesh::Axis::minus_z, 1.0F),
                                {mesh::Axis::plus_y, mesh::Axis::minus_z, 1.0F});
    REQUIRE(body.has_value());
    for (float level = 9.0F; level <= 24.0F; level += 0.5F) {
        for (float lateral_mm = -120.0F; lateral_mm <= 120.0F; lateral_mm += 20.0F) {
            const auto point = skin_point(**body, {{level}, lateral_mm});
            const auto expected = skin_point(person(), {{level}, lateral_mm});
            REQUIRE(point.has_value());
            INFO(to_string(Level{level}) << " " << lateral_mm);
            CHECK(glm::distance(point->position, expected->position) < 0.006F);
            CHECK(glm::dot(point->normal, expected->normal) > 0.98F);
        }
    }
}

TEST_CASE("a point of the skin leads back to its place, anywhere on the back") {
    std::mt19937 generator(7);
    const auto share = [&] { return static_cast<float>(generator() % 100001U) / 100000.0F; };
    int found = 0;
    for (int i = 0; i < 4000; ++i) {
        const Place place{{4.0F + 24.0F * share()}, -200.0F + 400.0F * share()};
        const auto point = skin_point(person(), place);
        if (!point) {
            continue;
        }
        ++found;
        INFO(to_string(place.level) << " " << place.lateral_mm);
        const auto back = place_at(person(), point->position);
        REQUIRE(back.has_value());
        CHECK(std::abs(height_of(person(), back->level) - point->position.y) < 0.001F);
        CHECK(std::abs(back->lateral_mm - place.lateral_mm) < 1.0F);
        const auto again = skin_point(person(), *back);
        REQUIRE(again.has_value());
        CHECK(glm::distance(again->position, point->position) < 0.001F);
    }
    CHECK(found > 3000);
}

TEST_CASE("beside the back there is no place") {
    CHECK_FALSE(place_at(person(), {0.0F, 0.6F, 0.1F}).has_value());
    CHECK_FALSE(place_at(person(), {0.0F, -0.6F, 0.1F}).has_value());
    CHECK_FALSE(place_at(person(), {0.0F, 0.0F, -0.1F}).has_value());
    CHECK_FALSE(place_at(person(), {std::nanf(""), std::nanf(""), 0.0F}).has_value());
}

}  // namespace dorsum::body
