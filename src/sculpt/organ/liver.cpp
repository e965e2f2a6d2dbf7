#include "sculpt/organ/liver.h"

#include <cmath>

#include "sculpt/figure_reader.h"
#include "sculpt/shapes.h"

namespace dorsum::sculpt {
namespace {

using namespace figure;

constexpr float dome_blend_mm = 30.0F;
constexpr float slope_step_mm = 1.0F;

const toml::table& own(const toml::table& root) {
    return as_table(entry(root, "liver"));
}

float slope(const std::vector<Knot>& knots, const float at) {
    return (along(knots, at + slope_step_mm) - along(knots, at - slope_step_mm)) / (2.0F * slope_step_mm);
}

/// Distance of `value` above a curve over `at`.
float above(const std::vector<Knot>& knots, const float at, const float value) {
    const float steepness = slope(knots, at);
    return (value - along(knots, at)) / std::sqrt(1.0F + steepness * steepness);
}

}  // namespace

Liver::Liver(const toml::table& root)
    : gap_mm_(number(own(root), "gap_mm")),
      edge_blend_mm_(number(own(root), "edge_blend_mm")),
      lower_edge_y_(knots(own(root), "lower_edge_y")),
      upper_y_(knots(own(root), "upper_y")),
      back_z_(knots(own(root), "back_z")),
      hollow_mm_(knots(own(root), "hollow_mm")),
      hollow_share_(knots(own(root), "hollow_share")),
      cuts_(own(root)) {}

float Liver::underside(const glm::vec3 point) const {
    const float share = along(hollow_share_, point.x);
    const float hollow = along(hollow_mm_, point.z);
    const float steepness_x = slope(lower_edge_y_, point.x) + slope(hollow_share_, point.x) * hollow;
    const float steepness_z = slope(hollow_mm_, point.z) * share;
    const float height = along(lower_edge_y_, point.x) + hollow * share;
    return (height - point.y) / std::sqrt(1.0F + steepness_x * steepness_x + steepness_z * steepness_z);
}

float Liver::distance(const glm::vec3 point, const ChestCavity& cavity, const float neighbours) const {
    float result = smooth_intersection(cavity.wall(point), cavity.above_diaphragm(point) + gap_mm_, dome_blend_mm);
    result = smooth_intersection(result, above(upper_y_, point.x, point.y), dome_blend_mm);
    result = smooth_intersection(result, above(back_z_, point.x, point.z), dome_blend_mm);
    result = smooth_intersection(result, underside(point), edge_blend_mm_);
    result = smooth_difference(result, neighbours - gap_mm_, edge_blend_mm_);
    return cuts_.carved(result, point);
}

}  // namespace dorsum::sculpt
