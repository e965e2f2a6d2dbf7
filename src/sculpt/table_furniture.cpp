#include "sculpt/table_furniture.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <numbers>

#include "sculpt/shapes.h"

namespace dorsum::sculpt {
namespace {

// A usual massage table: 0.70 m wide, upholstery 70 mm thick.
constexpr float half_breadth_mm = 350.0F;
constexpr float head_end_y_mm = 338.0F;
constexpr float foot_end_y_mm = -1330.0F;
constexpr float upholstery_mm = 70.0F;

// Face rest: a ring, open towards the table.
constexpr glm::vec3 ring_centre{0.0F, 470.0F, -128.0F};
constexpr float ring_radius_mm = 98.0F;
constexpr float half_opening_rad = 0.62F;

}  // namespace

float table_top_distance(const glm::vec3 point, const float table_top_z_mm) {
    const float middle_y = 0.5F * (head_end_y_mm + foot_end_y_mm);
    // The weight of the trunk sinks in a little; the body is flattened at the same height.
    const glm::vec3 centre(0.0F, middle_y, table_top_z_mm + 0.5F - 0.5F * upholstery_mm);
    const glm::vec3 half(half_breadth_mm, 0.5F * (head_end_y_mm - foot_end_y_mm), 0.5F * upholstery_mm);
    const float corner_rounding = 60.0F;
    const glm::vec2 plan(std::abs(point.x) - half.x + corner_rounding,
                         std::abs(point.y - middle_y) - half.y + corner_rounding);
    const float outline =
        glm::length(glm::max(plan, glm::vec2(0.0F))) + std::min(std::max(plan.x, plan.y), 0.0F) - corner_rounding;
    // A rounded slab over that outline.
    const float rounding = 26.0F;
    const glm::vec2 section(outline + rounding, std::abs(point.z - centre.z) - half.z + rounding);
    const float pad =
        glm::length(glm::max(section, glm::vec2(0.0F))) + std::min(std::max(section.x, section.y), 0.0F) - rounding;
    const glm::vec2 board(outline + 8.0F, std::abs(point.z - (centre.z - half.z - 8.0F)) - 12.0F);
    const float wood =
        glm::length(glm::max(board, glm::vec2(0.0F))) + std::min(std::max(board.x, board.y), 0.0F) - 2.0F;
    return smooth_union(pad, wood, 6.0F);
}

float face_rest_distance(const glm::vec3 point) {
    const glm::vec2 from(std::abs(point.x), point.y - ring_centre.y);
    // Angle from the middle of the opening, which looks towards the table.
    const float angle = std::max(std::atan2(from.x, -from.y), half_opening_rad);
    const glm::vec2 on_ring = ring_radius_mm * glm::vec2(std::sin(angle), -std::cos(angle) * 1.12F);
    const float sideways = glm::length(from - on_ring);
    const float up = (point.z - ring_centre.z) * 1.15F;
    // A cushion: a flattened tube, its underside level.
    return std::max(glm::length(glm::vec2(sideways, up)) - 46.0F, -(point.z - ring_centre.z) - 34.0F);
}

}  // namespace dorsum::sculpt
