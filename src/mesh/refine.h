#pragma once

#include <cstddef>

#include "mesh/mesh.h"

namespace dorsum::mesh {

/// The same surface cut into ever smaller triangles until there are at least `triangles`, and at most two more: each
/// into four as long as that fits, the rest into three about their centres. Nothing of its shape changes. Only
/// positions and triangles come back, without normals. A mesh that is fine enough comes back as it is.
[[nodiscard]] TriangleMesh refined(TriangleMesh mesh, std::size_t triangles);

}  // namespace dorsum::mesh
