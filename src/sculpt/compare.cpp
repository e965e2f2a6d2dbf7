#include "sculpt/compare.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <glm/geometric.hpp>

#include "core/translate.h"

namespace dorsum::sculpt {
namespace {

constexpr float band_height = 0.030F;
constexpr float far_behind = 0.5F;
constexpr float mm_per_metre = 1000.0F;
constexpr int fitting_rounds = 12;

struct Pair {
    glm::vec3 on_skin;
    glm::vec3 on_other;
    float signed_mm;
};

std::vector<Pair> pairs(const mesh::SpatialIndex& skin, const mesh::SpatialIndex& other, const ComparedRegion& region) {
    std::vector<Pair> result;
    for (float y = region.low_y; y <= region.high_y; y += region.step) {
        for (float x = -region.half_breadth; x <= region.half_breadth; x += region.step) {
            const auto hit = skin.first_hit({x, y, far_behind}, {0.0F, 0.0F, -1.0F});
            if (!hit) {
                continue;
            }
            if (const auto near = other.nearest(hit->position)) {
                const glm::vec3 away = hit->position - near->position;
                const float sign = glm::dot(away, hit->normal) < 0.0F ? -1.0F : 1.0F;
                result.push_back({hit->position, near->position, sign * glm::length(away) * mm_per_metre});
            }
        }
    }
    return result;
}

Distances distances_of(std::vector<float> signed_mm) {
    Distances result;
    result.count = signed_mm.size();
    if (signed_mm.empty()) {
        return result;
    }
    for (float& value : signed_mm) {
        result.signed_mean += value;
        value = std::abs(value);
        result.mean += value;
    }
    const auto count = static_cast<float>(result.count);
    result.mean /= count;
    result.signed_mean /= count;
    std::ranges::sort(signed_mm);
    result.percentile_95 = signed_mm[std::min(signed_mm.size() - 1, signed_mm.size() * 95 / 100)];
    result.largest = signed_mm.back();
    return result;
}

}  // namespace

Comparison compare_skin(const mesh::SpatialIndex& skin, const mesh::SpatialIndex& other, const ComparedRegion& region) {
    const std::vector<Pair> found = pairs(skin, other, region);
    std::vector<float> all;
    for (const Pair& pair : found) {
        all.push_back(pair.signed_mm);
    }
    Comparison result{distances_of(all), {}};
    for (float top = region.high_y; top > region.low_y; top -= band_height) {
        std::vector<float> in_band;
        for (const Pair& pair : found) {
            if (pair.on_skin.y <= top && pair.on_skin.y > top - band_height) {
                in_band.push_back(pair.signed_mm);
            }
        }
        result.bands.push_back({top - 0.5F * band_height, distances_of(in_band)});
    }
    return result;
}

glm::vec3 fitted_shift(const mesh::SpatialIndex& skin, const mesh::TriangleMesh& other, const ComparedRegion& region) {
    glm::vec3 shift(0.0F);
    mesh::TriangleMesh moved{other.positions, {}, other.indices};
    for (int round = 0; round < fitting_rounds; ++round) {
        const mesh::SpatialIndex index(moved);
        glm::vec3 step(0.0F);
        const std::vector<Pair> found = pairs(skin, index, region);
        for (const Pair& pair : found) {
            step += pair.on_skin - pair.on_other;
        }
        step *= glm::vec3(0.0F, 1.0F, 1.0F) / std::max(static_cast<float>(found.size()), 1.0F);
        shift += step;
        for (glm::vec3& at : moved.positions) {
            at += step;
        }
    }
    return shift;
}

std::string comparison_text(const Comparison& comparison) {
    std::string text;
    const auto line = [&text](const char* name, const Distances& found) {
        std::array<char, 160> buffer{};
        std::snprintf(buffer.data(), buffer.size(), "%-12s %8zu %8.1f %8.1f %8.1f %+8.1f\n", name, found.count,
                      static_cast<double>(found.mean), static_cast<double>(found.percentile_95),
                      static_cast<double>(found.largest), static_cast<double>(found.signed_mean));
        text += buffer.data();
    };
    text += std::string(tr("height y mm    places     mean  95 in 100  most  outward (all mm)")) + "\n";
    for (const Band& band : comparison.bands) {
        std::array<char, 16> name{};
        std::snprintf(name.data(), name.size(), "%+.0f", static_cast<double>(band.middle_y * mm_per_metre));
        line(name.data(), band.distances);
    }
    line(tr("all"), comparison.all);
    return text;
}

}  // namespace dorsum::sculpt
