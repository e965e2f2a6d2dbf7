#pragma once

#include "sculpt/muscle/ground.h"
#include "sculpt/muscle/sheet.h"

namespace dorsum::sculpt {

/// How far the sheet reaches below and above each point of its lattice.
struct Extent {
    Lattice<float> below_mm;
    Lattice<float> above_mm;
};

/// Lays the lattice over the ground's floor as a tight cloth: lifted where something stands in its way, sunk a
/// little where there is a gap, smooth between. Where the ground has a roof the sheet stays beneath it, unless the
/// floor leaves too little room.
[[nodiscard]] Points draped(const Points& points, const Extent& extent, const Ground& ground, const Sheet& sheet);

/// How much of the way `up_mm` from `point` along `normal` is free of the roof.
[[nodiscard]] float room_below(const DistanceGrid& roof, glm::vec3 point, glm::vec3 normal, float up_mm);

/// Evens out the bumps that are smaller than about `reach_mm`.
[[nodiscard]] Points smoothed(const Points& points, float reach_mm);

}  // namespace dorsum::sculpt
