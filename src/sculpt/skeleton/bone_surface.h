#pragma once

#include "sculpt/solid.h"

namespace dorsum::sculpt {

/// As symmetric_solid_surface, but the triangles along x = 0 are thinned out like all others, so that small
/// bones that the midline cuts over a long way keep within their budget.
[[nodiscard]] mesh::TriangleMesh symmetric_bone_surface(const Solid& solid, const MeshingSettings& settings);

}  // namespace dorsum::sculpt
