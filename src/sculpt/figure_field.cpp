#include "sculpt/figure_field.h"

#include <algorithm>
#include <cmath>

#include "sculpt/curve.h"

namespace dorsum::sculpt {
namespace {

constexpr float reach_mm = 45.0F;

float united(float distance, const std::vector<BellyShape>& bellies, const glm::vec3 point) {
    for (const BellyShape& belly : bellies) {
        if (belly.near(point, reach_mm)) {
            distance = smooth_union(distance, belly.distance(point), belly.blend_mm());
        }
    }
    return distance;
}

}  // namespace

FigureField::FigureField(const Figures& figures)
    : trunk_(figures),
      relief_(figures),
      head_(figures),
      bellies_(figures.bellies.begin(), figures.bellies.end()),
      table_top_z_(figures.table_top_z),
      skin_end_y_(figures.skin_end_y) {}

float FigureField::trunk(const glm::vec3 point) const {
    const Trunk::Sample base = trunk_.sample(point);
    const float relief = relief_.height_mm(point.x, point.y) * smooth_step(-0.05F, 0.45F, base.backward);
    // Above the occiput and below the thighs the loft has no end of its own.
    const float above = point.y - 455.0F;
    return std::max(base.distance_mm - relief, above);
}

float FigureField::whole(const glm::vec3 point) const {
    const glm::vec3 p(std::abs(point.x), point.y, point.z);
    float distance = p.y > 360.0F ? smooth_union(trunk(p), head_.distance(p), 16.0F) : trunk(p);
    if (p.y < -540.0F) {
        distance = std::max(distance, -540.0F - p.y);
    }
    distance = united(distance, bellies_, p);
    // The table flattens what lies on it.
    return -smooth_union(-distance, -(table_top_z_ - p.z), 12.0F);
}

float FigureField::shown(const glm::vec3 point) const {
    return -smooth_union(-whole(point), -(skin_end_y_ - point.y), 10.0F);
}

}  // namespace dorsum::sculpt
