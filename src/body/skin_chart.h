#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <optional>
#include <vector>

#include "mesh/spatial_index.h"

namespace dorsum::body {

/// The skin of the trunk in horizontal cuts: in each row (a height) rays fan out from an axis inside
/// the trunk, from straight back (angle 0) to beyond both sides. A ray's radius is where it leaves
/// the trunk for the first time, so that arms beside the trunk are not seen. All arrays hold
/// rows x columns, rows upwards, columns from the left side to the right. Immutable once built.
struct SkinChart {
    static constexpr float angle_step_deg = 1.5F;
    static constexpr int half_columns = 77;  ///< on each side: to 115.5 degrees
    static constexpr int columns = 2 * half_columns + 1;

    float y_low = 0.0F;     ///< metres, of row 0
    float row_step = 0.0F;  ///< metres
    int rows = 0;
    float reach = 0.0F;                     ///< metres a radius may be off the skin and still be searched
    bool normals_outward = true;            ///< as the mesh has them
    std::vector<float> axis_z;              ///< per row: z of the axis, x is 0
    std::vector<float> radius;              ///< metres
    std::vector<float> arc;                 ///< metres along the cut from the midline, right positive
    std::vector<glm::vec3> normal;          ///< outward, smoothed over about 12 mm
    std::vector<std::int16_t> valid_left;   ///< per row: columns with skin, counted from the midline
    std::vector<std::int16_t> valid_right;  ///< -1: not even the midline

    [[nodiscard]] std::size_t cell(int row, int column) const {
        return static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column);
    }
};

/// Casts the rays: about 30 thousand, tens of milliseconds.
/// @param skin   in the body frame
/// @param scale  of the body against the reference adult
SkinChart build_skin_chart(const mesh::SpatialIndex& skin, float scale, float y_low, float y_high);

/// A point of the chart, before it is put on the skin itself.
struct ChartPoint {
    glm::vec3 axis{0.0F};       ///< in the middle of the trunk at the same height
    glm::vec3 direction{0.0F};  ///< horizontal, unit length
    float radius = 0.0F;
    glm::vec3 normal{0.0F};
};

/// The point at a height and `arc_m` metres along the skin from the midline; empty where the chart ends.
[[nodiscard]] std::optional<ChartPoint> chart_point(const SkinChart& chart, float y, float arc_m);

/// The inverse: metres along the skin from the midline to the ray on which a position lies; empty where the chart ends.
[[nodiscard]] std::optional<float> chart_arc(const SkinChart& chart, glm::vec3 position);

/// The median over a range of heights of the arc length, from the midline to the ray at `angle_deg`
/// (positive right, negative left; the result is positive); 0 where nothing is charted.
[[nodiscard]] float median_arc(const SkinChart& chart, float y_from, float y_to, float angle_deg);

/// The point of the trunk that lies furthest to a side (+1 right, -1 left) at a height; arms beside
/// the trunk do not count. Empty where nothing is charted.
[[nodiscard]] std::optional<glm::vec3> side_point(const SkinChart& chart, float y, int side);

/// The share of midline cells between two heights that have skin, 0 to 1.
[[nodiscard]] float midline_coverage(const SkinChart& chart, float y_from, float y_to);

}  // namespace dorsum::body
