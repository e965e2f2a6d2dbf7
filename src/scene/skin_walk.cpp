#include "scene/skin_walk.h"

#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace dorsum::scene {

namespace {

/// How far above and below the skin may lie from where it is expected after one step.
constexpr float reach_m = 0.02F;
constexpr float least_agreement = 0.35F;  // of the old and the new normal: cos of 70 degrees

}  // namespace

glm::vec3 tangent(const glm::vec3 direction, const glm::vec3 normal) {
    glm::vec3 flat = direction - normal * glm::dot(direction, normal);
    if (glm::dot(flat, flat) < 1.0e-8F) {
        flat =
            glm::cross(normal, std::abs(normal.x) < 0.7F ? glm::vec3{1.0F, 0.0F, 0.0F} : glm::vec3{0.0F, 1.0F, 0.0F});
    }
    return glm::normalize(flat);
}

SkinStep walk(const mesh::SpatialIndex& skin, const SkinStep& from, const float distance_m) {
    const glm::vec3 guess = from.position + from.heading * distance_m;
    const auto hit = skin.first_hit(guess + from.normal * reach_m, -from.normal, 2.0F * reach_m);
    if (!hit || glm::dot(hit->smooth_normal, from.normal) < least_agreement) {
        return {guess, from.normal, from.heading};
    }
    // The normal is smoothed along the walk, so that a crease does not turn it at once.
    const glm::vec3 normal = glm::normalize(glm::mix(from.normal, hit->smooth_normal, 0.7F));
    return {hit->position, normal, tangent(from.heading, normal)};
}

void add_grid_indices(PatchSet& patches, const std::uint32_t first, const int rows, const int columns) {
    const auto width = static_cast<std::uint32_t>(columns);
    for (std::uint32_t row = 0; row + 1 < static_cast<std::uint32_t>(rows); ++row) {
        for (std::uint32_t column = 0; column + 1 < width; ++column) {
            const std::uint32_t corner = first + row * width + column;
            for (const std::uint32_t index :
                 {corner, corner + 1, corner + width, corner + 1, corner + width + 1, corner + width}) {
                patches.indices.push_back(index);
            }
        }
    }
}

void add_grid(PatchSet& patches, const mesh::SpatialIndex& skin, const SkinStep& centre, const int rows,
              const int columns, const float half_length_m, const float half_width_m, const PatchVertex& like) {
    const auto first = static_cast<std::uint32_t>(patches.vertices.size());
    patches.vertices.resize(patches.vertices.size() + static_cast<std::size_t>(rows * columns), like);
    const int half_rows = rows / 2;
    const int half_columns = columns / 2;
    const float row_m = half_length_m / static_cast<float>(half_rows);
    const float column_m = half_width_m / static_cast<float>(half_columns);
    const auto set = [&](const int row, const int column, const SkinStep& step) {
        PatchVertex& vertex =
            patches.vertices[first + static_cast<std::size_t>((row + half_rows) * columns + column + half_columns)];
        vertex.position = step.position + step.normal * patch_lift_m;
        vertex.normal = step.normal;
        vertex.along = static_cast<float>(row) / static_cast<float>(half_rows);
        vertex.across = static_cast<float>(column) / static_cast<float>(half_columns);
    };
    const auto walk_row = [&](const int row, const SkinStep& middle) {
        set(row, 0, middle);
        for (const int side : {-1, 1}) {
            SkinStep step = middle;
            step.heading = glm::cross(middle.heading, middle.normal) * static_cast<float>(side);
            for (int column = 1; column <= half_columns; ++column) {
                step = walk(skin, step, column_m);
                set(row, side * column, step);
            }
        }
    };
    walk_row(0, centre);
    for (const int direction : {-1, 1}) {
        SkinStep step = centre;
        for (int row = 1; row <= half_rows; ++row) {
            step.heading *= static_cast<float>(direction);
            step = walk(skin, step, row_m);
            step.heading *= static_cast<float>(direction);
            walk_row(direction * row, step);
        }
    }
    add_grid_indices(patches, first, rows, columns);
}

}  // namespace dorsum::scene
