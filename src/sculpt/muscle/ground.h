#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sculpt/distance_grid.h"

namespace dorsum::sculpt {

/// Between what a muscle is laid.
struct Ground {
    std::vector<std::string> under;    ///< the structures that lie over it
    DistanceGrid floor;                ///< all beneath it
    std::optional<DistanceGrid> roof;  ///< the structures it lies under; none where it is bare
};

}  // namespace dorsum::sculpt
