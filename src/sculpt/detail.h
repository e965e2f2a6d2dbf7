#pragma once

namespace dorsum::sculpt {

/// How finely everything is built: 1 for what is shipped, more than 1 for quick looks and tests.
struct Detail {
    float coarseness = 1.0F;  ///< factor on every voxel's edge; triangle counts fall with its square
};

}  // namespace dorsum::sculpt
