#include "sculpt/skeleton/bone_surface.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <cstdint>
#include <glm/geometric.hpp>
#include <map>
#include <utility>
#include <vector>

#include "sculpt/even_out.h"
#include "sculpt/pockets.h"
#include "sculpt/voxel_surface.h"

namespace dorsum::sculpt {
namespace {

constexpr float border_edge_voxels = 2.4F;

/// Where a line from the midplane to the right leaves the bone, but not far from the midplane: settling brings
/// the vertex to the surface.
float beside_midplane(const Field& field, const glm::vec3 start) {
    constexpr float least_mm = 0.4F;
    constexpr float most_mm = 3.0F;
    constexpr float step_mm = 0.2F;
    float x = least_mm;
    while (x < most_mm && field({x, start.y, start.z}) < 0.0F) {
        x += step_mm;
    }
    return x < most_mm ? x : least_mm;
}

/// Triangles that lie in the plane x = 0 would coincide with their mirror images: each gets a vertex in its middle
/// that is pulled out of the plane.
void open_triangles_in_midplane(Patch& patch, const Field& field) {
    std::vector<std::uint32_t> opened;
    for (std::size_t i = 0; i < patch.indices.size(); i += 3) {
        const std::uint32_t a = patch.indices[i];
        const std::uint32_t b = patch.indices[i + 1];
        const std::uint32_t c = patch.indices[i + 2];
        const auto& p = patch.positions;
        if (p[a].x != 0.0F || p[b].x != 0.0F || p[c].x != 0.0F) {
            opened.insert(opened.end(), {a, b, c});
            continue;
        }
        glm::vec3 middle = (p[a] + p[b] + p[c]) / 3.0F;
        middle.x = beside_midplane(field, middle);
        const auto added = static_cast<std::uint32_t>(patch.positions.size());
        patch.positions.push_back(middle);
        opened.insert(opened.end(), {a, b, added, b, c, added, c, a, added});
    }
    patch.indices = std::move(opened);
}

using Edge = std::pair<std::uint32_t, std::uint32_t>;

Edge edge_at(const Patch& patch, const std::size_t triangle, const std::size_t side) {
    const std::uint32_t a = patch.indices[triangle + side];
    const std::uint32_t b = patch.indices[triangle + (side + 1) % 3];
    return {std::min(a, b), std::max(a, b)};
}

/// How many triangles meet at each edge between two vertices on x = 0: one at the border, two at a chord.
std::map<Edge, int> edges_in_midplane(const Patch& patch) {
    std::map<Edge, int> uses;
    for (std::size_t i = 0; i < patch.indices.size(); ++i) {
        const Edge edge = edge_at(patch, i / 3 * 3, i % 3);
        if (patch.positions[edge.first].x == 0.0F && patch.positions[edge.second].x == 0.0F) {
            ++uses[edge];
        }
    }
    return uses;
}

/// Gives edges the new vertices in their middle; of a triangle one edge at a time.
void split_edges(Patch& patch, const std::map<Edge, std::uint32_t>& middles) {
    std::vector<std::uint32_t> open = patch.indices;
    std::vector<std::uint32_t> done;
    while (!open.empty()) {
        patch.indices.assign(open.end() - 3, open.end());
        open.resize(open.size() - 3);
        std::size_t side = 0;
        while (side < 3 && !middles.contains(edge_at(patch, 0, side))) {
            ++side;
        }
        const std::uint32_t a = patch.indices[side % 3];
        const std::uint32_t b = patch.indices[(side + 1) % 3];
        const std::uint32_t c = patch.indices[(side + 2) % 3];
        if (side == 3) {
            done.insert(done.end(), {a, b, c});
            continue;
        }
        const std::uint32_t middle = middles.at(edge_at(patch, 0, side));
        open.insert(open.end(), {a, middle, c, middle, b, c});
    }
    patch.indices = std::move(done);
}

/// Edges between two vertices of the border that run through the surface would coincide with their mirror
/// images: each gets a vertex in its middle beside the midplane.
void split_chords(Patch& patch) {
    constexpr float beside_mm = 0.4F;
    std::map<Edge, std::uint32_t> middles;
    for (const auto& [edge, count] : edges_in_midplane(patch)) {
        if (count > 1) {
            const glm::vec3 middle = 0.5F * (patch.positions[edge.first] + patch.positions[edge.second]);
            middles[edge] = static_cast<std::uint32_t>(patch.positions.size());
            patch.positions.emplace_back(beside_mm, middle.y, middle.z);
        }
    }
    split_edges(patch, middles);
}

/// Splits the border's edges until none is longer, so that it keeps to the outline where that bends.
void refine_border(Patch& patch, const Field& field, const float longest_mm) {
    constexpr int most_rounds = 4;
    for (int round = 0; round < most_rounds; ++round) {
        std::map<Edge, std::uint32_t> middles;
        for (const auto& [edge, count] : edges_in_midplane(patch)) {
            const glm::vec3 a = patch.positions[edge.first];
            const glm::vec3 b = patch.positions[edge.second];
            if (count == 1 && glm::distance(a, b) > longest_mm) {
                middles[edge] = static_cast<std::uint32_t>(patch.positions.size());
                patch.positions.push_back(0.5F * (a + b));
            }
        }
        if (middles.empty()) {
            return;
        }
        split_edges(patch, middles);
        settle_on_surface(patch, field);
    }
}

void drop_unused_vertices(Patch& patch) {
    std::vector<glm::vec3> used(patch.positions.size());
    used.resize(meshopt_optimizeVertexFetch(used.data(), patch.indices.data(), patch.indices.size(),
                                            patch.positions.data(), patch.positions.size(), sizeof(glm::vec3)));
    patch.positions = std::move(used);
}

void simplify_with_border(Patch& patch, const Field& field, const std::size_t triangles) {
    constexpr float any_error = 1.0F;
    std::vector<std::uint32_t> fewer(patch.indices.size());
    fewer.resize(meshopt_simplify(fewer.data(), patch.indices.data(), patch.indices.size(), &patch.positions.front().x,
                                  patch.positions.size(), sizeof(glm::vec3), triangles * 3, any_error, 0));
    patch.indices = std::move(fewer);
    remove_pockets(patch);
    open_triangles_in_midplane(patch, field);
    split_chords(patch);
    drop_unused_vertices(patch);
}

}  // namespace

mesh::TriangleMesh symmetric_bone_surface(const Solid& solid, const MeshingSettings& settings) {
    const glm::vec3 margin(2.0F * settings.voxel_mm);
    Patch half = right_half_from_voxels(solid.distance, {solid.bounds_mm.low - margin, solid.bounds_mm.high + margin,
                                                         settings.voxel_mm, settings.triangles, 0});
    settle_on_surface(half, solid.distance);
    if (half.indices.size() / 3 > settings.triangles / 2) {
        // Refining the border afterwards gives back what is left over here.
        simplify_with_border(half, solid.distance, settings.triangles * 9 / 20);
        refine_border(half, solid.distance, border_edge_voxels * settings.voxel_mm);
    }
    even_out(half, solid.distance, settings.smoothing_rounds);
    // Turning edges may have made chords again.
    split_chords(half);
    settle_on_surface(half, solid.distance);
    mesh::TriangleMesh result = mirrored(half, solid.distance, settings.shading_step_mm);
    meshopt_optimizeVertexCache(result.indices.data(), result.indices.data(), result.indices.size(),
                                result.positions.size());
    return result;
}

}  // namespace dorsum::sculpt
