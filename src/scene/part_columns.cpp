#include "scene/part_columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>

namespace dorsum::scene {

namespace {

float cross(const glm::vec2 a, const glm::vec2 b) {
    return a.x * b.y - a.y * b.x;
}

glm::ivec2 cell_of(const glm::vec3 place) {
    return {static_cast<int>(std::floor(place.x / PartColumns::cell_m)),
            static_cast<int>(std::floor(place.y / PartColumns::cell_m))};
}

/// Calls `visit` with every cell whose middle lies under a triangle, and the triangle's height there.
template <typename Visit>
void over_cells(const std::array<glm::vec3, 3>& corners, const Visit& visit) {
    // A hair beside the middle, where no edge of a mesh made on a grid runs.
    constexpr glm::vec2 middle{0.50123F, 0.49871F};
    const glm::ivec2 low = cell_of(glm::min(corners[0], glm::min(corners[1], corners[2])));
    const glm::ivec2 high = cell_of(glm::max(corners[0], glm::max(corners[1], corners[2])));
    const glm::vec2 a{corners[0]};
    const glm::vec2 to_b = glm::vec2{corners[1]} - a;
    const glm::vec2 to_c = glm::vec2{corners[2]} - a;
    const float area = cross(to_b, to_c);
    if (area == 0.0F) {
        return;
    }
    for (int y = low.y; y <= high.y; ++y) {
        for (int x = low.x; x <= high.x; ++x) {
            const glm::vec2 at = (glm::vec2{x, y} + middle) * PartColumns::cell_m - a;
            const float b = cross(at, to_c) / area;
            const float c = cross(to_b, at) / area;
            if (b >= 0.0F && c >= 0.0F && b + c <= 1.0F) {
                visit(glm::ivec2{x, y}, corners[0].z * (1.0F - b - c) + corners[1].z * b + corners[2].z * c);
            }
        }
    }
}

}  // namespace

PartColumns::PartColumns(const mesh::TriangleMesh& mesh) {
    const mesh::Bounds bounds = mesh::bounds(mesh);
    low_ = cell_of(bounds.low);
    size_ = cell_of(bounds.high) - low_ + 1;
    std::vector<std::vector<float>> heights(static_cast<std::size_t>(size_.x) * static_cast<std::size_t>(size_.y));
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::array<glm::vec3, 3> corners{mesh.positions[mesh.indices[i]], mesh.positions[mesh.indices[i + 1]],
                                               mesh.positions[mesh.indices[i + 2]]};
        over_cells(corners, [&](const glm::ivec2 cell, const float height) {
            const glm::ivec2 at = cell - low_;
            heights[static_cast<std::size_t>(at.y) * static_cast<std::size_t>(size_.x) + static_cast<std::size_t>(at.x)]
                .push_back(height);
        });
    }
    columns_.reserve(heights.size());
    for (std::vector<float>& surfaces : heights) {
        std::ranges::sort(surfaces);
        Column column{intervals_.size(), surfaces.size() / 2};
        for (std::size_t i = 0; i + 1 < surfaces.size(); i += 2) {
            intervals_.push_back({surfaces[i], surfaces[i + 1]});
        }
        columns_.push_back(column);
    }
}

const PartColumns::Column* PartColumns::column(const glm::ivec2 cell) const {
    const glm::ivec2 at = cell - low_;
    if (at.x < 0 || at.y < 0 || at.x >= size_.x || at.y >= size_.y) {
        return nullptr;
    }
    return &columns_[static_cast<std::size_t>(at.y) * static_cast<std::size_t>(size_.x) +
                     static_cast<std::size_t>(at.x)];
}

template <typename Visit>
void PartColumns::over_shared(const PartColumns& other, const glm::ivec2 shift, const Visit& visit) const {
    const glm::ivec2 low = glm::max(low_ + shift, other.low_);
    const glm::ivec2 high = glm::min(low_ + shift + size_, other.low_ + other.size_);
    for (int y = low.y; y < high.y; ++y) {
        for (int x = low.x; x < high.x; ++x) {
            const Column* mine = column(glm::ivec2{x, y} - shift);
            const Column* its = other.column({x, y});
            if (mine != nullptr && its != nullptr && mine->count > 0 && its->count > 0) {
                visit(*mine, *its);
            }
        }
    }
}

float PartColumns::overlap_cm3(const PartColumns& other, const glm::vec3 shift) const {
    const glm::ivec2 cells{static_cast<int>(std::lround(shift.x / cell_m)),
                           static_cast<int>(std::lround(shift.y / cell_m))};
    float height_m = 0.0F;
    over_shared(other, cells, [&](const Column& mine, const Column& its) {
        for (std::size_t i = 0; i < mine.count; ++i) {
            for (std::size_t j = 0; j < its.count; ++j) {
                const Interval& a = intervals_[mine.first + i];
                const Interval& b = other.intervals_[its.first + j];
                height_m += std::max(0.0F, std::min(a.high + shift.z, b.high) - std::max(a.low + shift.z, b.low));
            }
        }
    });
    return height_m * cell_m * cell_m * 1.0e6F;
}

float PartColumns::height_over(const PartColumns& other) const {
    float sum_m = 0.0F;
    float count = 0.0F;
    over_shared(other, glm::ivec2{0}, [&](const Column& mine, const Column& its) {
        const Interval& a = intervals_[mine.first + mine.count - 1];
        const Interval& b = other.intervals_[its.first + its.count - 1];
        sum_m += 0.5F * (a.low + a.high - b.low - b.high);
        count += 1.0F;
    });
    return count > 0.0F ? sum_m / count : 0.0F;
}

}  // namespace dorsum::scene
