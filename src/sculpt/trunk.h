#pragma once

#include <glm/vec3.hpp>

#include "sculpt/figures.h"
#include "sculpt/table.h"

namespace dorsum::sculpt {

/// The trunk and neck without muscles: a surface lofted through horizontal sections, each a
/// rounded oval that may be squarer at the back than at the front. Symmetric in x.
class Trunk {
public:
    struct Sample {
        float distance_mm = 0.0F;
        float backward = 0.0F;  ///< z of the unit outward normal: 1 where the skin faces straight back
    };
    explicit Trunk(const Figures& figures);
    [[nodiscard]] Sample sample(glm::vec3 point) const;

private:
    Table radius_;    ///< over the angle from straight back (radians) and the height y
    Table centre_z_;  ///< over the height y: where a section is widest, from which its radius counts
};

}  // namespace dorsum::sculpt
