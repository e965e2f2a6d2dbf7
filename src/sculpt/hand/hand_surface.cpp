#include "sculpt/hand/hand_surface.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace dorsum::sculpt {
namespace {

constexpr int most_attempts = 8;
constexpr std::uint32_t unused = 0xFFFFFFFFU;

/// Whether every edge is passed once in each direction.
bool two_manifold(const mesh::TriangleMesh& mesh) {
    using Edge = std::pair<std::uint32_t, std::uint32_t>;
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < mesh.indices.size(); ++i) {
        edges.emplace_back(mesh.indices[i], mesh.indices[i % 3 == 2 ? i - 2 : i + 1]);
    }
    std::ranges::sort(edges);
    return std::ranges::adjacent_find(edges) == edges.end() && std::ranges::all_of(edges, [&](const Edge& edge) {
               return std::ranges::binary_search(edges, Edge{edge.second, edge.first});
           });
}

/// For each vertex the least number of the vertices that hang together with it.
std::vector<std::uint32_t> pieces_of(const mesh::TriangleMesh& mesh) {
    std::vector<std::uint32_t> piece(mesh.positions.size());
    std::iota(piece.begin(), piece.end(), 0U);
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
            const auto corners = {mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]};
            std::uint32_t least = unused;
            for (const std::uint32_t corner : corners) {
                least = std::min(least, piece[corner]);
            }
            for (const std::uint32_t corner : corners) {
                changed = changed || piece[corner] != least;
                piece[corner] = least;
            }
        }
    }
    return piece;
}

mesh::TriangleMesh largest_piece(const mesh::TriangleMesh& mesh) {
    const std::vector<std::uint32_t> piece = pieces_of(mesh);
    std::vector<std::size_t> size(mesh.positions.size(), 0);
    for (const std::uint32_t index : mesh.indices) {
        ++size[piece[index]];
    }
    const auto largest = static_cast<std::uint32_t>(std::ranges::max_element(size) - size.begin());
    mesh::TriangleMesh result;
    std::vector<std::uint32_t> renumbered(mesh.positions.size(), unused);
    for (const std::uint32_t index : mesh.indices) {
        if (piece[index] != largest) {
            continue;
        }
        if (renumbered[index] == unused) {
            renumbered[index] = static_cast<std::uint32_t>(result.positions.size());
            result.positions.push_back(mesh.positions[index]);
            result.normals.push_back(mesh.normals[index]);
        }
        result.indices.push_back(renumbered[index]);
    }
    return result;
}

}  // namespace

mesh::TriangleMesh hand_surface(const Field& distance, const mesh::Bounds& box, const MeshingSettings& settings) {
    mesh::TriangleMesh result;
    // Where fingers all but touch, voxels can pinch the surface to a line; then try them a little aside.
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        const float shift = static_cast<float>(attempt) / most_attempts * settings.voxel_mm;
        const glm::vec3 aside(shift, 0.5F * shift, shift);
        result = largest_piece(solid_surface(
            {[&](const glm::vec3 at) { return distance(at - aside); }, {box.low + aside, box.high + aside}}, settings));
        for (glm::vec3& at : result.positions) {
            at -= aside;
        }
        if (two_manifold(result)) {
            break;
        }
    }
    return result;
}

}  // namespace dorsum::sculpt
