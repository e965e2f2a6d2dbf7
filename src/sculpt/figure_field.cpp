#include "sculpt/figure_field.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sculpt/curve.h"
#include "sculpt/fitted_sections.h"

namespace dorsum::sculpt {
namespace {

constexpr float reach_mm = 45.0F;
constexpr float breast_blend_mm = 34.0F;
constexpr float arm_x_mm = 180.0F;
constexpr float taper_y_mm = 120.0F;
constexpr float wrist_y_mm = -270.0F;
constexpr float wrist_share = 0.3F;
constexpr float limb_softness_exponent = 0.45F;

/// The loft has no end of its own above the occiput and below the thighs.
constexpr float loft_top_y_mm = 455.0F;
constexpr float lowest_y_mm = -540.0F;
constexpr float head_from_y_mm = 360.0F;
constexpr float chest_y_mm = 56.0F;
/// Skin and fat between the foremost muscle and the table.
constexpr float belly_wall_mm = 9.0F;
/// A crease goes no deeper than this over muscle and bone.
constexpr float least_cover_mm = 3.0F;

/// A thick upper arm tapers to a wrist that is hardly thicker than anybody's.
float girth_at(const glm::vec3 station, const float girth) {
    if (station.x < arm_x_mm || girth < 1.0F) {
        return girth;
    }
    return std::lerp(girth, 1.0F + wrist_share * (girth - 1.0F), smooth_step(-taper_y_mm, -wrist_y_mm, -station.y));
}

/// Fat rounds the limbs: they go over into each other the more softly the more of it there is.
std::vector<BellyShape> shapes(const Figures& figures, const BodyParameters& parameters) {
    const float softness = std::pow(std::max(parameters.fat_thickness, 1.0F), limb_softness_exponent);
    std::vector<BellyShape> result;
    for (Belly belly : figures.bellies) {
        belly.blend_mm *= softness;
        for (Station& station : belly.stations) {
            station.radius *= girth_at(station.centre, parameters.limb_girth);
        }
        result.emplace_back(belly);
    }
    return result;
}

/// Flattened by lying on it, so that it shows beside the chest.
float breast(const glm::vec3 p, const float bust_mm) {
    const glm::vec3 half_axes(34.0F + 0.6F * bust_mm, 40.0F + 0.4F * bust_mm, 20.0F + 0.5F * bust_mm);
    return ellipsoid(p, {112.0F, 128.0F, -116.0F}, half_axes);
}

}  // namespace

FigureField::FigureField(SkinShape shape)
    : shape_(std::move(shape)),
      warp_(shape_.parameters),
      trunk_(fitted_sections(shape_.figures, shape_.parameters, warp_)),
      head_(shape_.figures, shape_.parameters.hair_knot_mm),
      bellies_(shapes(shape_.figures, shape_.parameters)),
      table_top_z_(std::min(warp_.scale() * shape_.figures.table_top_z * depth_share(shape_.parameters, chest_y_mm),
                            shape_.front_z_mm - belly_wall_mm)),
      skin_end_y_(warp_({0.0F, shape_.figures.skin_end_y, 0.0F}).y) {}

float FigureField::of_reference(const glm::vec3 p) const {
    const float relief = shape_.folds.relief_mm(p, shape_.parameters.fat_thickness);
    float distance = std::max(trunk_.distance(p) - relief, p.y - loft_top_y_mm);
    if (p.y > head_from_y_mm) {
        distance = smooth_union(distance, head_.distance(p), 16.0F);
    }
    distance = std::max(distance, lowest_y_mm - p.y);
    for (const BellyShape& belly : bellies_) {
        if (belly.near(p, reach_mm)) {
            distance = smooth_union(distance, belly.distance(p), belly.blend_mm());
        }
    }
    if (shape_.parameters.bust_mm > 0.0F) {
        distance = smooth_union(distance, breast(p, shape_.parameters.bust_mm), breast_blend_mm);
    }
    const float cover =
        std::max(shape_.cover.thickness_mm(p.x, p.y, shape_.parameters.fat_thickness) + relief, least_cover_mm);
    return smooth_union(distance, shape_.anatomy.distance(p) - cover, cover_blend_mm);
}

float FigureField::whole(const glm::vec3 point) const {
    const glm::vec3 p(std::abs(point.x), point.y, point.z);
    const float distance = of_reference(warp_.inverse(p)) * warp_.scale();
    // The table flattens what lies on it.
    return -smooth_union(-distance, -(table_top_z_ - p.z), 12.0F);
}

float FigureField::shown(const glm::vec3 point) const {
    return -smooth_union(-whole(point), -(skin_end_y_ - point.y), 10.0F);
}

}  // namespace dorsum::sculpt
