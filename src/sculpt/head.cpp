#include "sculpt/head.h"

#include <cmath>
#include <glm/geometric.hpp>

#include "sculpt/curve.h"
#include "sculpt/shapes.h"

namespace dorsum::sculpt {
namespace {

float ear(const glm::vec3 p) {
    // The ear's own axes: up along the helix, out from the head and back.
    const glm::vec3 centre(80.0F, 452.0F, -14.0F);
    const glm::vec3 up = glm::normalize(glm::vec3(0.08F, 0.97F, 0.2F));
    const glm::vec3 back = glm::normalize(glm::vec3(0.50F, -0.22F, 0.84F));
    const glm::vec3 side = glm::normalize(glm::cross(up, back));
    const glm::vec3 forward_up = glm::cross(back, side);
    const glm::vec3 from = p - centre;
    const glm::vec3 q(glm::dot(from, back), glm::dot(from, forward_up), glm::dot(from, side));
    const float shell = ellipsoid(q, {0.0F, 0.0F, 0.0F}, {19.0F, 32.0F, 6.5F});
    const float lobe = ellipsoid(q, {-5.0F, -26.0F, 0.0F}, {10.0F, 11.0F, 5.5F});
    const float bowl_front = ellipsoid(q, {-4.0F, 0.0F, -6.5F}, {12.0F, 20.0F, 5.5F});
    const float bowl_back = ellipsoid(q, {-4.0F, 0.0F, 6.5F}, {12.0F, 20.0F, 5.5F});
    const float bowl = glm::dot(side, glm::vec3(1.0F, 0.0F, -0.4F)) > 0.0F ? bowl_back : bowl_front;
    return smooth_difference(smooth_union(shell, lobe, 8.0F), bowl, 4.0F);
}

}  // namespace

Head::Head(const Figures& figures, const float hair_knot_mm)
    : masses_(figures.head), hairline_(figures.hairline), hair_mm_(figures.hair_mm), hair_knot_mm_(hair_knot_mm) {}

float Head::skull(const glm::vec3 point) const {
    float distance = ellipsoid(point, masses_.front().centre, masses_.front().half_axes);
    for (std::size_t i = 1; i < masses_.size(); ++i) {
        distance =
            smooth_union(distance, ellipsoid(point, masses_[i].centre, masses_[i].half_axes), masses_[i].blend_mm);
    }
    return distance;
}

float Head::distance(const glm::vec3 point) const {
    const float hair = hair_mm_ * smooth_step(-14.0F, 20.0F, point.y - along(hairline_, point.z));
    const float covered = smooth_union(skull(point) - hair, ear(point), 7.0F);
    if (hair_knot_mm_ <= 0.0F) {
        return covered;
    }
    const glm::vec3 half_axes = hair_knot_mm_ * glm::vec3(1.15F, 1.0F, 0.85F);
    return smooth_union(covered, ellipsoid(point, hair_knot_centre, half_axes), 3.0F);
}

}  // namespace dorsum::sculpt
