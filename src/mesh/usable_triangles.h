#pragma once

#include <cstddef>

#include "mesh/mesh.h"

namespace dorsum::mesh {

/// Triangles that a mesh cannot have.
struct LeftOut {
    std::size_t bad_index_faces = 0;  ///< they name vertices that do not exist
    std::size_t bad_positions = 0;    ///< a position is no usable number
};

/// Takes them out of the mesh and says how many there were.
LeftOut leave_out_unusable(TriangleMesh& mesh);

}  // namespace dorsum::mesh
