#include "mesh/coarser_levels.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>
#include <utility>

#include "catch.h"
#include "mesh/import.h"
#include "mesh/refine.h"
#include "mesh/smooth_surface.h"
#include "mesh/spatial_index.h"
#include "written_models.h"

using namespace dorsum;
using namespace dorsum::mesh;
using namespace dorsum::mesh::test;
using dorsum::test::TemporaryFolder;

namespace {

/// Every edge is run along as often one way as the other.
bool is_closed(const std::span<const std::uint32_t> level) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> open;
    for (std::size_t i = 0; i < level.size(); i += 3) {
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const std::uint32_t from = level[i + corner];
            const std::uint32_t to = level[i + (corner + 1) % 3];
            open[{std::min(from, to), std::max(from, to)}] += from < to ? 1 : -1;
        }
    }
    return std::ranges::all_of(open, [](const auto& edge) { return edge.second == 0; });
}

}  // namespace

TEST_CASE("A mesh of very many triangles gets coarser levels that lie close to it") {
    const TriangleMesh fine = with_coarser_levels(smooth_surface(sphere(700, 900)));
    REQUIRE(fine.triangle_count() > 1'200'000);
    REQUIRE(fine.coarser.size() == 2);
    CHECK(fine.coarser[0].size() / 3 <= triangles_to_touch);
    CHECK(fine.coarser[0].size() / 3 > triangles_to_touch / 2);
    CHECK(fine.coarser[1].size() / 3 <= triangles_of_shape);
    CHECK(fine.coarser[1].size() / 3 > triangles_of_shape / 2);
    for (const auto& level : fine.coarser) {
        const SpatialIndex index(level_alone(fine, level));
        float farthest = 0.0F;
        for (std::size_t i = 0; i < fine.positions.size(); i += 101) {
            farthest = std::max(farthest, index.nearest(fine.positions[i])->distance);
        }
        CHECK(farthest < 5.0e-4F);  // of a radius of 1: of a person, a quarter of a millimetre
    }
}

TEST_CASE("Levels are the same every time, and the finest is not touched") {
    const TriangleMesh ball = sphere(500, 600);
    const TriangleMesh once = with_coarser_levels(ball);
    CHECK((once.coarser == with_coarser_levels(ball).coarser));
    CHECK((once.positions == ball.positions));
    CHECK((once.indices == ball.indices));
    CHECK(with_coarser_levels(sphere(100, 100)).coarser.empty());
}

TEST_CASE("The level near a number of triangles is the coarsest that is not far below it") {
    TriangleMesh mesh = sphere(20, 30);  // 1140 triangles
    mesh.coarser = {std::vector<std::uint32_t>(3 * 600, 0), std::vector<std::uint32_t>(3 * 100, 0)};
    CHECK(level_near(mesh, 5000).data() == mesh.indices.data());
    CHECK(level_near(mesh, 1000).data() == mesh.coarser[0].data());
    CHECK(level_near(mesh, 200).data() == mesh.coarser[1].data());
    mesh.coarser.clear();
    CHECK(level_near(mesh, 10).data() == mesh.indices.data());
}

TEST_CASE("A level alone has its own vertices and no others") {
    TriangleMesh ball = sphere(20, 30);
    ball.normals = ball.positions;
    const std::vector<std::uint32_t> level(ball.indices.end() - 30, ball.indices.end());
    const TriangleMesh alone = level_alone(ball, level);
    CHECK(alone.positions.size() < 30);
    REQUIRE(alone.indices.size() == level.size());
    for (std::size_t i = 0; i < level.size(); ++i) {
        CHECK((alone.positions[alone.indices[i]] == ball.positions[level[i]]));
        CHECK((alone.normals[alone.indices[i]] == ball.normals[level[i]]));
    }
}

TEST_CASE("A very large model has its levels when it has been imported") {
    const TemporaryFolder folder;
    const auto model = import_model(folder.write("a.stl", as_binary_stl(sphere(400, 500))));
    REQUIRE(model);
    CHECK(model->parts[0].mesh.coarser.size() == 2);
}

TEST_CASE("A refined mesh has the triangles asked for and the shape that it had") {
    const TriangleMesh ball = smooth_surface(sphere(20, 30));
    const TriangleMesh fine = refined(ball, 20'000);
    CHECK(fine.triangle_count() >= 20'000);
    CHECK(fine.triangle_count() <= 20'002);
    CHECK(is_closed(fine.indices));
    const SpatialIndex index(ball);
    CHECK(std::ranges::all_of(fine.positions,
                              [&](const glm::vec3& position) { return index.nearest(position)->distance < 1.0e-5F; }));
}

TEST_CASE("A small mesh drawn from afar has quarters of its triangles that lie close to it") {
    const TriangleMesh ball = smooth_surface(sphere(60, 80));
    const auto levels = quarters_of(ball);
    REQUIRE(levels.size() >= 2);
    std::size_t finer = ball.indices.size();
    for (const auto& level : levels) {
        CHECK(level.size() <= finer * 3 / 10);
        const SpatialIndex index(level_alone(ball, level));
        double sum = 0.0;
        for (const glm::vec3 position : ball.positions) {
            sum += static_cast<double>(index.nearest(position)->distance);
        }
        CHECK(sum / static_cast<double>(ball.positions.size()) < 0.02);  // of a radius of 1
        finer = level.size();
    }
    CHECK(quarters_of(sphere(8, 10)).empty());
}
