#pragma once

#include <cstdint>
#include <vector>

#include "mesh/mesh.h"

namespace dorsum::sculpt {

/// Index lists over the mesh's own vertices: the same closed surface with about a quarter of the
/// triangles, then a sixteenth ... `count` of them, each coarser than the one before; fewer where a
/// surface cannot lose more without tearing. A mirror symmetric mesh stays so only about.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> coarser_levels(const mesh::TriangleMesh& mesh, int count);

}  // namespace dorsum::sculpt
