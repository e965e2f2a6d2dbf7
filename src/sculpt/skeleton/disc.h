#pragma once

#include <cstddef>

#include "mesh/mesh.h"
#include "sculpt/skeleton/spine.h"

namespace dorsum::sculpt {

/// The disc below a vertebra (1 is C2/3, 23 is L5/S1): closed, symmetric in x, in millimetres, its faces a little
/// inside the bodies above and below.
[[nodiscard]] mesh::TriangleMesh disc_mesh(const Spine& spine, std::size_t vertebra_above);

}  // namespace dorsum::sculpt
