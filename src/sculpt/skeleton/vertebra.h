#pragma once

#include <cstddef>

#include "sculpt/skeleton/bone_shapes.h"
#include "sculpt/skeleton/spine.h"

namespace dorsum::sculpt {

/// The whole vertebra (0 is C1, 23 is L5), symmetric in x.
[[nodiscard]] Solid vertebra_solid(const Spine& spine, std::size_t index);

/// Distance to the body of a vertebra alone; of C1, which has none, to where the dens stands in it.
[[nodiscard]] float vertebral_body_distance(const Vertebra& vertebra, glm::vec3 point);

/// The canal from above C1 to below L5, as wide as the cord's sheath.
[[nodiscard]] Solid canal_solid(const Spine& spine);

}  // namespace dorsum::sculpt
