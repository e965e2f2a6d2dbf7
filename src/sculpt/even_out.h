#pragma once

#include "sculpt/voxel_surface.h"

namespace dorsum::sculpt {

/// Makes the triangles of a patch more even without leaving the field's surface: vertices slide
/// towards the middle of their neighbours, edges flip where that opens the smallest angle. The
/// border on x = 0 stays on it.
void even_out(Patch& patch, const Field& field, int rounds);

/// Moves each vertex onto the surface; those on x = 0 within that plane.
void settle_on_surface(Patch& patch, const Field& field);

}  // namespace dorsum::sculpt
