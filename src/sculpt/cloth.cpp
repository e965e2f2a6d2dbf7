#include "sculpt/cloth.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace dorsum::sculpt {
namespace {

constexpr float drop_height_z_mm = 175.0F;
constexpr int steps = 260;
constexpr int iterations = 12;
constexpr float fall_per_step_mm = 0.55F;  ///< gravity x step squared
constexpr float kept_speed = 0.94F;        ///< the rest is lost to air
constexpr float friction = 0.55F;          ///< share of sideways movement lost on contact
constexpr float stretch_give = 1.0F;       ///< share of a wrong distance put right at a time
constexpr float shear_give = 0.35F;
constexpr float bend_give = 0.10F;
constexpr float held_share = 0.45F;  ///< of the upper edge, held by the hands that lay the towel

struct Tie {
    std::size_t a;
    std::size_t b;
    float length;
    float give;
};

class Cloth {
public:
    Cloth(const Field& obstacle, const ClothPattern& pattern) : obstacle_(obstacle), pattern_(pattern) {
        for (std::size_t row = 0; row < pattern.rows; ++row) {
            for (std::size_t column = 0; column < pattern.columns; ++column) {
                points_.push_back(start(row, column));
            }
        }
        for (std::size_t row = 0; row < pattern.rows; ++row) {
            for (std::size_t column = 0; column < pattern.columns; ++column) {
                tie(row, column, 0, 1, stretch_give);
                tie(row, column, 1, 0, stretch_give);
                tie(row, column, 1, 1, shear_give);
                tie(row, column, 1, -1, shear_give);
                tie(row, column, 0, 2, bend_give);
                tie(row, column, 2, 0, bend_give);
            }
        }
    }

    std::vector<glm::vec3> at_rest() {
        std::vector<glm::vec3> before = points_;
        for (int step = 0; step < steps; ++step) {
            const float settling = step > steps * 3 / 4 ? 0.8F : kept_speed;
            for (std::size_t i = 0; i < points_.size(); ++i) {
                const glm::vec3 now = points_[i];
                points_[i] += (now - before[i]) * settling - glm::vec3(0.0F, 0.0F, fall_per_step_mm);
                before[i] = now;
            }
            hold_edge();
            for (int iteration = 0; iteration < iterations; ++iteration) {
                hold_together();
            }
            keep_outside(before);
        }
        return points_;
    }

private:
    /// A hand does not lay a towel perfectly: slight waves give the folds a place to begin.
    [[nodiscard]] glm::vec3 start(const std::size_t row, const std::size_t column) const {
        const float u = static_cast<float>(column) / static_cast<float>(pattern_.columns - 1) * 2.0F - 1.0F;
        const float v = static_cast<float>(row) / static_cast<float>(pattern_.rows - 1);
        const float x = u * pattern_.half_breadth_mm;
        const float y = pattern_.top_y_mm - v * pattern_.length_mm;
        const float wave = 5.0F * std::sin(0.021F * x + 0.013F * y) + 4.0F * std::sin(0.034F * y - 0.017F * x + 1.3F);
        return {x, y + 2.5F * std::sin(0.011F * x + 0.7F) * (1.0F - v), drop_height_z_mm + wave};
    }

    void tie(const std::size_t row, const std::size_t column, const int down, const int across, const float give) {
        const auto to_row = row + static_cast<std::size_t>(down);
        const auto to_column = static_cast<std::ptrdiff_t>(column) + across;
        if (to_row >= pattern_.rows || to_column < 0 || to_column >= static_cast<std::ptrdiff_t>(pattern_.columns)) {
            return;
        }
        const float step_x = 2.0F * pattern_.half_breadth_mm / static_cast<float>(pattern_.columns - 1);
        const float step_y = pattern_.length_mm / static_cast<float>(pattern_.rows - 1);
        const float length = std::hypot(step_x * static_cast<float>(across), step_y * static_cast<float>(down));
        ties_.push_back({row * pattern_.columns + column,
                         to_row * pattern_.columns + static_cast<std::size_t>(to_column), length, give});
    }

    void hold_together() {
        for (const Tie& tie : ties_) {
            const glm::vec3 between = points_[tie.b] - points_[tie.a];
            const float length = std::max(glm::length(between), 1.0e-3F);
            const glm::vec3 move = between * (0.5F * tie.give * (length - tie.length) / length);
            points_[tie.a] += move;
            points_[tie.b] -= move;
        }
    }

    /// The hands that lay a towel keep the middle of its upper edge straight across the body; its
    /// corners and the rest fall freely.
    void hold_edge() {
        for (std::size_t column = 0; column < pattern_.columns; ++column) {
            const glm::vec3 laid = start(0, column);
            if (std::abs(laid.x) < held_share * pattern_.half_breadth_mm) {
                points_[column].y = laid.y;
            }
        }
    }

    void keep_outside(const std::vector<glm::vec3>& before) {
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, points_.size()), [&](const auto& range) {
            for (std::size_t i = range.begin(); i != range.end(); ++i) {
                const float depth = obstacle_(points_[i]);
                if (depth >= 0.0F) {
                    continue;
                }
                const glm::vec3 normal = outward(obstacle_, points_[i]);
                const glm::vec3 moved = points_[i] - before[i];
                points_[i] -= friction * (moved - normal * glm::dot(moved, normal));
                points_[i] -= normal * depth;
            }
        });
    }

    const Field& obstacle_;
    const ClothPattern& pattern_;
    std::vector<glm::vec3> points_;
    std::vector<Tie> ties_;
};

}  // namespace

std::vector<glm::vec3> draped_cloth(const Field& obstacle, const ClothPattern& pattern) {
    return Cloth(obstacle, pattern).at_rest();
}

}  // namespace dorsum::sculpt
