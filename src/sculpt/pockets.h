#pragma once

#include "sculpt/even_out.h"

namespace dorsum::sculpt {

/// Removes the small closed pockets that a simplifier can leave hanging on one edge of a surface
/// (it collapses edges whose ends share a third neighbour), so that at most two triangles meet at
/// every edge again. The surface around a pocket stays as it was.
void remove_pockets(Patch& patch);

}  // namespace dorsum::sculpt
