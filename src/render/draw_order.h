#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "mesh/mesh.h"
#include "render/clusters.h"

namespace dorsum::render {

/// Vertices and triangles of a mesh in the order in which they are best drawn.
struct DrawOrder {
    /// One of the levels of detail: a run of `indices`.
    struct Run {
        std::size_t first = 0;
        std::size_t count = 0;
        std::vector<Cluster> clusters;  ///< they count from `first`
    };
    std::vector<std::uint32_t> vertices;  ///< which vertices of the mesh follow each other; some more than once
    std::vector<std::uint32_t> indices;   ///< into `vertices`, of all levels
    std::vector<Run> levels;              ///< the finest first
};

/// Each level has its vertices for itself, one behind the other as its triangles need them: a renderer without a
/// graphics card remembers a vertex only until another one of the same remainder of 256 comes, and works out all others
/// again. `coarser` are triangles of the same vertices.
[[nodiscard]] DrawOrder draw_order(const mesh::TriangleMesh& mesh, std::span<const std::vector<std::uint32_t>> coarser);

/// `items` has one for each vertex of the mesh; the result one for each of `order.vertices`.
template <typename Item>
[[nodiscard]] std::vector<Item> in_order(const DrawOrder& order, const std::vector<Item>& items) {
    std::vector<Item> ordered;
    ordered.reserve(order.vertices.size());
    for (const std::uint32_t vertex : order.vertices) {
        ordered.push_back(items[vertex]);
    }
    return ordered;
}

}  // namespace dorsum::render
