#include <cmath>
#include <fstream>
#include <limits>
#include <numbers>
#include <vector>

#include "../temporary_folder.h"
#include "body/body.h"
#include "body/landmark_file.h"
#include "catch.h"
#include "changed_body.h"

namespace dorsum::body {
namespace {

struct Ring {
    float radius;
    float height;
};

/// Turned on a lathe around the y axis.
mesh::TriangleMesh turned_on_lathe(const std::vector<Ring>& rings, const glm::vec3 shift = glm::vec3(0.0F),
                                   const float leaning = 0.0F) {
    mesh::TriangleMesh mesh;
    constexpr std::uint32_t around = 48;
    for (std::uint32_t ring = 0; ring < rings.size(); ++ring) {
        for (std::uint32_t k = 0; k < around; ++k) {
            const float turn = 2.0F * std::numbers::pi_v<float> * static_cast<float>(k) / static_cast<float>(around);
            const Ring& at = rings[ring];
            mesh.positions.push_back(shift + glm::vec3(at.radius * std::cos(turn) + leaning * at.height, at.height,
                                                       at.radius * std::sin(turn)));
            if (ring + 1 < rings.size()) {
                const std::uint32_t a = ring * around + k;
                const std::uint32_t b = ring * around + (k + 1) % around;
                mesh.indices.insert(mesh.indices.end(), {a, a + around, b, b, a + around, b + around});
            }
        }
    }
    return mesh;
}

void add(mesh::Model& model, mesh::TriangleMesh mesh) {
    model.parts.push_back({"thing", std::move(mesh)});
}

void add_legs(mesh::Model& model) {
    for (const float x : {0.0F, 0.4F}) {
        for (const float z : {0.0F, 0.4F}) {
            add(model, fine_box({x, 0.0F, z}, {x + 0.05F, 0.45F, z + 0.05F}, 6));
        }
    }
}

}  // namespace

TEST_CASE("what is no person is refused, with what was missing and how to go on by hand") {
    mesh::Model model;
    model.file = "thing.obj";
    SECTION("a cube") {
        add(model, fine_box(glm::vec3(0.0F), glm::vec3(1.0F), 10));
    }
    SECTION("a brick") {
        add(model, fine_box(glm::vec3(0.0F), {0.4F, 0.8F, 0.25F}, 10));
    }
    SECTION("a long bar") {
        add(model, fine_box(glm::vec3(0.0F), {3000.0F, 10.0F, 5.0F}, 4));
    }
    SECTION("a grain of dust") {
        add(model, fine_box(glm::vec3(0.0F), {1.0e-6F, 2.0e-6F, 1.0e-6F}, 4));
    }
    SECTION("a mountain") {
        add(model, fine_box(glm::vec3(0.0F), {1.0e6F, 3.0e6F, 2.0e6F}, 4));
    }
    SECTION("a sphere") {
        add(model, sphere(glm::vec3(0.0F), 1.0F));
    }
    SECTION("an egg") {
        add(model, sphere(glm::vec3(0.0F), 1.0F));
        for (glm::vec3& position : model.parts[0].mesh.positions) {
            position *= glm::vec3(0.25F, 0.4F, 0.15F);
        }
    }
    SECTION("a pipe") {
        add(model, turned_on_lathe({{0.2F, 0.0F}, {0.2F, 0.8F}}));
    }
    SECTION("a vase") {
        add(model,
            turned_on_lathe({{0.1F, 0.0F}, {0.2F, 0.2F}, {0.22F, 0.4F}, {0.12F, 0.6F}, {0.07F, 0.7F}, {0.1F, 0.8F}}));
    }
    SECTION("a bottle") {
        add(model, turned_on_lathe({{0.0F, 0.0F},
                                    {0.04F, 0.0F},
                                    {0.04F, 0.18F},
                                    {0.015F, 0.22F},
                                    {0.015F, 0.28F},
                                    {0.018F, 0.281F},
                                    {0.018F, 0.3F},
                                    {0.0F, 0.3F}}));
    }
    SECTION("a teapot") {
        add(model, turned_on_lathe({{0.0F, 0.0F},
                                    {0.08F, 0.0F},
                                    {0.13F, 0.06F},
                                    {0.14F, 0.1F},
                                    {0.1F, 0.16F},
                                    {0.03F, 0.17F},
                                    {0.015F, 0.18F},
                                    {0.025F, 0.2F},
                                    {0.0F, 0.21F}}));
        add(model, turned_on_lathe({{0.03F, 0.0F}, {0.015F, 0.12F}}, {0.13F, 0.06F, 0.0F}, 0.7F));
        add(model, turned_on_lathe({{0.012F, 0.0F}, {0.012F, 0.1F}}, {-0.17F, 0.05F, 0.0F}));
    }
    SECTION("a chair") {
        add_legs(model);
        add(model, fine_box({0.0F, 0.45F, 0.0F}, {0.45F, 0.5F, 0.45F}, 6));
        add(model, fine_box({0.0F, 0.5F, 0.4F}, {0.45F, 1.0F, 0.45F}, 6));
    }
    SECTION("a table") {
        add_legs(model);
        add(model, fine_box({-0.3F, 0.45F, -0.3F}, {1.2F, 0.5F, 0.75F}, 6));
    }
    SECTION("two bars") {
        add(model, fine_box(glm::vec3(0.0F), {0.05F, 0.7F, 0.2F}, 6));
        add(model, fine_box({0.4F, 0.0F, 0.0F}, {0.45F, 0.7F, 0.2F}, 6));
    }
    const auto body = make_body(model);
    REQUIRE_FALSE(body.has_value());
    CHECK(body.error().file == "thing.obj");
    CHECK(body.error().cause.find("no back found: ") != std::string::npos);
    CHECK(body.error().remedy.find("landmarks file") != std::string::npos);
}

TEST_CASE("whoever sets landmarks by hand has the last word on what is a back") {
    const test::TemporaryFolder folder;
    mesh::Model model;
    model.file = (folder / "doll.obj").string();
    add(model, fine_box({-0.2F, -0.4F, -0.1F}, {0.2F, 0.5F, 0.1F}, 20));
    REQUIRE_FALSE(make_body(model).has_value());
    REQUIRE(write_landmark_file(folder / "doll.landmarks.toml",
                                {1.0F,
                                 mesh::Axis::plus_y,
                                 mesh::Axis::minus_z,
                                 {},
                                 {{"C7", {0.0F, 0.3F, 0.1F}, 1.0F}, {"L5", {0.0F, -0.16F, 0.1F}, 1.0F}}})
                .has_value());
    const auto body = make_body(model);
    REQUIRE(body.has_value());
    CHECK(find_landmark(**body, "C7")->position.y - find_landmark(**body, "L5")->position.y ==
          Approx(0.46F).margin(0.002));
}

}  // namespace dorsum::body
