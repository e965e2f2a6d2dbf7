#pragma once

#include <cstddef>
#include <glm/vec3.hpp>

#include "sculpt/skeleton/bone_shapes.h"
#include "sculpt/skeleton/spine.h"

// Pieces from which vertebrae of several regions are put together; all on the right side.
namespace dorsum::sculpt {

/// A shape kept on one side of a joint's plane: `side` +1 above and behind it (the upper vertebra), -1 below.
[[nodiscard]] Solid kept_at_joint(Solid shape, const FacetJoint& joint, float side);

/// A plate that ends in the facet of a joint, from `root`; `side` as above.
[[nodiscard]] Solid articular_process(glm::vec3 root, float root_half_width, float root_half_thickness,
                                      const FacetJoint& joint, float side);

/// The spinous process up to `end_share` of its length.
[[nodiscard]] Bar spinous_bar(const Vertebra& vertebra, float end_share);

/// A round hole along the vertebra's own axis through the given place of its frame.
[[nodiscard]] Solid upright_hole(const Vertebra& vertebra, glm::vec3 local_centre, float radius_mm);

void add_cervical_arch(Bone& bone, const Spine& spine, std::size_t index);
void add_atlas(Bone& bone, const Spine& spine);
void add_axis(Bone& bone, const Spine& spine);

}  // namespace dorsum::sculpt
