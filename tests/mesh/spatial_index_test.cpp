#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>
#include <random>

#include "catch.h"
#include "mesh/closest_point.h"
#include "mesh/smooth_surface.h"
#include "mesh/spatial_index.h"
#include "written_models.h"

using namespace dorsum::mesh;
using namespace dorsum::mesh::test;

namespace {

class RandomPoints {
public:
    explicit RandomPoints(const float reach) : spread_(-reach, reach) {}
    glm::vec3 next() { return {spread_(random_), spread_(random_), spread_(random_)}; }

private:
    std::mt19937 random_{42};
    std::uniform_real_distribution<float> spread_;
};

/// A tangle of triangles in all directions.
TriangleMesh tangle(const std::size_t triangles) {
    RandomPoints points(1.0F);
    TriangleMesh mesh;
    for (std::uint32_t i = 0; i < triangles; ++i) {
        const glm::vec3 centre = points.next();
        for (std::uint32_t corner = 0; corner < 3; ++corner) {
            mesh.positions.push_back(centre + points.next() * 0.3F);
            mesh.indices.push_back(3 * i + corner);
        }
    }
    return mesh;
}

/// Where a ray meets a triangle, by the volumes of T. Möller and B. Trumbore (1997); a negative number for nowhere.
double distance_along(const glm::dvec3& origin, const glm::dvec3& along, const TriangleMesh& mesh,
                      const std::size_t i) {
    const glm::dvec3 a = mesh.positions[mesh.indices[3 * i]];
    const glm::dvec3 ab = glm::dvec3(mesh.positions[mesh.indices[3 * i + 1]]) - a;
    const glm::dvec3 ac = glm::dvec3(mesh.positions[mesh.indices[3 * i + 2]]) - a;
    const glm::dvec3 across = glm::cross(along, ac);
    const double volume = glm::dot(ab, across);
    const double u = glm::dot(origin - a, across) / volume;
    const glm::dvec3 turned = glm::cross(origin - a, ab);
    const double v = glm::dot(along, turned) / volume;
    return volume != 0.0 && u >= 0.0 && v >= 0.0 && u + v <= 1.0 ? glm::dot(ac, turned) / volume : -1.0;
}

/// The nearest distance to a triangle, searched on a fine net over it instead of by formula.
double searched_distance(const glm::dvec3& p, const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c) {
    constexpr int steps = 200;
    double best = std::numeric_limits<double>::infinity();
    for (int i = 0; i <= steps; ++i) {
        for (int j = 0; i + j <= steps; ++j) {
            const double u = static_cast<double>(i) / steps;
            const double v = static_cast<double>(j) / steps;
            best = std::min(best, glm::distance(p, a + (b - a) * u + (c - a) * v));
        }
    }
    return best;
}

}  // namespace

TEST_CASE("The nearest point of one triangle is nearer than every other point of it") {
    RandomPoints points(1.0F);
    for (int i = 0; i < 200; ++i) {
        const glm::dvec3 a = points.next();
        const glm::dvec3 b = points.next();
        const glm::dvec3 c = points.next();
        const glm::dvec3 p = points.next() * 2.0F;
        const glm::dvec3 weights = closest_point_weights(p, a, b, c);
        CHECK(std::min({weights.x, weights.y, weights.z}) >= 0.0);
        CHECK(weights.x + weights.y + weights.z == Approx(1.0));
        const double distance = glm::distance(p, a * weights.x + b * weights.y + c * weights.z);
        const double searched = searched_distance(p, a, b, c);
        CHECK(distance <= searched + 1.0e-9);
        CHECK(distance >= searched - 0.02);
    }
}

TEST_CASE("A ray meets first what a search through all triangles finds first") {
    const TriangleMesh mesh = tangle(500);
    const SpatialIndex index(mesh);
    RandomPoints points(1.5F);
    int hits = 0;
    for (int i = 0; i < 2000; ++i) {
        const glm::vec3 origin = points.next();
        const glm::vec3 along = glm::normalize(points.next());
        double nearest = std::numeric_limits<double>::infinity();
        for (std::size_t triangle = 0; triangle < mesh.triangle_count(); ++triangle) {
            const double distance = distance_along(origin, along, mesh, triangle);
            nearest = distance >= 0.0 ? std::min(nearest, distance) : nearest;
        }
        const auto hit = index.first_hit(origin, along);
        REQUIRE(hit.has_value() == std::isfinite(nearest));
        if (hit) {
            ++hits;
            CHECK(hit->distance == Approx(nearest).margin(1.0e-4));
            CHECK(glm::distance(hit->position, origin + along * hit->distance) < 1.0e-4F);
            CHECK(glm::length(hit->normal) == Approx(1.0F));
            CHECK_FALSE(index.first_hit(origin, along, hit->distance * 0.99F));
            CHECK(index.first_hit(origin, along, hit->distance * 1.01F));
        }
    }
    CHECK(hits > 500);
}

