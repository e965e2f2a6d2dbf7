#include <array>
#include <cmath>
#include <filesystem>
#include <glm/geometric.hpp>
#include <string>

#include "body/body.h"
#include "body/place.h"
#include "body/reference_figures.h"
#include "body_properties.h"
#include "catch.h"
#include "mesh/import.h"

namespace dorsum::body {
namespace {

namespace fs = std::filesystem;

/// Empty, with a warning, where the file is missing.
std::shared_ptr<const Body> body_of(const std::string& file) {
    if (!fs::exists(file)) {
        WARN("skipped, there is no " << file);
        return nullptr;
    }
    auto model = mesh::import_model(file);
    REQUIRE(model.has_value());
    auto body = make_body(*std::move(model));
    REQUIRE(body.has_value());
    return *body;
}

}  // namespace

TEST_CASE("the bundled back has all its places") {
    REQUIRE(fs::exists(DORSUM_TEST_ASSETS "/body/reference.glb"));
    const auto body = body_of(DORSUM_TEST_ASSETS "/body/reference.glb");
    CHECK(body->body_from_model == glm::mat4(1.0F));
    CHECK(body->scale_to_reference == Approx(1.0F).margin(0.03));
    CHECK(body->warnings.empty());
    CHECK(body->landmarks.size() >= 37);
    check_on_skin(*body);
    check_continuous(*body);
    check_monotone(*body);
    check_arc_lengths(*body);
    for (int number = 7; number <= 24; ++number) {
        for (const float lateral_mm : {15.0F, 40.0F, 80.0F, 120.0F, 150.0F}) {
            const auto right = skin_point(*body, {{static_cast<float>(number)}, lateral_mm});
            const auto left = skin_point(*body, {{static_cast<float>(number)}, -lateral_mm});
            REQUIRE(right.has_value());
            REQUIRE(left.has_value());
            INFO(to_string(Level{static_cast<float>(number)}) << " " << lateral_mm);
            CHECK(glm::distance(right->position, left->position * glm::vec3(-1, 1, 1)) < 0.01F);
            CHECK(right->normal.z > -0.2F);
        }
    }
}

TEST_CASE("the skin of the Visible Human Male is understood: axes, unit, size, levels") {
    const auto body = body_of(DORSUM_TEST_SHARED "/meshes/hra_male_skin.fbx");
    if (!body) {
        return;
    }
    CHECK(body->up == mesh::Axis::plus_y);
    CHECK(body->facing == mesh::Axis::plus_z);
    CHECK(body->unit_m == Approx(0.01F));
    // Truth: the man is 1.803 m tall; brought to 1.75 m (times 0.9706) and shifted so that the top of
    // his head lies at y = 573 mm, his spinous processes lie at the reference heights. So a level is
    // as far below the top of his head as there, divided by 0.9706.
    const float truth_scale = 1.803F / 1.75F;
    const float top_m = body->model_bounds.high.y * body->unit_m;
    CHECK(body->scale_to_reference == Approx(truth_scale).epsilon(0.02));
    for (int number = 7; number <= 24; ++number) {
        const Level level{static_cast<float>(number)};
        const auto point = skin_point(*body, {level, 0.0F});
        REQUIRE(point.has_value());
        const float found_m = body->to_model(point->position).y * body->unit_m;
        const float truth_m = top_m - (reference_vertex_m - height_between(reference_heights(), level)) * truth_scale;
        INFO(to_string(level) << ": " << (found_m - truth_m) * 1000.0F << " mm too high");
        CHECK(std::abs(found_m - truth_m) < 0.020F);
        CHECK(std::abs(point->position.x) < 0.012F);
    }
    check_on_skin(*body);
    check_continuous(*body);
    check_arc_lengths(*body);
}

TEST_CASE("the same skin is understood when it lies on its face, in inches") {
    const std::string file = DORSUM_TEST_SHARED "/meshes/hra_male_skin.fbx";
    if (!fs::exists(file)) {
        WARN("skipped, there is no " << file);
        return;
    }
    auto model = mesh::import_model(file);
    REQUIRE(model.has_value());
    model->hints = {};
    for (mesh::ModelPart& part : model->parts) {
        for (glm::vec3& position : part.mesh.positions) {
            position = glm::vec3(-position.y, position.x, position.z) / 2.54F;
        }
        for (glm::vec3& normal : part.mesh.normals) {
            normal = glm::vec3(-normal.y, normal.x, normal.z);
        }
    }
    const auto body = make_body(*std::move(model));
    REQUIRE(body.has_value());
    CHECK((*body)->up == mesh::Axis::minus_x);
    CHECK((*body)->facing == mesh::Axis::plus_z);
    CHECK((*body)->unit_m == Approx(0.0254F));
}

TEST_CASE("a skeleton is understood although its unit is no usual one") {
    const auto body = body_of(DORSUM_TEST_SHARED "/meshes/bodyparts3d_skeleton.glb");
    if (!body) {
        return;
    }
    CHECK(body->up == mesh::Axis::plus_y);
    CHECK(body->facing == mesh::Axis::plus_z);
    CHECK(body->unit_m == Approx(0.13638F).epsilon(0.12));
    CHECK_FALSE(body->warnings.empty());
    int found = 0;
    for (int number = 7; number <= 24; ++number) {
        found += skin_point(*body, {{static_cast<float>(number)}, 0.0F}).has_value() ? 1 : 0;
    }
    CHECK(found >= 12);
}

TEST_CASE("a heart is no back") {
    const std::string file = DORSUM_TEST_SHARED "/meshes/hra_male_organs.glb";
    if (!fs::exists(file)) {
        WARN("skipped, there is no " << file);
        return;
    }
    auto model = mesh::import_model(file);
    REQUIRE(model.has_value());
    const auto body = make_body(*std::move(model));
    REQUIRE_FALSE(body.has_value());
    CHECK(body.error().cause.find("no back found") != std::string::npos);
    CHECK(body.error().remedy.find("landmarks") != std::string::npos);
}

TEST_CASE("the levels of the Visible Human Male lie where his own pelvis says") {
    const auto body = body_of(DORSUM_TEST_SHARED "/meshes/hra_male_skin.fbx");
    if (!body) {
        return;
    }
    // Truth: times 0.9706 (he was 1.803 m tall) and 315 mm lower, the crests, both superior spines and the ischia of
    // his pelvis lie on those of the reference adult, within 10 mm. His spinal cord then runs in the spinal canal at
    // T8, its tip lies at L1 (y -38.5 mm) and his kidneys from T11 to L3, as textbooks have them. So the tips of his
    // spinous processes are taken to lie at the reference heights there.
    constexpr float scale = 0.9706F;
    constexpr float shift_m = 0.315F;
    for (int number = 7; number <= 24; ++number) {
        const Level level{static_cast<float>(number)};
        const auto point = skin_point(*body, {level, 0.0F});
        REQUIRE(point.has_value());
        const float found_m = scale * body->to_model(point->position).y * body->unit_m - shift_m;
        INFO(to_string(level) << ": " << (found_m - height_between(reference_heights(), level)) * 1000.0F
                              << " mm too high");
        CHECK(std::abs(found_m - height_between(reference_heights(), level)) < 0.015F);
    }
    CHECK(find_landmark(*body, "C7")->confidence > 0.7F);
}

}  // namespace dorsum::body
