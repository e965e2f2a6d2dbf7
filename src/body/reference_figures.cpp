#include "body/reference_figures.h"

#include <algorithm>
#include <cmath>

#include "core/translate.h"

namespace dorsum::body {

const std::array<float, level_count>& reference_heights() {
    static constexpr std::array<float, level_count> heights = {
        0.3497F,  0.3331F,  0.3177F,  0.3017F,                       // C4 to C7
        0.2810F,  0.2604F,  0.2342F,  0.2097F,  0.1752F,  0.1375F,   // T1 to T6
        0.1088F,  0.0789F,  0.0560F,  0.0266F,  -0.0028F, -0.0332F,  // T7 to T12
        -0.0637F, -0.0952F, -0.1225F, -0.1456F, -0.1645F,            // L1 to L5
        -0.1991F, -0.2191F, -0.2443F, -0.2695F};                     // S1 to S4
    return heights;
}

float height_between(const std::span<const float, level_count> heights, const Level level) {
    // Monotone cubic interpolation (Fritsch and Carlson 1980, with the harmonic mean of
    // neighbouring slopes), so that a hand moving down the spine never turns back or jerks.
    const float along =
        std::clamp(level.number - static_cast<float>(level_first), 0.0F, static_cast<float>(level_count - 1));
    const int before = std::min(static_cast<int>(along), level_count - 2);
    const float share = along - static_cast<float>(before);
    const auto step = [&](const int i) { return heights[i + 1] - heights[i]; };
    const auto slope_at = [&](const int i) {
        if (i == 0 || i == level_count - 1) {
            return step(i == 0 ? 0 : i - 1);
        }
        const float above = step(i - 1);
        const float below = step(i);
        return above * below <= 0.0F ? 0.0F : 2.0F * above * below / (above + below);
    };
    const float s2 = share * share;
    const float s3 = s2 * share;
    return heights[before] * (2.0F * s3 - 3.0F * s2 + 1.0F) + slope_at(before) * (s3 - 2.0F * s2 + share) +
           heights[before + 1] * (3.0F * s2 - 2.0F * s3) + slope_at(before + 1) * (s3 - s2);
}

std::span<const ReferencePoint> reference_points() {
    static const std::array<ReferencePoint, 6> points = {{
        {"acromion", marked("acromion"), {0.1680F, 0.2620F, 0.0290F}, {0.0F, 0.0F, 1.0F}},
        {"axillary_fold", marked("posterior axillary fold"), {0.1500F, 0.1480F, 0.0500F}, {0.0F, 0.0F, 1.0F}},
        {"scapula_inferior", marked("inferior angle of the scapula"), {0.0990F, 0.1068F, 0.0860F}, {0.0F, 0.0F, 1.0F}},
        {"waist", marked("waist"), {0.1000F, -0.0920F, -0.0300F}, {1.0F, 0.0F, 0.0F}},
        {"iliac_crest", marked("iliac crest"), {0.0978F, -0.1395F, 0.0112F}, {0.0F, 0.0F, 1.0F}},
        {"psis", marked("posterior superior iliac spine"), {0.0467F, -0.1934F, 0.0723F}, {0.0F, 0.0F, 1.0F}},
    }};
    return points;
}

}  // namespace dorsum::body
