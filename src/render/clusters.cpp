#include "render/clusters.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace dorsum::render {

namespace {

constexpr std::size_t triangles_of_cluster = 192;  // enough that a call for each costs less than it saves
constexpr float quarter_turn = 1.5707963F;

Cluster measured(const std::span<const glm::vec3> positions, const std::span<const std::uint32_t> indices,
                 const std::size_t first, const std::size_t end) {
    Cluster cluster;
    cluster.first = static_cast<std::uint32_t>(first);
    cluster.count = static_cast<std::uint32_t>(end - first);
    glm::vec3 low(positions[indices[first]]);
    glm::vec3 high = low;
    std::vector<glm::vec3> facing;
    for (std::size_t i = first; i < end; i += 3) {
        const std::array corners{positions[indices[i]], positions[indices[i + 1]], positions[indices[i + 2]]};
        for (const glm::vec3 corner : corners) {
            low = glm::min(low, corner);
            high = glm::max(high, corner);
        }
        const glm::vec3 normal = glm::cross(corners[1] - corners[0], corners[2] - corners[0]);
        const float doubled_area = glm::length(normal);
        cluster.axis += normal;
        if (doubled_area > 0.0F) {
            facing.push_back(normal / doubled_area);
        }
    }
    cluster.centre = 0.5F * (low + high);
    cluster.radius_m = 0.5F * glm::length(high - low);
    const float length = glm::length(cluster.axis);
    cluster.axis = length > 0.0F ? cluster.axis / length : glm::vec3(0.0F, 0.0F, 1.0F);
    for (const glm::vec3 normal : facing) {
        cluster.spread = std::max(cluster.spread, std::acos(std::clamp(glm::dot(normal, cluster.axis), -1.0F, 1.0F)));
    }
    return cluster;
}

bool beside_picture(const Cluster& cluster, const Sight& sight, const Give& give) {
    return std::ranges::any_of(sight.sides, [&](const glm::vec4& side) {
        return glm::dot(glm::vec3(side), cluster.centre) + side.w < -(cluster.radius_m + give.moved_m);
    });
}

/// Whether every triangle is seen from behind, from wherever in the ball it is looked at.
bool turned_away(const Cluster& cluster, const Sight& sight, const Give& give) {
    const glm::vec3 from_eye = cluster.centre - sight.eye;
    const float distance_m = glm::length(from_eye);
    const float radius_m = cluster.radius_m + give.moved_m;
    if (distance_m <= radius_m) {
        return false;
    }
    const float doubt = cluster.spread + give.turned + std::asin(radius_m / distance_m);
    return doubt < quarter_turn && glm::dot(cluster.axis, from_eye) > distance_m * std::sin(doubt);
}

}  // namespace

std::vector<std::uint32_t> in_order_of_place(const std::span<const glm::vec3> positions,
                                             const std::span<const std::uint32_t> indices) {
    std::vector<std::uint32_t> ordered(indices.size());
    if (!ordered.empty()) {
        meshopt_spatialSortTriangles(ordered.data(), indices.data(), indices.size(), &positions.front().x,
                                     positions.size(), sizeof(glm::vec3));
    }
    return ordered;
}

std::vector<Cluster> clusters_of(const std::span<const glm::vec3> positions,
                                 const std::span<const std::uint32_t> indices) {
    std::vector<Cluster> clusters;
    const std::size_t end = indices.size() / 3 * 3;
    for (std::size_t first = 0; first < end; first += 3 * triangles_of_cluster) {
        clusters.push_back(measured(positions, indices, first, std::min(first + 3 * triangles_of_cluster, end)));
    }
    return clusters;
}

Sight sight_of(const glm::mat4& view_projection, const glm::vec3 eye) {
    const auto row = [&view_projection](const int i) {
        return glm::vec4(view_projection[0][i], view_projection[1][i], view_projection[2][i], view_projection[3][i]);
    };
    Sight sight{eye, {row(3) + row(0), row(3) - row(0), row(3) + row(1), row(3) - row(1)}};
    for (glm::vec4& side : sight.sides) {
        side /= std::max(glm::length(glm::vec3(side)), 1.0e-12F);
    }
    return sight;
}

std::vector<IndexRun> runs_in_sight(const std::span<const Cluster> clusters, const Sight& sight, const bool closed,
                                    const Give& give) {
    std::vector<IndexRun> runs;
    for (const Cluster& cluster : clusters) {
        if (beside_picture(cluster, sight, give) || (closed && turned_away(cluster, sight, give))) {
            continue;
        }
        if (!runs.empty() && runs.back().first + runs.back().count == cluster.first) {
            runs.back().count += cluster.count;
        } else {
            runs.push_back({cluster.first, cluster.count});
        }
    }
    return runs;
}

}  // namespace dorsum::render
