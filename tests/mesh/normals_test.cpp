#include <algorithm>
#include <glm/geometric.hpp>
#include <random>

#include "catch.h"
#include "mesh/import.h"
#include "mesh/smooth_surface.h"
#include "written_models.h"

using namespace dorsum;
using namespace dorsum::mesh;
using namespace dorsum::mesh::test;

namespace {

/// Three vertices of its own for every triangle, with the triangle's normal, as STL has it.
TriangleMesh faceted(const TriangleMesh& mesh, const bool with_normals) {
    TriangleMesh result;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const glm::vec3 a = mesh.positions[mesh.indices[i]];
        const glm::vec3 b = mesh.positions[mesh.indices[i + 1]];
        const glm::vec3 c = mesh.positions[mesh.indices[i + 2]];
        for (const glm::vec3& corner : {a, b, c}) {
            result.indices.push_back(static_cast<std::uint32_t>(result.positions.size()));
            result.positions.push_back(corner);
            if (with_normals) {
                result.normals.push_back(glm::normalize(glm::cross(b - a, c - a)));
            }
        }
    }
    return result;
}

}  // namespace

TEST_CASE("A faceted cube keeps its edges") {
    for (const bool with_normals : {false, true}) {
        const TriangleMesh cube = smooth_surface(faceted(box(), with_normals));
        CHECK(cube.positions.size() == 24);
        CHECK(cube.triangle_count() == 12);
        for (const glm::vec3& normal : cube.normals) {
            const float largest = std::max({std::abs(normal.x), std::abs(normal.y), std::abs(normal.z)});
            CHECK(largest == Approx(1.0F).margin(1.0e-5));
        }
    }
}

TEST_CASE("A faceted sphere becomes smooth, with normals that point from its centre") {
    for (const bool with_normals : {false, true}) {
        const TriangleMesh ball = smooth_surface(faceted(sphere(16, 24), with_normals));
        CHECK(ball.positions.size() == 15 * 24 + 2);
        for (std::size_t i = 0; i < ball.positions.size(); ++i) {
            CHECK(glm::dot(ball.normals[i], ball.positions[i]) > 0.995F);
        }
    }
}

TEST_CASE("A coarse ball of which neighbouring faces lie under 60 degrees apart has no seam") {
    // An octahedron cut once: at its corners, faces opposite each other lie further apart than 60 degrees.
    const TriangleMesh ball = smooth_surface(faceted(sphere(6, 8), false));
    CHECK(ball.positions.size() == 5 * 8 + 2);
}

TEST_CASE("Normals that the file has and that agree are kept as they are") {
    TriangleMesh mesh = faceted(sphere(16, 24), false);
    const glm::vec3 tilt(0.0F, 0.0F, 0.1F);
    for (const glm::vec3& position : mesh.positions) {
        mesh.normals.push_back(glm::normalize(position + tilt));
    }
    const TriangleMesh result = smooth_surface(std::move(mesh));
    CHECK(result.positions.size() == 15 * 24 + 2);
    for (std::size_t i = 0; i < result.positions.size(); ++i) {
        CHECK(glm::distance(result.normals[i], glm::normalize(result.positions[i] + tilt)) < 1.0e-5F);
    }
}

TEST_CASE("Normals of a file that are zero or no numbers are made anew") {
    TriangleMesh mesh = faceted(sphere(16, 24), false);
    mesh.normals.assign(mesh.positions.size(), glm::vec3(0.0F));
    mesh.normals[5] = glm::vec3(std::numeric_limits<float>::quiet_NaN());
    const TriangleMesh result = smooth_surface(std::move(mesh));
    CHECK(result.positions.size() == 15 * 24 + 2);
    for (std::size_t i = 0; i < result.positions.size(); ++i) {
        CHECK(glm::dot(result.normals[i], result.positions[i]) > 0.995F);
    }
}

TEST_CASE("The two sides of a sheet keep their own normals") {
    TriangleMesh sheet;
    sheet.positions = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}};
    sheet.indices = {0, 1, 2, 0, 2, 1};
    const TriangleMesh result = smooth_surface(sheet);
    CHECK(result.positions.size() == 6);
    CHECK(result.triangle_count() == 2);
}

TEST_CASE("A hundred thousand triangles around one point are smoothed all the same") {
    // Compared pair by pair this would take hours.
    TriangleMesh fan;
    std::mt19937 random(7);
    std::uniform_real_distribution<float> spread(-1.0F, 1.0F);
    fan.positions.emplace_back(0.0F);
    for (std::uint32_t i = 0; i < 100'000; ++i) {
        fan.positions.emplace_back(spread(random), spread(random), spread(random));
        fan.positions.emplace_back(spread(random), spread(random), spread(random));
        fan.indices.insert(fan.indices.end(), {0, 2 * i + 1, 2 * i + 2});
    }
    const TriangleMesh result = smooth_surface(fan);
    CHECK(result.triangle_count() == 100'000);
    CHECK(std::ranges::max(result.indices) < result.positions.size());
}

TEST_CASE("Triangles that join a place to itself are left out") {
    TriangleMesh mesh = box();
    mesh.positions.push_back(mesh.positions[3]);
    mesh.indices.insert(mesh.indices.end(), {0, 0, 1, 3, 8, 1});
    CHECK(smooth_surface(mesh).triangle_count() == 12);
}
