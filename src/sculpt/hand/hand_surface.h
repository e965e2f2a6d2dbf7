#pragma once

#include "mesh/mesh.h"
#include "sculpt/solid.h"

namespace dorsum::sculpt {

/// The surface of one solid piece that may lie on both sides of x = 0, closed and two-manifold even
/// where fingers all but touch. Hollows that the fingers enclose are left out.
[[nodiscard]] mesh::TriangleMesh hand_surface(const Field& distance, const mesh::Bounds& box,
                                              const MeshingSettings& settings);

}  // namespace dorsum::sculpt
