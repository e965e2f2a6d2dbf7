#include "render/clusters.h"

#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>

#include "catch.h"
#include "mesh/mesh.h"

using namespace dorsum;
using namespace dorsum::render;

namespace {

/// Wound outwards.
mesh::TriangleMesh ball(const int rings) {
    mesh::TriangleMesh ball;
    const int around = 2 * rings;
    for (int ring = 0; ring <= rings; ++ring) {
        for (int i = 0; i < around; ++i) {
            const float down = 3.14159265F * static_cast<float>(ring) / static_cast<float>(rings);
            const float turn = 6.2831853F * static_cast<float>(i) / static_cast<float>(around);
            ball.positions.emplace_back(std::sin(down) * std::cos(turn), std::sin(down) * std::sin(turn),
                                        std::cos(down));
        }
    }
    for (int ring = 0; ring < rings; ++ring) {
        for (int i = 0; i < around; ++i) {
            const auto at = [&](const int r, const int k) {
                return static_cast<std::uint32_t>(r * around + k % around);
            };
            for (const std::uint32_t corner : {at(ring, i), at(ring + 1, i), at(ring + 1, i + 1), at(ring, i),
                                               at(ring + 1, i + 1), at(ring, i + 1)}) {
                ball.indices.push_back(corner);
            }
        }
    }
    return ball;
}

std::size_t indices_in(const std::vector<IndexRun>& runs) {
    std::size_t sum = 0;
    for (const IndexRun& run : runs) {
        sum += run.count;
    }
    return sum;
}

}  // namespace

TEST_CASE("What is left out of a picture faces away or lies beside it, and much of a ball does") {
    mesh::TriangleMesh mesh = ball(96);
    mesh.indices = in_order_of_place(mesh.positions, mesh.indices);
    const auto clusters = clusters_of(mesh.positions, mesh.indices);
    const glm::vec3 eye(0.4F, -0.3F, 4.0F);
    const glm::mat4 projection = glm::perspective(0.4F, 1.5F, 0.1F, 10.0F);  // the ball reaches beyond the picture
    const glm::mat4 view_projection = projection * glm::lookAt(eye, glm::vec3(0.3F, 0.0F, 0.0F), glm::vec3(0, 1, 0));
    const Give give{0.01F, 0.05F};
    const auto runs = runs_in_sight(clusters, sight_of(view_projection, eye), true, give);
    std::vector<bool> drawn(mesh.indices.size(), false);
    for (const IndexRun& run : runs) {
        for (std::uint32_t i = run.first; i < run.first + run.count; ++i) {
            drawn[i] = true;
        }
    }
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 a = mesh.positions[mesh.indices[i]];
        const glm::vec3 b = mesh.positions[mesh.indices[i + 1]];
        const glm::vec3 c = mesh.positions[mesh.indices[i + 2]];
        const bool faces = glm::dot(glm::cross(b - a, c - a), eye - a) > 0.0F;
        const glm::vec4 on_screen = view_projection * glm::vec4((a + b + c) / 3.0F, 1.0F);
        const bool inside = std::abs(on_screen.x) < on_screen.w && std::abs(on_screen.y) < on_screen.w;
        if (faces && inside && !drawn[i]) {
            FAIL("triangle " << i / 3 << " is seen, and left out");
        }
    }
    CHECK(indices_in(runs) < mesh.indices.size() * 2 / 3);
    CHECK(indices_in(runs_in_sight(clusters, sight_of(view_projection, eye), false, give)) > indices_in(runs));
}

TEST_CASE("From within nothing is left out for facing away") {
    const mesh::TriangleMesh mesh = ball(24);
    const glm::vec3 eye(0.0F);
    Sight sight{eye, {}};
    sight.sides.fill(glm::vec4(0.0F, 0.0F, 0.0F, 1.0F));  // everything lies within
    const Give all{4.0F, 0.0F};
    CHECK(indices_in(runs_in_sight(clusters_of(mesh.positions, mesh.indices), sight, true, all)) ==
          mesh.indices.size());
}
