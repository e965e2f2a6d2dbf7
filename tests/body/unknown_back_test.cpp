#include <algorithm>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <string>

#include "../temporary_folder.h"
#include "body/landmark_file.h"
#include "body/place.h"
#include "body_properties.h"
#include "catch.h"
#include "changed_body.h"

namespace dorsum::body {
namespace {

using mesh::Axis;

// Of the levels C7 to L5; person-to-person the heights of landmarks differ by 15 to 25 mm.
constexpr float close_mm = 15.0F;

std::shared_ptr<const Body> found_in(const mesh::Model& model) {
    auto body = make_body(model);
    INFO((body ? std::string("found") : to_string(body.error())));
    REQUIRE(body.has_value());
    return *body;
}

glm::mat3 rotation(const float degrees, const glm::vec3 axis) {
    return glm::mat3(glm::rotate(glm::mat4(1.0F), glm::radians(degrees), glm::normalize(axis)));
}

std::string some_body() {
    return GENERATE("reference", "woman", "heavy");
}

}  // namespace

TEST_CASE("landmarks are found on a body of which nothing is known") {
    const KnownSkin skin = bundled_skin(some_body());
    const auto body = found_in(as_unknown_model(skin, 1.0F));
    CHECK(worst_level_mm(*body, skin) < close_mm);
    for (const char* id : {"acromion", "axillary_fold", "scapula_inferior", "iliac_crest", "psis"}) {
        for (const char* side : {"_right", "_left"}) {
            INFO(id << side);
            const Landmark* found = find_landmark(*body, std::string(id) + side);
            REQUIRE(found != nullptr);
            const glm::vec3 truth = glm::vec3(
                body->body_from_model * glm::vec4(skin.landmarks.at(std::string(id) + side) / body->unit_m, 1.0F));
            CHECK(std::abs(found->position.y - truth.y) < 0.015F);
            CHECK(std::abs(found->position.x - truth.x) < 0.015F);
        }
    }
    const Landmark* cleft = find_landmark(*body, "gluteal_cleft");
    REQUIRE(cleft != nullptr);
    CHECK(cleft->position.y < height_of(*body, {26.0F}));
    CHECK(std::abs(cleft->position.x) < 0.01F);
}

TEST_CASE("axes and unit of the file do not matter") {
    struct Turn {
        float degrees;
        glm::vec3 axis;
        Axis up, facing;
    };
    const Turn turn = GENERATE(
        Turn{90.0F, {1, 0, 0}, Axis::plus_z, Axis::plus_y}, Turn{-90.0F, {0, 0, 1}, Axis::plus_x, Axis::minus_z},
        Turn{180.0F, {0, 0, 1}, Axis::minus_y, Axis::minus_z}, Turn{180.0F, {0, 1, 0}, Axis::plus_y, Axis::plus_z});
    const float unit_m = GENERATE(1.0F, 0.01F, 0.001F, 0.0254F);
    const KnownSkin skin = turned(bundled_skin("woman"), rotation(turn.degrees, turn.axis));
    const auto body = found_in(as_unknown_model(skin, unit_m));
    CHECK(body->up == turn.up);
    CHECK(body->facing == turn.facing);
    CHECK(body->unit_m == Approx(unit_m));
    CHECK(worst_level_mm(*body, skin) < close_mm);
}

TEST_CASE("a tilted scan is brought upright") {
    const float degrees = GENERATE(4.0F, 8.0F, 20.0F, 40.0F);
    const glm::vec3 axis = GENERATE(glm::vec3(0.3F, 0.5F, 0.8F), glm::vec3(0.1F, 1.0F, 0.2F));
    const KnownSkin skin = turned(bundled_skin(some_body()), rotation(degrees, axis));
    const auto body = found_in(as_unknown_model(skin, 1.0F));
    INFO(degrees << " degrees");
    CHECK(worst_level_mm(*body, skin) < close_mm);
    // Left and right are told by the tilted plane of symmetry: the middle of the back lies on the midline.
    for (const char* id : {"T4", "T12", "L4"}) {
        const glm::vec3 truth =
            glm::vec3(body->body_from_model * glm::vec4(skin.landmarks.at(id) / body->unit_m, 1.0F));
        CHECK(std::abs(truth.x) < 0.008F);
    }
}

TEST_CASE("a tilted scan stays upright when levels of it were set by hand") {
    const test::TemporaryFolder folder;
    const KnownSkin skin = turned(bundled_skin("woman"), rotation(14.0F, {0.3F, 0.5F, 0.8F}));
    mesh::Model model = as_unknown_model(skin, 1.0F);
    model.file = (folder / "scan.stl").string();
    const bool many = GENERATE(false, true);
    LandmarkFile file{1.0F, {}, {}, {}, {{"T3", skin.landmarks.at("T3"), 1.0F}}};
    if (many) {
        file.landmarks.push_back({"L4", skin.landmarks.at("L4"), 1.0F});
    }
    REQUIRE(write_landmark_file(folder / "scan.landmarks.toml", file).has_value());
    const auto body = found_in(model);
    CHECK(worst_level_mm(*body, skin) < close_mm);
    for (const char* id : {"T3", "T12", "L4"}) {
        const glm::vec3 truth = glm::vec3(body->body_from_model * glm::vec4(skin.landmarks.at(id), 1.0F));
        CHECK(std::abs(truth.x) < 0.008F);
    }
    const Landmark* set = find_landmark(*body, "T3");
    REQUIRE(set != nullptr);
    CHECK(glm::distance(body->to_model(set->position), skin.landmarks.at("T3")) < 0.004F);
}

TEST_CASE("mirrored, noisy and coarse copies are understood as well") {
    const KnownSkin skin = bundled_skin(some_body());
    KnownSkin copy;
    SECTION("mirrored") {
        copy = mirrored(skin);
    }
    SECTION("3 mm of noise") {
        copy = noisy(skin, 3.0F, 1);
    }
    SECTION("6 mm of noise") {
        copy = noisy(skin, 6.0F, 2);
    }
    SECTION("a vertex every 10 mm") {
        copy = decimated(skin, 10.0F);
    }
    SECTION("a vertex every 25 mm") {
        copy = decimated(skin, 25.0F);
    }
    const auto body = found_in(as_unknown_model(copy, 0.01F));
    CHECK(body->unit_m == Approx(0.01F));
    CHECK(worst_level_mm(*body, copy) < close_mm);
}

TEST_CASE("parts of a body are understood, with less confidence the less they show") {
    const KnownSkin skin = bundled_skin(some_body());
    const auto confidence = [](const Body& body) { return find_landmark(body, "T6")->confidence; };
    const auto whole = found_in(as_unknown_model(skin, 1.0F));
    const float neck = skin.landmarks.at("C6").y;
    const float hips = skin.landmarks.at("S3").y;
    KnownSkin part;
    float bound_mm = close_mm;
    SECTION("without head and neck") {
        part = cut(skin, 1, -9.0F, neck);
        CHECK(confidence(*found_in(as_unknown_model(part, 1.0F))) < 0.6F * confidence(*whole));
    }
    SECTION("without hips and legs") {
        part = cut(skin, 1, hips, 9.0F);
    }
    SECTION("a trunk alone") {
        // Neither end shows: what remains is how far heights differ from person to person.
        bound_mm = 25.0F;
        part = cut(cut(skin, 1, -9.0F, neck), 1, hips, 9.0F);
        CHECK(confidence(*found_in(as_unknown_model(part, 1.0F))) < 0.6F * confidence(*whole));
    }
    SECTION("a scan of the back alone, open in front") {
        part = cut(skin, 2, -0.03F, 9.0F);
    }
    SECTION("a scan of the back alone, from the neck to the buttocks") {
        part = cut(cut(cut(skin, 2, -0.03F, 9.0F), 1, -0.3F, 9.0F), 1, -9.0F, skin.landmarks.at("C4").y);
    }
    const auto body = found_in(as_unknown_model(part, 1.0F));
    CHECK(worst_level_mm(*body, part) < bound_mm);
    CHECK(body->up == Axis::plus_y);
    CHECK(body->facing == Axis::minus_z);
    CHECK_FALSE(body->warnings.empty());
}

TEST_CASE("floor, frame and lamps around a body are no skin") {
    const KnownSkin skin = bundled_skin(some_body());
    mesh::Model model = as_unknown_model(skin, 1.0F);
    model.parts.push_back({"floor", fine_box({-1.0F, -0.9F, -0.2F}, {1.0F, 1.0F, -0.19F}, 40)});
    model.parts.push_back({"frame", fine_box({-0.6F, -0.6F, -0.3F}, {0.6F, 0.7F, 0.4F}, 20)});
    model.parts.push_back({"lamp", sphere({1.5F, 1.2F, 1.0F}, 0.05F)});
    model.parts.push_back({"moon", sphere({0.0F, 0.0F, -1.5F}, 0.3F)});
    SECTION("as parts of their own") {}
    SECTION("all in one part") {
        std::vector<const mesh::TriangleMesh*> meshes;
        for (mesh::ModelPart& part : model.parts) {
            part.mesh.normals.clear();
            meshes.push_back(&part.mesh);
        }
        mesh::Model one = model;
        one.parts = {{"everything", mesh::joined(meshes)}};
        model = one;
    }
    const auto body = found_in(model);
    CHECK(worst_level_mm(*body, skin) < close_mm);
    CHECK(body->triangle_count == model.triangle_count());
    const auto point = skin_point(*body, {{15.0F}, 60.0F});
    REQUIRE(point.has_value());
    CHECK(point->position.z < 0.2F);
    CHECK(std::any_of(body->warnings.begin(), body->warnings.end(),
                      [](const std::string& warning) { return warning.find("no body") != std::string::npos; }));
}

TEST_CASE("places on a body of which nothing is known are continuous and lie on its skin") {
    const auto body = found_in(as_unknown_model(bundled_skin(some_body()), 1.0F));
    check_on_skin(*body);
    check_continuous(*body, 4.0F);
    check_arc_lengths(*body);
}

TEST_CASE("the same mesh is understood the same way twice") {
    const mesh::Model model = as_unknown_model(noisy(bundled_skin("heavy"), 3.0F, 5), 1.0F);
    const auto first = found_in(model);
    const auto second = found_in(model);
    CHECK(first->body_from_model == second->body_from_model);
    REQUIRE(first->landmarks.size() == second->landmarks.size());
    for (std::size_t i = 0; i < first->landmarks.size(); ++i) {
        CHECK(first->landmarks[i].position == second->landmarks[i].position);
    }
}

}  // namespace dorsum::body
