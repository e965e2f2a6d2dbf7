#pragma once

#include <cstddef>
#include <glm/vec3.hpp>
#include <string>
#include <vector>

#include "mesh/mesh.h"
#include "mesh/spatial_index.h"

namespace dorsum::sculpt {

/// The part of the back that is compared: seen from behind, metres in the body frame.
struct ComparedRegion {
    float low_y = -0.1395F;  ///< the iliac crests of the reference man
    float high_y = 0.3017F;  ///< the tip of his C7
    float half_breadth = 0.130F;
    float step = 0.004F;  ///< between two places that are looked at
};

/// Distances from places on the skin to the nearest place of another surface, millimetres.
struct Distances {
    std::size_t count = 0;
    float mean = 0.0F;
    float percentile_95 = 0.0F;
    float largest = 0.0F;
    float signed_mean = 0.0F;  ///< positive where the skin stands out behind the other surface
};

struct Band {
    float middle_y = 0.0F;  ///< metres
    Distances distances;
};

struct Comparison {
    Distances all;
    std::vector<Band> bands;  ///< of 30 mm, from the head down
};

/// Both surfaces in metres in the body frame. Places without skin are left out.
[[nodiscard]] Comparison compare_skin(const mesh::SpatialIndex& skin, const mesh::SpatialIndex& other,
                                      const ComparedRegion& region);

/// The shift (in y and z only) that brings the other surface to the skin with the least squares over the region,
/// starting from no shift.
[[nodiscard]] glm::vec3 fitted_shift(const mesh::SpatialIndex& skin, const mesh::TriangleMesh& other,
                                     const ComparedRegion& region);

/// A table for people.
[[nodiscard]] std::string comparison_text(const Comparison& comparison);

}  // namespace dorsum::sculpt
