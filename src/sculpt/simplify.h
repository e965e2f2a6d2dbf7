#pragma once

#include <cstddef>

#include "sculpt/voxel_surface.h"

namespace dorsum::sculpt {

/// Leaves about as many triangles as wanted, where the surface is flattest the fewest. The border
/// on x = 0 and the triangles along it stay as they are.
void simplify(Patch& patch, std::size_t triangles);

}  // namespace dorsum::sculpt
