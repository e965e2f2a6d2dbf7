#pragma once

#include <vector>

#include "scene/scene.h"

namespace dorsum::render {

/// The shade that lies on the table where what throws it is seen only in part.
struct TableShade {
    body::Role uppermost = body::Role::skin;  ///< of what throws it, as BodyBuffers::shade_table
    float share = 1.0F;                       ///< all shares add up to 1
};

/// Each faded layer throws its shade as far as it is seen, what lies beneath it the rest; ghosts throw none.
[[nodiscard]] std::vector<TableShade> table_shades(const scene::Scene& scene);

}  // namespace dorsum::render
