#pragma once

#include "mesh/mesh.h"
#include "sculpt/surface.h"

namespace dorsum::sculpt {

/// Where its upper edge is laid, and the table below, millimetres.
struct TowelPlace {
    float top_y = -222.0F;
    float table_top_z = -146.0F;
};

/// A towel dropped over hips, hands and legs of the figure and over the table below, in metres.
/// Its upper edge is folded over. The cloth is simulated: the same figure gives the same folds.
[[nodiscard]] mesh::TriangleMesh draped_towel(const Field& figure, const TowelPlace& place);

}  // namespace dorsum::sculpt
