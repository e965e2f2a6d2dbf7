#include "sculpt/organ/chest_cavity.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>

#include "sculpt/figure_reader.h"
#include "sculpt/shapes.h"

namespace dorsum::sculpt {
namespace {

using namespace figure;

/// |x| of the neck of a rib, where its inside meets the vertebra.
constexpr float neck_x_mm = 20.0F;
constexpr float cupola_blend_mm = 45.0F;
/// Beyond this many runs from its summit a dome falls no further; the wall lies before that.
constexpr float steepest_part = 1.4F;
constexpr float slope_step_mm = 0.5F;

/// Column `column` of rows of y, x, z as knots over y.
std::vector<Knot> column_of(const toml::table& table, const std::string_view key, const std::size_t column) {
    std::vector<Knot> result;
    for (const toml::node& row : list(entry(table, key))) {
        const auto v = numbers(row, 3);
        if (!result.empty() && v[0] <= result.back().at) {
            stop(row, std::string(tr("has knots out of rising order in ")) + std::string(key));
        }
        result.push_back({v[0], v[column]});
    }
    return result;
}

/// Distance from a quarter of a superellipse about the origin.
float superellipse(const glm::vec2 point, const glm::vec2 half, const float exponent) {
    const glm::vec2 scaled = glm::max(glm::abs(point) / half, glm::vec2(1.0e-4F));
    const glm::vec2 powers = {std::pow(scaled.x, exponent), std::pow(scaled.y, exponent)};
    const float level = std::pow(powers.x + powers.y, 1.0F / exponent);
    const glm::vec2 slope = powers / scaled / half;
    return (level - 1.0F) * std::pow(level, exponent - 1.0F) / std::sqrt(slope.x * slope.x + slope.y * slope.y);
}

}  // namespace

ChestCavity::Dome ChestCavity::read_dome(const toml::table& table) {
    const auto flank = [&](const std::string_view key) {
        const glm::vec2 v = pair(entry(table, key));
        return Flank{v.x, v.y};
    };
    return {pair(entry(table, "summit")),
            number(table, "top_y"),
            flank("lateral"),
            flank("medial"),
            flank("front"),
            flank("back")};
}

ChestCavity::ChestCavity(const toml::table& root)
    : wall_mm_(number(as_table(entry(root, "chest")), "wall_mm")),
      front_exponent_(number(as_table(entry(root, "chest")), "front_exponent")),
      dome_exponent_(number(as_table(entry(root, "diaphragm")), "exponent")),
      bridge_mm_(number(as_table(entry(root, "diaphragm")), "bridge_mm")),
      top_y_(number(as_table(entry(root, "chest")), "top_y")) {
    const toml::table& chest = as_table(entry(root, "chest"));
    angle_x_ = column_of(chest, "rib_angles", 1);
    angle_z_ = column_of(chest, "rib_angles", 2);
    widest_x_ = column_of(chest, "rib_widest", 1);
    widest_z_ = column_of(chest, "rib_widest", 2);
    front_z_ = knots(chest, "front");
    head_z_ = knots(chest, "rib_heads");
    const toml::table& diaphragm = as_table(entry(root, "diaphragm"));
    domes_ = {read_dome(as_table(entry(diaphragm, "right"))), read_dome(as_table(entry(diaphragm, "left")))};
}

float ChestCavity::behind(const float x, const float y) const {
    const float at_angle = along(angle_z_, y) - wall_mm_;
    const float at_neck = along(head_z_, y);
    return glm::mix(at_neck, at_angle, smooth_step(neck_x_mm, along(angle_x_, y), x));
}

float ChestCavity::wall(const glm::vec3 point) const {
    const float x = std::abs(point.x);
    const float half_width = along(widest_x_, point.y) - wall_mm_;
    const float middle_z = along(widest_z_, point.y);
    const float angle_x = std::min(along(angle_x_, point.y), 0.8F * half_width);
    const float z = point.z - middle_z;
    float around = 0.0F;
    if (z < 0.0F) {
        around = superellipse({x, z}, {half_width, middle_z - along(front_z_, point.y)}, front_exponent_);
    } else if (x > angle_x) {
        const float depth = along(angle_z_, point.y) - wall_mm_ - middle_z;
        around = superellipse({x - angle_x, z}, {half_width - angle_x, depth}, 2.0F);
    } else {
        around = point.z - behind(x, point.y);
    }
    return smooth_intersection(around, point.y - top_y_, cupola_blend_mm);
}

float ChestCavity::dome_height(const Dome& dome, const float outwards, const float z) const {
    const float x = outwards - dome.summit.x;
    const float along_z = z - dome.summit.y;
    const auto fall = [&](const Flank& flank, const float way) {
        return flank.fall_mm * std::pow(std::min(std::abs(way) / flank.run_mm, steepest_part), dome_exponent_);
    };
    return dome.top_y - fall(x > 0.0F ? dome.lateral : dome.medial, x) -
           fall(along_z > 0.0F ? dome.back : dome.front, along_z);
}

float ChestCavity::diaphragm_y(const float x, const float z) const {
    return glm::mix(dome_height(domes_[1], -x, z), dome_height(domes_[0], x, z),
                    smooth_step(-bridge_mm_, bridge_mm_, x));
}

float ChestCavity::above_diaphragm(const glm::vec3 point) const {
    const float height = diaphragm_y(point.x, point.z);
    const float slope_x = (diaphragm_y(point.x + slope_step_mm, point.z) - height) / slope_step_mm;
    const float slope_z = (diaphragm_y(point.x, point.z + slope_step_mm) - height) / slope_step_mm;
    return (point.y - height) / std::sqrt(1.0F + slope_x * slope_x + slope_z * slope_z);
}

}  // namespace dorsum::sculpt
