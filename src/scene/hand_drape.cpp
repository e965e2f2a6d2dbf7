#include "scene/hand_drape.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <glm/geometric.hpp>

#include "body/breathing_shape.h"

namespace dorsum::scene {

namespace {

/// A place among the nodes: the first of the four that count, and how far it is beyond the second.
struct Cell {
    int first = 0;
    float within = 0.0F;
    bool inside = true;
};

Cell cell_at(const float place_m, const float low_m, const int nodes) {
    const float wanted = (place_m - low_m) / SkinUnderHand::step_m;
    const float most = static_cast<float>(nodes - 2) - 1.0e-3F;
    const float kept = std::clamp(wanted, 1.0F, most);
    const int second = static_cast<int>(kept);
    return {second - 1, kept - static_cast<float>(second), kept == wanted};
}

std::array<float, 4> spline(const float t) {
    const float s = 1.0F - t;
    return {s * s * s / 6.0F, (3.0F * t * t * t - 6.0F * t * t + 4.0F) / 6.0F,
            (3.0F * s * s * s - 6.0F * s * s + 4.0F) / 6.0F, t * t * t / 6.0F};
}

std::array<float, 4> spline_slope(const float t) {
    const float s = 1.0F - t;
    return {-0.5F * s * s, 1.5F * t * t - 2.0F * t, 2.0F * s - 1.5F * s * s, 0.5F * t * t};
}

std::size_t node(const int column, const int row) {
    return static_cast<std::size_t>(row * SkinUnderHand::columns + column);
}

}  // namespace

SkinUnderHand::SkinUnderHand(const mesh::SpatialIndex& skin, const HandFrame& frame, const Nodes& nodes,
                             const float chest_rise) {
    constexpr float from_m = 0.10F;
    constexpr float reach_m = 0.25F;
    constexpr float free_m = 0.004F;  // what the skin may rise or fall at the contact itself
    constexpr float steepest = 0.8F;
    const glm::vec3 risen = body::breathing_displacement(frame.contact, chest_rise);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            if (!nodes.test(node(column, row))) {
                continue;
            }
            const glm::vec3 at(low_x_m + step_m * static_cast<float>(column),
                               low_y_m + step_m * static_cast<float>(row), from_m);
            const float bound_m = free_m + steepest * std::hypot(at.x, at.y);
            const auto hit = skin.first_hit(frame.place(at), -frame.out, reach_m);
            float height_m = -bound_m;
            if (hit) {
                const glm::vec3 moved = body::breathing_displacement(hit->position, chest_rise) - risen;
                height_m = from_m - hit->distance + glm::dot(moved, frame.out);
            }
            heights_.at(node(column, row)) = std::clamp(height_m, -bound_m, bound_m);
        }
    }
    span_falls(nodes);
    sharpen(nodes);
}

void SkinUnderHand::span_falls(const Nodes& nodes) {
    constexpr glm::vec2 steepest{0.85F, 1.0F};  // across the hand, along its fingers
    const auto place_of = [](const std::size_t at) {
        return glm::vec2(low_x_m, low_y_m) +
               step_m * glm::vec2(static_cast<float>(at % columns), static_cast<float>(at / columns));
    };
    const auto measured = heights_;
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        for (std::size_t from = 0; from < nodes.size(); ++from) {
            const glm::vec2 away = place_of(at) - place_of(from);
            // What stands beside the hand, as the head, does not lift it.
            if (nodes.test(at) && nodes.test(from) && glm::dot(away, place_of(from)) >= 0.0F) {
                heights_.at(at) = std::max(heights_.at(at), measured.at(from) - glm::length(steepest * away));
            }
        }
    }
}

void SkinUnderHand::sharpen(const Nodes& nodes) {
    const auto measured = heights_;
    const auto bend = [&](const std::size_t at, const std::size_t apart) {
        const bool known = nodes.test(at - apart) && nodes.test(at + apart);
        return known ? measured.at(at - apart) - 2.0F * measured.at(at) + measured.at(at + apart) : 0.0F;
    };
    for (int row = 1; row + 1 < rows; ++row) {
        for (int column = 1; column + 1 < columns; ++column) {
            const std::size_t at = node(column, row);
            if (nodes.test(at)) {
                heights_.at(at) -= (bend(at, 1) + bend(at, columns)) / 6.0F;
            }
        }
    }
}

SkinUnderHand::Height SkinUnderHand::at(const glm::vec2 place) const {
    const Cell x = cell_at(place.x, low_x_m, columns);
    const Cell y = cell_at(place.y, low_y_m, rows);
    const auto across = spline(x.within);
    const auto across_slope = spline_slope(x.within);
    const auto along = spline(y.within);
    const auto along_slope = spline_slope(y.within);
    Height result;
    for (std::size_t j = 0; j < 4; ++j) {
        const float* row = &heights_[node(x.first, y.first + static_cast<int>(j))];
        const float value = row[0] * across[0] + row[1] * across[1] + row[2] * across[2] + row[3] * across[3];
        const float slope =
            row[0] * across_slope[0] + row[1] * across_slope[1] + row[2] * across_slope[2] + row[3] * across_slope[3];
        result.height_m += along[j] * value;
        result.slope += glm::vec2(along[j] * slope, along_slope[j] * value);
    }
    result.slope *= glm::vec2(x.inside ? 1.0F : 0.0F, y.inside ? 1.0F : 0.0F) / step_m;
    return result;
}

SkinUnderHand::Nodes SkinUnderHand::nodes_around(const glm::vec2 place) {
    const Cell x = cell_at(place.x, low_x_m, columns);
    const Cell y = cell_at(place.y, low_y_m, rows);
    Nodes nodes;
    for (int j = 0; j < 4; ++j) {
        for (int i = 0; i < 4; ++i) {
            nodes.set(node(x.first + i, y.first + j));
        }
    }
    return nodes;
}

}  // namespace dorsum::scene
