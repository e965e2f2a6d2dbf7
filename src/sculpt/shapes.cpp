#include "sculpt/shapes.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "sculpt/curve.h"

namespace dorsum::sculpt {
namespace {

constexpr int pieces_per_station = 12;

std::vector<Station> refined(const std::vector<Station>& stations) {
    const auto clamped = [&](const std::ptrdiff_t index) -> const Station& {
        return stations[static_cast<std::size_t>(
            std::clamp<std::ptrdiff_t>(index, 0, static_cast<std::ptrdiff_t>(stations.size()) - 1))];
    };
    std::vector<Station> line;
    for (std::ptrdiff_t piece = 0; piece + 1 < static_cast<std::ptrdiff_t>(stations.size()); ++piece) {
        const Station& a = clamped(piece - 1);
        const Station& b = clamped(piece);
        const Station& c = clamped(piece + 1);
        const Station& d = clamped(piece + 2);
        for (int step = 0; step < pieces_per_station; ++step) {
            const float t = static_cast<float>(step) / pieces_per_station;
            line.push_back({catmull_rom(a.centre, b.centre, c.centre, d.centre, t),
                            std::max(0.5F, catmull_rom(a.radius, b.radius, c.radius, d.radius, t))});
        }
    }
    line.push_back(stations.back());
    return line;
}

}  // namespace

float smooth_union(const float a, const float b, const float blend_mm) {
    const float h = std::max(blend_mm - std::abs(a - b), 0.0F) / blend_mm;
    return std::min(a, b) - h * h * h * blend_mm / 6.0F;
}

float smooth_intersection(const float a, const float b, const float blend_mm) {
    return -smooth_union(-a, -b, blend_mm);
}

float smooth_difference(const float a, const float b, const float blend_mm) {
    return -smooth_union(-a, b, blend_mm);
}

float ellipsoid(const glm::vec3 point, const glm::vec3 centre, const glm::vec3 half_axes) {
    const glm::vec3 scaled = (point - centre) / half_axes;
    const float k0 = glm::length(scaled);
    const float k1 = glm::length(scaled / half_axes);
    return k1 < 1.0e-6F ? -std::min({half_axes.x, half_axes.y, half_axes.z}) : k0 * (k0 - 1.0F) / k1;
}

float rounded_box(const glm::vec3 point, const glm::vec3 centre, const glm::vec3 half_size, const float rounding) {
    const glm::vec3 q = glm::abs(point - centre) - half_size + rounding;
    return glm::length(glm::max(q, glm::vec3(0.0F))) + std::min(std::max({q.x, q.y, q.z}), 0.0F) - rounding;
}

BellyShape::BellyShape(const Belly& belly)
    : line_(refined(belly.stations)),
      flat_axis_(glm::normalize(belly.flat_axis)),
      stretch_(1.0F / belly.flatness - 1.0F),
      blend_mm_(belly.blend_mm) {
    bounds_ = {line_.front().centre, line_.front().centre};
    for (const Station& station : line_) {
        bounds_.low = glm::min(bounds_.low, station.centre - station.radius);
        bounds_.high = glm::max(bounds_.high, station.centre + station.radius);
    }
}

bool BellyShape::near(const glm::vec3 point, const float reach_mm) const {
    const glm::vec3 outside = glm::max(glm::max(bounds_.low - point, point - bounds_.high), glm::vec3(0.0F));
    return glm::dot(outside, outside) < reach_mm * reach_mm;
}

float BellyShape::distance(const glm::vec3 point) const {
    float best = 1.0e9F;
    glm::vec3 best_away(0.0F);
    for (std::size_t i = 0; i + 1 < line_.size(); ++i) {
        const glm::vec3 edge = line_[i + 1].centre - line_[i].centre;
        const glm::vec3 from = point - line_[i].centre;
        const float t = std::clamp(glm::dot(from, edge) / glm::dot(edge, edge), 0.0F, 1.0F);
        glm::vec3 away = from - edge * t;
        away += flat_axis_ * (stretch_ * glm::dot(away, flat_axis_));
        const float distance = glm::length(away) - glm::mix(line_[i].radius, line_[i + 1].radius, t);
        if (distance < best) {
            best = distance;
            best_away = away;
        }
    }
    // Undo the stretch: divide by the length of the gradient.
    const float length = std::max(glm::length(best_away), 1.0e-4F);
    const float along_axis = glm::dot(best_away, flat_axis_) / length;
    const float s = 1.0F + stretch_;
    return best / std::sqrt(1.0F + (s * s - 1.0F) * along_axis * along_axis);
}

}  // namespace dorsum::sculpt
