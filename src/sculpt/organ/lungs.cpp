#include "sculpt/organ/lungs.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "sculpt/figure_reader.h"
#include "sculpt/shapes.h"

namespace dorsum::sculpt {
namespace {

using namespace figure;

constexpr float base_rim_blend_mm = 18.0F;
constexpr float front_edge_blend_mm = 16.0F;
constexpr float no_fissure_y = -1.0e4F;

const toml::table& common(const toml::table& root) {
    return as_table(entry(root, "lungs"));
}

const toml::table& of_side(const toml::table& root, const float side) {
    return as_table(entry(root, side > 0.0F ? "lung_right" : "lung_left"));
}

}  // namespace

Lung::Lung(const toml::table& root, const float side)
    : side_(side),
      gap_mm_(number(common(root), "gap_mm")),
      front_edge_x_mm_(number(common(root), "front_edge_x_mm")),
      front_from_z_(number(common(root), "front_from_z")),
      front_to_z_(number(common(root), "front_to_z")),
      mediastinum_half_width_(knots(common(root), "mediastinum_half_width")),
      oblique_point_(triple(entry(of_side(root, side), "oblique_fissure_point"))),
      oblique_normal_(glm::normalize(triple(entry(of_side(root, side), "oblique_fissure_normal")))),
      horizontal_y_(number_or(of_side(root, side), "horizontal_fissure_y", no_fissure_y)),
      fissure_depth_mm_(number(common(root), "fissure_depth_mm")),
      fissure_half_width_mm_(number(common(root), "fissure_half_width_mm")),
      cuts_(of_side(root, side)) {}

float Lung::fissure_depth(const glm::vec3 point) const {
    const float oblique = glm::dot(point - oblique_point_, oblique_normal_);
    const auto depth = [&](const float away) {
        const float scaled = away / fissure_half_width_mm_;
        return fissure_depth_mm_ * std::exp(-scaled * scaled);
    };
    // The horizontal fissure starts at the oblique one and runs forward.
    const float horizontal = depth(point.y - horizontal_y_) * smooth_step(0.0F, fissure_half_width_mm_, oblique);
    return std::max(depth(oblique), horizontal);
}

float Lung::mediastinum(const glm::vec3 point) const {
    const float half_width = glm::mix(front_edge_x_mm_, along(mediastinum_half_width_, point.y),
                                      smooth_step(front_from_z_, front_to_z_, point.z));
    return half_width - side_ * point.x;
}

float Lung::distance(const glm::vec3 point, const ChestCavity& cavity, const float heart) const {
    float result = smooth_intersection(cavity.wall(point) + gap_mm_, mediastinum(point), front_edge_blend_mm);
    result = smooth_intersection(result, gap_mm_ - cavity.above_diaphragm(point), base_rim_blend_mm);
    result = smooth_difference(result, heart - gap_mm_, front_edge_blend_mm);
    return cuts_.carved(result, point) + fissure_depth(point);
}

}  // namespace dorsum::sculpt
