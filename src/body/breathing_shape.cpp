#include "body/breathing_shape.h"

#include <algorithm>
#include <cmath>

#include "body/breathing_figures.h"

namespace dorsum::body {
namespace {

/// As GLSL has it: 0 below `low`, 1 above `high`, smooth in between.
float smoothstep(const float low, const float high, const float value) {
    const float share = std::clamp((value - low) / (high - low), 0.0F, 1.0F);
    return share * share * (3.0F - 2.0F * share);
}

}  // namespace

glm::vec3 breathing_displacement(const glm::vec3 position, const float rise) {
    using namespace breathing;
    const float filled = std::clamp(rise, 0.0F, 1.0F);
    const float trunk = 1.0F - smoothstep(side_start_m, side_end_m, std::abs(position.x));
    const float thorax = smoothstep(thorax_bottom_m, thorax_low_m, position.y) *
                         (1.0F - smoothstep(thorax_high_m, thorax_top_m, position.y));
    const float lower_ribs =
        smoothstep(ribs_bottom_m, ribs_low_m, position.y) * (1.0F - smoothstep(ribs_high_m, ribs_top_m, position.y));
    const float back = smoothstep(front_m, back_m, position.z);
    return filled * trunk *
           glm::vec3(widening_m * lower_ribs * position.x / side_start_m, 0.0F, lift_m * thorax * back);
}

}  // namespace dorsum::body