TEST_CASE("The nearest point is the one that a search through all triangles finds") {
    const TriangleMesh mesh = tangle(500);
    const SpatialIndex index(mesh);
    RandomPoints points(2.0F);
    for (int i = 0; i < 1000; ++i) {
        const glm::vec3 from = points.next();
        double nearest = std::numeric_limits<double>::infinity();
        for (std::size_t t = 0; t < mesh.triangle_count(); ++t) {
            const glm::dvec3 a = mesh.positions[3 * t];
            const glm::dvec3 b = mesh.positions[3 * t + 1];
            const glm::dvec3 c = mesh.positions[3 * t + 2];
            const glm::dvec3 weights = closest_point_weights(from, a, b, c);
            nearest = std::min(nearest, glm::distance(glm::dvec3(from), a * weights.x + b * weights.y + c * weights.z));
        }
        const auto found = index.nearest(from);
        REQUIRE(found);
        CHECK(found->distance == Approx(nearest).margin(1.0e-6));
        CHECK(glm::distance(from, found->position) == Approx(found->distance).margin(1.0e-5));
        CHECK_FALSE(index.nearest(from, found->distance * 0.999F));
        CHECK(index.nearest(from, found->distance * 1.001F));
    }
}

TEST_CASE("A point on a corner that triangles share belongs to the first of them") {
    const TriangleMesh mesh = sphere(16, 24);
    const SpatialIndex index(mesh);
    for (std::uint32_t vertex = 30; vertex < 60; ++vertex) {
        const auto found = index.nearest(mesh.positions[vertex]);
        REQUIRE(found);
        CHECK(found->distance == 0.0F);
        const auto first = std::ranges::find(mesh.indices, vertex) - mesh.indices.begin();
        CHECK(found->triangle == static_cast<std::uint32_t>(first / 3));
    }
}

TEST_CASE("Normals point outwards, and the smooth one runs between the vertices'") {
    const TriangleMesh mesh = smooth_surface(sphere(16, 24));
    const SpatialIndex index(mesh);
    RandomPoints points(1.0F);
    for (int i = 0; i < 300; ++i) {
        const glm::vec3 away = glm::normalize(points.next());
        const auto outside = index.first_hit(away * 3.0F, -away);
        const auto inside = index.first_hit(glm::vec3(0.0F), away);
        REQUIRE(outside);
        REQUIRE(inside);
        for (const SurfacePoint& point : {*outside, *inside}) {
            CHECK(glm::dot(point.normal, away) > 0.97F);
            CHECK(glm::dot(point.smooth_normal, away) > 0.997F);
        }
    }
}

TEST_CASE("A closed surface lets no ray slip through between its triangles") {
    const TriangleMesh mesh = sphere(40, 60);
    const SpatialIndex index(mesh);
    for (const glm::vec3& vertex : mesh.positions) {
        CHECK(index.first_hit(glm::vec3(0.0F), glm::normalize(vertex)));
    }
}

TEST_CASE("An empty index and senseless questions find nothing") {
    const SpatialIndex empty{TriangleMesh{}};
    CHECK_FALSE(empty.first_hit(glm::vec3(0.0F), glm::vec3(0.0F, 0.0F, 1.0F)));
    CHECK_FALSE(empty.nearest(glm::vec3(0.0F)));
    const SpatialIndex index(box());
    const glm::vec3 nowhere(std::numeric_limits<float>::quiet_NaN());
    CHECK_FALSE(index.nearest(nowhere));
    CHECK_FALSE(index.first_hit(nowhere, glm::vec3(0.0F, 0.0F, 1.0F)));
    CHECK_FALSE(index.first_hit(glm::vec3(0.0F), nowhere));
}

TEST_CASE("An index stays usable when it is moved, and the mesh it was made of may go") {
    auto mesh = std::make_unique<TriangleMesh>(box());
    SpatialIndex first(*mesh);
    mesh.reset();
    const SpatialIndex second = std::move(first);
    const auto hit = second.first_hit({2.0F, 3.5F, 100.0F}, {0.0F, 0.0F, -1.0F});
    REQUIRE(hit);
    CHECK(hit->position.z == Approx(7.0F));
    CHECK(hit->normal.z == Approx(1.0F));
    CHECK(hit->smooth_normal == hit->normal);
}
