#include "sculpt/skeleton/bone_shapes.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <utility>

#include "sculpt/curve.h"

#include "sculpt/shapes.h"

namespace dorsum::sculpt {
namespace {

constexpr int pieces_per_station = 6;
constexpr float least_half_mm = 0.4F;

BarStation between(const std::vector<BarStation>& stations, const std::size_t piece, const float t) {
    const BarStation& b = stations[piece];
    const BarStation& c = stations[piece + 1];
    const BarStation& a = piece > 0 ? stations[piece - 1] : b;
    const BarStation& d = piece + 2 < stations.size() ? stations[piece + 2] : c;
    return {
        catmull_rom(a.centre, b.centre, c.centre, d.centre, t),
        std::max(least_half_mm, catmull_rom(a.half_width, b.half_width, c.half_width, d.half_width, t)),
        std::max(least_half_mm, catmull_rom(a.half_thickness, b.half_thickness, c.half_thickness, d.half_thickness, t)),
        glm::mix(glm::normalize(b.broad), glm::normalize(c.broad), t)};
}

std::vector<BarStation> refined(const std::vector<BarStation>& stations) {
    std::vector<BarStation> line;
    for (std::size_t piece = 0; piece + 1 < stations.size(); ++piece) {
        for (int step = 0; step < pieces_per_station; ++step) {
            line.push_back(between(stations, piece, static_cast<float>(step) / pieces_per_station));
        }
    }
    line.push_back(between(stations, stations.size() - 2, 1.0F));
    return line;
}

float outside(const mesh::Bounds& box, const glm::vec3 point) {
    return glm::length(glm::max(glm::max(box.low - point, point - box.high), glm::vec3(0.0F)));
}

}  // namespace

Bar::Bar(const std::vector<BarStation>& stations, const float squareness) : squareness_(squareness) {
    const std::vector<BarStation> line = refined(stations);
    bounds_ = {line.front().centre, line.front().centre};
    for (std::size_t i = 0; i < line.size(); ++i) {
        const float reach = std::max(line[i].half_width, line[i].half_thickness);
        bounds_.low = glm::min(bounds_.low, line[i].centre - reach);
        bounds_.high = glm::max(bounds_.high, line[i].centre + reach);
        if (i + 1 == line.size()) {
            break;
        }
        const glm::vec3 along = line[i + 1].centre - line[i].centre;
        const float length = std::max(glm::length(along), 1.0e-4F);
        pieces_.push_back({line[i], line[i + 1], along / length, length});
    }
}

float Bar::piece_distance(const Piece& piece, const glm::vec3 point) const {
    const glm::vec3 from = point - piece.from.centre;
    const float at = std::clamp(glm::dot(from, piece.along), 0.0F, piece.length);
    const float t = at / piece.length;
    const glm::vec3 away = from - piece.along * at;
    glm::vec3 broad = glm::mix(piece.from.broad, piece.to.broad, t);
    broad = glm::normalize(broad - piece.along * glm::dot(broad, piece.along));
    const glm::vec3 thin = glm::cross(piece.along, broad);
    const float half_width = glm::mix(piece.from.half_width, piece.to.half_width, t);
    const float half_thickness = glm::mix(piece.from.half_thickness, piece.to.half_thickness, t);
    const float u = glm::dot(away, broad);
    const float v = std::hypot(glm::dot(away, thin), 1.0e-3F);
    const float w = glm::dot(away, piece.along);
    const float cap = std::min(half_width, half_thickness);
    if (squareness_ == 2.0F) {
        return ellipsoid({u, v, w}, glm::vec3(0.0F), {half_width, half_thickness, cap});
    }
    // Beyond the ends the section shrinks as a ball's does.
    const float beyond = std::min(std::abs(w), 0.97F * cap);
    const float drop = cap - std::sqrt(cap * cap - beyond * beyond);
    const float side = superellipse(u, v, half_width - drop, half_thickness - drop, squareness_);
    return std::abs(w) < 1.0e-3F ? side : smooth_intersection(side, std::abs(w) - cap, 0.5F);
}

float Bar::distance(const glm::vec3 point) const {
    float best = 1.0e9F;
    for (const Piece& piece : pieces_) {
        const glm::vec3 from = point - piece.from.centre;
        const float reach = std::max(std::max(piece.from.half_width, piece.from.half_thickness),
                                     std::max(piece.to.half_width, piece.to.half_thickness)) +
                            piece.length;
        // What is certainly further away than what was found need not be asked.
        if (glm::dot(from, from) < (best + reach) * (best + reach) || best == 1.0e9F) {
            best = std::min(best, piece_distance(piece, point));
        }
    }
    return best;
}

void Bone::add(Solid shape, const float blend_mm) {
    parts_.push_back({std::move(shape), blend_mm, false});
}

void Bone::add(const Bar& bar, const float blend_mm) {
    add(solid_of(bar), blend_mm);
}

void Bone::cut(Solid shape, const float blend_mm) {
    parts_.push_back({std::move(shape), blend_mm, true});
}

float Bone::distance(const glm::vec3 point) const {
    float result = 1.0e6F;
    for (const Part& part : parts_) {
        const float gap = outside(part.shape.bounds_mm, point);
        if (part.away) {
            if (-gap > result - part.blend_mm) {
                result = smooth_difference(result, part.shape.distance(point), part.blend_mm);
            }
        } else if (gap < result + part.blend_mm) {
            result = smooth_union(result, part.shape.distance(point), part.blend_mm);
        }
    }
    return result;
}

Solid Bone::solid() const {
    mesh::Bounds bounds = parts_.front().shape.bounds_mm;
    for (const Part& part : parts_) {
        if (!part.away) {
            bounds = united(bounds, part.shape.bounds_mm);
        }
    }
    const auto shared_bone = std::make_shared<const Bone>(*this);
    return {[shared_bone](const glm::vec3 point) { return shared_bone->distance(point); }, bounds};
}

Solid Bone::folded() const {
    Solid result = solid();
    result.bounds_mm.high.x = std::max(result.bounds_mm.high.x, -result.bounds_mm.low.x);
    result.bounds_mm.low.x = -result.bounds_mm.high.x;
    result.distance = [half = std::move(result.distance)](const glm::vec3 point) {
        return half({std::abs(point.x), point.y, point.z});
    };
    return result;
}

Solid solid_of(const Bar& bar) {
    const auto shape = std::make_shared<const Bar>(bar);
    return {[shape](const glm::vec3 point) { return shape->distance(point); }, bar.bounds()};
}

float superellipse(const float x, const float y, const float half_x, const float half_y, const float exponent) {
    const float u = std::abs(x) / half_x;
    const float v = std::abs(y) / half_y;
    const float sum = std::pow(u, exponent) + std::pow(v, exponent);
    if (sum < 1.0e-8F) {
        return -std::min(half_x, half_y);
    }
    const float radius = std::pow(sum, 1.0F / exponent);
    const float scale = radius / sum;
    const float slope_x = scale * std::pow(u, exponent - 1.0F) / half_x;
    const float slope_y = scale * std::pow(v, exponent - 1.0F) / half_y;
    return (radius - 1.0F) / std::hypot(slope_x, slope_y);
}

Solid ellipsoid_solid(const glm::vec3 centre, const glm::vec3 half_axes) {
    return {[centre, half_axes](const glm::vec3 point) { return ellipsoid(point, centre, half_axes); },
            {centre - half_axes, centre + half_axes}};
}

}  // namespace dorsum::sculpt
