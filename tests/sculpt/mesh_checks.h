#pragma once

#include <cstddef>
#include <cstdint>
#include <glm/vec3.hpp>
#include <vector>

#include "mesh/mesh.h"

namespace dorsum::test {

/// How many edges do not have exactly one triangle on each side, wound the same way; vertices at the same place
/// count as one.
[[nodiscard]] std::size_t bad_edges(const mesh::TriangleMesh& mesh, const std::vector<std::uint32_t>& indices);

/// In the cube of the mesh's unit; positive where triangles face outward.
[[nodiscard]] double volume(const mesh::TriangleMesh& mesh);

/// The mean of the surface, each triangle by its area.
[[nodiscard]] glm::vec3 middle_of_surface(const mesh::TriangleMesh& mesh);

}  // namespace dorsum::test
