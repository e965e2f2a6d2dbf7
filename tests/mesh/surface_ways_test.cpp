#include "mesh/surface_ways.h"

#include <cmath>
#include <glm/geometric.hpp>

#include "catch.h"

using namespace dorsum;

namespace {

constexpr float pi = 3.14159265F;
constexpr float radius_m = 0.1F;

glm::vec3 on_cylinder(const float around, const float height_m) {
    return {radius_m * std::cos(around), height_m, radius_m * std::sin(around)};
}

/// Every corner of every triangle is a vertex of its own, as in an STL file: the seams count for nothing.
void add_triangle(mesh::TriangleMesh& mesh, const glm::vec3 a, const glm::vec3 b, const glm::vec3 c) {
    for (const glm::vec3 corner : {a, b, c}) {
        mesh.indices.push_back(static_cast<std::uint32_t>(mesh.positions.size()));
        mesh.positions.push_back(corner);
    }
}

/// Half a metre high, without ends; `gap` leaves out the triangles where it says so.
template <typename Gap>
mesh::TriangleMesh cylinder(const int sectors, const int rows, Gap gap) {
    mesh::TriangleMesh mesh;
    for (int row = 0; row < rows; ++row) {
        for (int sector = 0; sector < sectors; ++sector) {
            const auto corner = [&](const int right, const int up) {
                return on_cylinder(
                    2.0F * pi * static_cast<float>((sector + right) % sectors) / static_cast<float>(sectors),
                    0.5F * static_cast<float>(row + up) / static_cast<float>(rows));
            };
            if (!gap(sector, row)) {
                add_triangle(mesh, corner(0, 0), corner(0, 1), corner(1, 0));
                add_triangle(mesh, corner(1, 0), corner(0, 1), corner(1, 1));
            }
        }
    }
    return mesh;
}

mesh::TriangleMesh whole_cylinder(const int sectors = 180, const int rows = 60) {
    return cylinder(sectors, rows, [](int, int) { return false; });
}

}  // namespace

TEST_CASE("the way over a cylinder is as long as on the sheet of which it is rolled") {
    const mesh::SurfaceWays ways(whole_cylinder());
    const auto [around, height_m] = GENERATE(std::pair{0.0F, 0.3F}, std::pair{1.0F, 0.0F}, std::pair{1.0F, 0.2F},
                                             std::pair{2.5F, 0.05F}, std::pair{3.0F, 0.35F}, std::pair{-2.0F, 0.31F});
    const auto way = ways.shortest(on_cylinder(0.3F, 0.08F), on_cylinder(0.3F + around, 0.08F + height_m));
    const double expected = std::hypot(static_cast<double>(radius_m * around), static_cast<double>(height_m));
    CAPTURE(around, height_m);
    REQUIRE(way.size() >= 2);
    // The 180 faces are flat: together a two-hundredth of a percent narrower than the round cylinder.
    CHECK(mesh::length_of(way) == Approx(expected).epsilon(2.0e-4));
    for (const glm::vec3 point : way) {
        CHECK(std::hypot(point.x, point.z) == Approx(radius_m).epsilon(2.0e-4));
    }
}

TEST_CASE("triangles long and thin do not lead the way astray") {
    const mesh::SurfaceWays ways(whole_cylinder(180, 3));
    const auto way = ways.shortest(on_cylinder(0.1F, 0.02F), on_cylinder(2.1F, 0.45F));
    CHECK(mesh::length_of(way) == Approx(std::hypot(0.2, 0.43)).epsilon(3.0e-4));
}

TEST_CASE("the way goes round the nearer side") {
    const mesh::SurfaceWays ways(whole_cylinder());
    const auto way = ways.shortest(on_cylinder(0.0F, 0.2F), on_cylinder(3.5F, 0.2F));
    CHECK(mesh::length_of(way) == Approx(static_cast<double>(radius_m * (2.0F * pi - 3.5F))).epsilon(3.0e-4));
}

TEST_CASE("the way over a sphere is its great circle") {
    mesh::TriangleMesh sphere;
    constexpr int rings = 90;
    constexpr int sectors = 180;
    const auto at = [](const float ring, const float sector) {
        const float polar = pi * ring / static_cast<float>(rings);
        const float around = 2.0F * pi * sector / static_cast<float>(sectors);
        return 0.1F *
               glm::vec3{std::sin(polar) * std::cos(around), std::cos(polar), std::sin(polar) * std::sin(around)};
    };
    for (int ring = 0; ring < rings; ++ring) {
        for (int sector = 0; sector < sectors; ++sector) {
            const auto corner = [&](const int down, const int right) {
                return at(static_cast<float>(ring + down), static_cast<float>((sector + right) % sectors));
            };
            add_triangle(sphere, corner(0, 0), corner(0, 1), corner(1, 0));
            add_triangle(sphere, corner(0, 1), corner(1, 1), corner(1, 0));
        }
    }
    const mesh::SurfaceWays ways(sphere);
    const glm::vec3 from = at(30.2F, 10.4F);
    const glm::vec3 to = at(61.7F, 77.1F);
    const double angle = std::acos(static_cast<double>(glm::dot(glm::normalize(from), glm::normalize(to))));
    CHECK(mesh::length_of(ways.shortest(from, to)) == Approx(0.1 * angle).epsilon(3.0e-4));
}

TEST_CASE("the way bends round a hole, and is tight at its rim") {
    // A slit from the foot to a height of 0.3 m: over it leads only the rim.
    const mesh::SurfaceWays ways(
        cylinder(180, 60, [](const int sector, const int row) { return sector == 20 && row < 36; }));
    const auto way = ways.shortest(on_cylinder(0.3F, 0.1F), on_cylinder(1.1F, 0.1F));
    constexpr float step = 2.0F * pi / 180.0F;
    const double expected = std::hypot(static_cast<double>(radius_m * (20.0F * step - 0.3F)), 0.2) +
                            std::hypot(static_cast<double>(radius_m * (1.1F - 21.0F * step)), 0.2) +
                            static_cast<double>(radius_m * step);
    CHECK(mesh::length_of(way) == Approx(expected).epsilon(3.0e-4));
}

TEST_CASE("a way within one triangle is straight, and between surfaces apart there is none") {
    mesh::TriangleMesh two;
    add_triangle(two, {0.0F, 0.0F, 0.0F}, {1.0F, 0.0F, 0.0F}, {0.0F, 1.0F, 0.0F});
    add_triangle(two, {0.0F, 0.0F, 1.0F}, {1.0F, 0.0F, 1.0F}, {0.0F, 1.0F, 1.0F});
    const mesh::SurfaceWays ways(two);
    CHECK(mesh::length_of(ways.shortest({0.1F, 0.1F, 0.0F}, {0.5F, 0.4F, 0.0F})) == Approx(0.5));
    CHECK(ways.shortest({0.1F, 0.1F, 0.0F}, {0.1F, 0.1F, 1.0F}).empty());
    CHECK(mesh::SurfaceWays(mesh::TriangleMesh{}).shortest({}, {1.0F, 0.0F, 0.0F}).empty());
}
