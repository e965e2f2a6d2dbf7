#pragma once

#include <glm/vec3.hpp>
#include <vector>

#include "sculpt/figures.h"
#include "sculpt/table.h"

namespace dorsum::sculpt {

/// The trunk and neck without muscles: a surface lofted through horizontal sections, each a
/// rounded oval that may be squarer at the back than at the front. Symmetric in x.
class Trunk {
public:
    explicit Trunk(const std::vector<Section>& sections);
    [[nodiscard]] float distance(glm::vec3 point) const;  ///< millimetres, negative inside

private:
    Table radius_;    ///< over the angle from straight back (radians) and the height y
    Table centre_z_;  ///< over the height y: where a section is widest, from which its radius counts
};

}  // namespace dorsum::sculpt
