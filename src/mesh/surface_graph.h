#pragma once

#include <array>
#include <cstdint>
#include <glm/ext/vector_double3.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <span>
#include <vector>

#include "mesh/mesh.h"

namespace dorsum::mesh {

/// The triangles of a surface and which of them lie side by side. Vertices of the same place (within a hundredth of a
/// millimetre) count as one, so that seams of textures are none. Immutable once built.
struct SurfaceGraph {
    static constexpr std::int32_t none = -1;

    std::vector<glm::dvec3> vertices;
    std::vector<std::array<std::uint32_t, 3>> faces;
    /// Per face the one beyond the edge from its corner i to its corner i + 1, or none at a border.
    std::vector<std::array<std::int32_t, 3>> beyond;

    [[nodiscard]] glm::dvec3 corner(std::size_t face, int which) const {
        return vertices[faces[face][static_cast<std::size_t>(which)]];
    }
    /// The place of a vertex in a face, 0 to 2, or none.
    [[nodiscard]] int corner_of(std::size_t face, std::uint32_t vertex) const;
    /// The edge of `face` (its first corner, 0 to 2) beyond which `other` lies, or none.
    [[nodiscard]] int edge_to(std::size_t face, std::int32_t other) const;
};

/// @param indices  three for each triangle; those of no area are left out
[[nodiscard]] SurfaceGraph surface_graph(std::span<const glm::vec3> positions, std::span<const std::uint32_t> indices);

/// A point inside a triangle, by the weights of its corners, each above 0.
struct PlaceOnFace {
    std::size_t face = 0;
    glm::dvec3 weights{1.0 / 3.0};
};
/// The place nearest to a point, a hair inside its triangle; empty on a surface without triangles. Looks at all of
/// them: a few milliseconds for a hundred thousand.
[[nodiscard]] std::optional<PlaceOnFace> nearest_place(const SurfaceGraph& graph, glm::vec3 point);

/// A row of triangles side by side from one to another, roughly along the shortest way (A*, P. Hart, N. Nilsson and
/// B. Raphael 1968, over the middles of edges, straight where the surface hardly turns); empty where there is no way
/// between them.
[[nodiscard]] std::vector<std::uint32_t> row_of_faces(const SurfaceGraph& graph, const PlaceOnFace& from,
                                                      const PlaceOnFace& to);

}  // namespace dorsum::mesh
