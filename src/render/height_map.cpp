#include "render/height_map.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <limits>

namespace dorsum::render {

namespace {

constexpr float wanted_cell_m = 0.004F;
constexpr float margin_m = 0.12F;  // room around the body for its shade on the table
constexpr int most_cells = 640;    // either way

/// One row or column averaged over `radius` cells to either side, the ends repeated.
void box_blur(const float* from, float* to, const int count, const int stride, const int radius) {
    float sum = 0.0F;
    const auto value = [&](const int i) { return from[std::clamp(i, 0, count - 1) * stride]; };
    for (int i = -radius; i <= radius; ++i) {
        sum += value(i);
    }
    const float share = 1.0F / static_cast<float>(2 * radius + 1);
    for (int i = 0; i < count; ++i) {
        to[i * stride] = sum * share;
        sum += value(i + radius + 1) - value(i - radius);
    }
}

}  // namespace

HeightMap::HeightMap(const std::span<const mesh::TriangleMesh* const> meshes) {
    glm::vec3 low{std::numeric_limits<float>::max()};
    glm::vec3 high{std::numeric_limits<float>::lowest()};
    for (const mesh::TriangleMesh* mesh : meshes) {
        for (const glm::vec3 position : mesh->positions) {
            low = glm::min(low, position);
            high = glm::max(high, position);
        }
    }
    if (!(low.x <= high.x)) {
        return;
    }
    const glm::vec2 size = glm::vec2{high - low} + 2.0F * margin_m;
    cell_m_ = std::max(wanted_cell_m, std::max(size.x, size.y) / static_cast<float>(most_cells));
    width_ = std::clamp(static_cast<int>(std::ceil(size.x / cell_m_)), 1, most_cells);
    height_ = std::clamp(static_cast<int>(std::ceil(size.y / cell_m_)), 1, most_cells);
    low_ = glm::vec2{low} - margin_m;
    floor_m_ = low.z;
    cells_.assign(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_), floor_m_);
    for (const mesh::TriangleMesh* mesh : meshes) {
        draw(*mesh);
    }
}

void HeightMap::draw(const mesh::TriangleMesh& mesh) {
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 a = mesh.positions[mesh.indices[i]];
        const glm::vec3 b = mesh.positions[mesh.indices[i + 1]];
        const glm::vec3 c = mesh.positions[mesh.indices[i + 2]];
        const glm::vec2 p = (glm::vec2{a} - low_) / cell_m_;
        const glm::vec2 q = (glm::vec2{b} - low_) / cell_m_;
        const glm::vec2 r = (glm::vec2{c} - low_) / cell_m_;
        const float area = (q.x - p.x) * (r.y - p.y) - (r.x - p.x) * (q.y - p.y);
        if (std::abs(area) < 1.0e-6F) {
            continue;
        }
        const glm::vec2 first = glm::max(glm::min(p, glm::min(q, r)) - 0.5F, glm::vec2{0.0F});
        const glm::vec2 last = glm::max(p, glm::max(q, r)) - 0.5F;
        const int right = std::min(width_ - 1, static_cast<int>(last.x));
        const int top = std::min(height_ - 1, static_cast<int>(last.y));
        for (int y = static_cast<int>(std::ceil(first.y)); y <= top; ++y) {
            for (int x = static_cast<int>(std::ceil(first.x)); x <= right; ++x) {
                const glm::vec2 centre{static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F};
                const float of_b = ((centre.x - p.x) * (r.y - p.y) - (r.x - p.x) * (centre.y - p.y)) / area;
                const float of_c = ((q.x - p.x) * (centre.y - p.y) - (centre.x - p.x) * (q.y - p.y)) / area;
                if (of_b >= 0.0F && of_c >= 0.0F && of_b + of_c <= 1.0F) {
                    float& cell = cells_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                                         static_cast<std::size_t>(x)];
                    cell = std::max(cell, a.z + (b.z - a.z) * of_b + (c.z - a.z) * of_c);
                }
            }
        }
    }
}

float HeightMap::sample(const std::vector<float>& cells, const glm::vec2 point) const {
    const glm::vec2 cell = glm::clamp((point - low_) / cell_m_ - 0.5F, glm::vec2{0.0F},
                                      glm::vec2{static_cast<float>(width_ - 1), static_cast<float>(height_ - 1)});
    const int x = std::min(static_cast<int>(cell.x), std::max(0, width_ - 2));
    const int y = std::min(static_cast<int>(cell.y), std::max(0, height_ - 2));
    const int next_x = std::min(x + 1, width_ - 1);
    const int next_y = std::min(y + 1, height_ - 1);
    const glm::vec2 share = cell - glm::vec2{static_cast<float>(x), static_cast<float>(y)};
    const auto value = [&](const int column, const int row) {
        return cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(width_) +
                     static_cast<std::size_t>(column)];
    };
    return glm::mix(glm::mix(value(x, y), value(next_x, y), share.x),
                    glm::mix(value(x, next_y), value(next_x, next_y), share.x), share.y);
}

std::vector<float> HeightMap::blurred(const std::vector<float>& cells, const float radius_m) const {
    const int radius = std::max(1, static_cast<int>(std::lround(0.6F * radius_m / cell_m_)));
    std::vector<float> result = cells;
    std::vector<float> other(cells.size());
    for (int pass = 0; pass < 2; ++pass) {
        for (int y = 0; y < height_; ++y) {
            box_blur(&result[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_)],
                     &other[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_)], width_, 1, radius);
        }
        for (int x = 0; x < width_; ++x) {
            box_blur(&other[static_cast<std::size_t>(x)], &result[static_cast<std::size_t>(x)], height_, width_,
                     radius);
        }
    }
    return result;
}

}  // namespace dorsum::render
