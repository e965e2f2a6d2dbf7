#pragma once

#include "mesh/mesh.h"
#include "sculpt/figures.h"
#include "sculpt/surface.h"

namespace dorsum::sculpt {

/// A towel dropped over hips, hands and legs of the figure and over the table below, in metres.
/// Its upper edge is folded over. The cloth is simulated: the same figure gives the same folds.
[[nodiscard]] mesh::TriangleMesh draped_towel(const Field& figure, const Figures& figures);

}  // namespace dorsum::sculpt
