#include "sculpt/trunk.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <numbers>

namespace dorsum::sculpt {
namespace {

constexpr float pi = std::numbers::pi_v<float>;
constexpr Table::Axis angle_axis{0.0F, pi / 180.0F, 181};
constexpr Table::Axis height_axis{-560.0F, 2.5F, 425};

/// Where a ray from the section's centre leaves it: both halves are superellipses.
float radius_at(const Section& section, const float angle) {
    const float across = std::sin(angle) / section.half_breadth;
    const bool back = angle < pi / 2.0F;
    const float depth = back ? section.back_z - section.side_z : section.side_z - section.front_z;
    const float squareness = back ? section.back_squareness : section.front_squareness;
    const float along_z = std::abs(std::cos(angle)) / depth;
    return std::pow(std::pow(across, squareness) + std::pow(along_z, squareness), -1.0F / squareness);
}

}  // namespace

Trunk::Trunk(const std::vector<Section>& sections)
    : radius_(angle_axis, height_axis), centre_z_(height_axis, {0.0F, 1.0F, 1}) {
    for (std::size_t iv = 0; iv < height_axis.count; ++iv) {
        const Section section = section_at(sections, height_axis.at(iv));
        centre_z_.cell(iv, 0) = section.side_z;
        for (std::size_t iu = 0; iu < angle_axis.count; ++iu) {
            radius_.cell(iu, iv) = radius_at(section, std::clamp(angle_axis.at(iu), 1.0e-4F, pi - 1.0e-4F));
        }
    }
    radius_.blur(2.5F * pi / 180.0F, 5.0F);
}

float Trunk::distance(const glm::vec3 point) const {
    const Table::Sample centre = centre_z_.sample(point.y, 0.0F);
    const glm::vec2 from(std::abs(point.x), point.z - centre.value);
    const float r = std::max(glm::length(from), 1.0F);
    const glm::vec2 outward = from / r;
    const glm::vec2 turning(outward.y, -outward.x);  // the way in which the angle grows
    const Table::Sample radius = radius_.sample(std::atan2(from.x, from.y), point.y);
    // Near the middle the turning term would grow without bound and say that the skin is close.
    const glm::vec2 across = outward - turning * (radius.slope_u / std::max(r, 0.5F * radius.value));
    const glm::vec3 gradient(across.x, -radius.slope_v - centre.slope_u * across.y, across.y);
    const float steepness = std::max(glm::length(gradient), 1.0F);
    return (r - radius.value) / steepness;
}

}  // namespace dorsum::sculpt
