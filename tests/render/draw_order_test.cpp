// The order in which a mesh is drawn changes nothing of what is drawn.
#include "render/draw_order.h"

#include <algorithm>
#include <array>
#include <set>

#include "catch.h"

using namespace dorsum;
using namespace dorsum::render;

namespace {

/// A square of `cells` x `cells` cells, its vertices numbered as far from each other as can be.
mesh::TriangleMesh scattered_square(const std::uint32_t cells) {
    const std::uint32_t count = (cells + 1) * (cells + 1);
    const auto number = [&](const std::uint32_t x, const std::uint32_t y) {
        return (y * (cells + 1) + x) * 257U % count;  // no common divisor: each number once
    };
    mesh::TriangleMesh mesh;
    mesh.positions.resize(count);
    for (std::uint32_t y = 0; y <= cells; ++y) {
        for (std::uint32_t x = 0; x <= cells; ++x) {
            mesh.positions[number(x, y)] = {static_cast<float>(x), static_cast<float>(y), 0.0F};
            if (x < cells && y < cells) {
                for (const std::uint32_t corner : {number(x, y), number(x + 1, y), number(x, y + 1)}) {
                    mesh.indices.push_back(corner);
                }
            }
        }
    }
    return mesh;
}

using Triangles = std::multiset<std::array<std::uint32_t, 3>>;

Triangles triangles_of(const std::vector<std::uint32_t>& indices) {
    Triangles triangles;
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        triangles.insert({indices[i], indices[i + 1], indices[i + 2]});
    }
    return triangles;
}

}  // namespace

TEST_CASE("Every level is drawn with the triangles that it has") {
    const mesh::TriangleMesh mesh = scattered_square(60);
    const std::vector<std::uint32_t> quarter(mesh.indices.begin(), mesh.indices.begin() + 3000);
    const DrawOrder order = draw_order(mesh, std::vector<std::vector<std::uint32_t>>{quarter});
    REQUIRE(order.levels.size() == 2);
    const auto drawn = [&order](const DrawOrder::Run& level) {
        std::vector<std::uint32_t> vertices;
        for (std::size_t i = level.first; i < level.first + level.count; ++i) {
            vertices.push_back(order.vertices.at(order.indices.at(i)));
        }
        return triangles_of(vertices);
    };
    CHECK((drawn(order.levels[0]) == triangles_of(mesh.indices)));
    CHECK((drawn(order.levels[1]) == triangles_of(quarter)));
    std::size_t in_clusters = 0;
    for (const Cluster& cluster : order.levels[1].clusters) {
        in_clusters += cluster.count;
    }
    CHECK(in_clusters == quarter.size());
}

TEST_CASE("A level's vertices follow each other as its triangles need them") {
    const mesh::TriangleMesh mesh = scattered_square(60);
    const DrawOrder order = draw_order(mesh, std::vector<std::vector<std::uint32_t>>{mesh.indices});
    CHECK(order.vertices.size() == 2 * (mesh.positions.size() - 1));  // no triangle has the last corner
    for (const DrawOrder::Run& level : order.levels) {
        std::uint32_t next = order.indices[level.first];
        for (std::size_t i = level.first; i < level.first + level.count; ++i) {
            REQUIRE(order.indices[i] <= next);
            next = std::max(next, order.indices[i] + 1);
        }
    }
    const auto& positions = in_order(order, mesh.positions);
    CHECK((positions.at(order.indices[1]) == mesh.positions[order.vertices[order.indices[1]]]));
}
