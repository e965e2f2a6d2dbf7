#include "body/skin_chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <limits>

namespace dorsum::body {
namespace {

constexpr float absent = std::numeric_limits<float>::quiet_NaN();
constexpr int middle = SkinChart::half_columns;

glm::vec3 column_direction(const float column) {
    const float angle = glm::radians((column - static_cast<float>(middle)) * SkinChart::angle_step_deg);
    return {std::sin(angle), 0.0F, std::cos(angle)};
}

float row_height(const SkinChart& chart, const int row) {
    return chart.y_low + static_cast<float>(row) * chart.row_step;
}

glm::vec3 cell_position(const SkinChart& chart, const int row, const int column) {
    return glm::vec3(0.0F, row_height(chart, row), chart.axis_z[row]) +
           column_direction(static_cast<float>(column)) * chart.radius[chart.cell(row, column)];
}

/// Where a ray from inside leaves the trunk: the first crossing whose surface faces along the ray.
/// Inner sheets (skin modelled with thickness, bones) face the other way and are passed.
std::optional<float> first_exit(const mesh::SpatialIndex& skin, const glm::vec3 origin, const glm::vec3 direction,
                                const float outward, const float max_distance) {
    constexpr int most_sheets = 12;
    constexpr float past_m = 1.0e-4F;
    float travelled = 0.0F;
    for (int sheet = 0; sheet < most_sheets && travelled < max_distance; ++sheet) {
        const auto hit = skin.first_hit(origin + direction * travelled, direction, max_distance - travelled);
        if (!hit) {
            break;
        }
        travelled += hit->distance;
        if (glm::dot(hit->normal, direction) * outward > 0.0F) {
            return travelled;
        }
        travelled += past_m;
    }
    return std::nullopt;
}

/// Surfaces that are open or wound both ways have no exit: then the first thing met from outside.
float trunk_radius(const SkinChart& chart, const mesh::SpatialIndex& skin, const glm::vec3 axis,
                   const glm::vec3 direction, const float longest) {
    if (const auto exit = first_exit(skin, axis, direction, chart.normals_outward ? 1.0F : -1.0F, longest)) {
        return *exit;
    }
    const auto hit = skin.first_hit(axis + direction * longest, -direction, longest);
    return hit ? longest - hit->distance : absent;
}

/// A running mean that leaves out what is absent; `half_width` rows to either side.
void smooth_rows(std::vector<float>& values, const int half_width) {
    const std::vector<float> before = values;
    const int count = static_cast<int>(values.size());
    for (int i = 0; i < count; ++i) {
        float sum = 0.0F;
        float weight = 0.0F;
        for (int j = std::max(0, i - half_width); j <= std::min(count - 1, i + half_width); ++j) {
            if (const auto w = static_cast<float>(half_width + 1 - std::abs(i - j)); !std::isnan(before[j])) {
                sum += w * before[j];
                weight += w;
            }
        }
        values[i] = weight > 0.0F ? sum / weight : absent;
    }
}

/// Fills gaps by the nearest known value.
void fill_gaps(std::vector<float>& values, const float otherwise) {
    float last = absent;
    for (float& value : values) {
        last = std::isnan(value) ? last : value;
        value = last;
    }
    for (auto value = values.rbegin(); value != values.rend(); ++value) {
        last = std::isnan(*value) ? last : *value;
        *value = std::isnan(last) ? otherwise : last;
    }
}

/// The axis lies at just under half of the depth of the trunk, but never deep in a thick belly.
void find_axis(SkinChart& chart, const mesh::SpatialIndex& skin, const float scale) {
    const float far = 2.0F * scale;
    chart.axis_z.assign(chart.rows, absent);
    for (int row = 0; row < chart.rows; ++row) {
        const float y = row_height(chart, row);
        const auto back = skin.first_hit({0.0F, y, far}, {0.0F, 0.0F, -1.0F}, 2.0F * far);
        if (!back) {
            continue;
        }
        const auto front = skin.first_hit({0.0F, y, -far}, {0.0F, 0.0F, 1.0F}, 2.0F * far);
        const float depth = front ? back->position.z - front->position.z : 0.0F;
        const float inside =
            depth < 0.05F * scale ? 0.1F * scale : std::clamp(0.45F * depth, 0.03F * scale, 0.11F * scale);
        chart.axis_z[row] = back->position.z - inside;
    }
    fill_gaps(chart.axis_z, 0.0F);
    smooth_rows(chart.axis_z, 8);
}

/// Which way the triangles of the middle of the back are wound: some exporters mirror a model.
bool has_outward_normals(const SkinChart& chart, const mesh::SpatialIndex& skin, const float longest) {
    int outward = 0;
    int inward = 0;
    for (int row = 0; row < chart.rows; row += 4) {
        for (int column = middle - 24; column <= middle + 24; column += 6) {
            const glm::vec3 direction = column_direction(static_cast<float>(column));
            const glm::vec3 axis(0.0F, row_height(chart, row), chart.axis_z[row]);
            if (const auto hit = skin.first_hit(axis + direction * longest, -direction, longest)) {
                (glm::dot(hit->normal, direction) > 0.0F ? outward : inward) += 1;
            }
        }
    }
    return outward >= inward;
}

void cast_fans(SkinChart& chart, const mesh::SpatialIndex& skin, const float longest) {
    chart.radius.assign(chart.cell(chart.rows, 0), absent);
    for (int row = 0; row < chart.rows; ++row) {
        const glm::vec3 axis(0.0F, row_height(chart, row), chart.axis_z[row]);
        for (int column = 0; column < SkinChart::columns; ++column) {
            chart.radius[chart.cell(row, column)] =
                trunk_radius(chart, skin, axis, column_direction(static_cast<float>(column)), longest);
        }
    }
}

/// The median of the cells around each cell takes away single wrong rays, fills small holes and
/// rounds the step where an arm joins the trunk; a mean after it takes away the median's own steps.
void smooth_radii(SkinChart& chart) {
    constexpr int median_half = 2;
    std::vector<float> medians(chart.radius.size(), absent);
    std::array<float, (2 * median_half + 1) * (2 * median_half + 1)> around{};
    for (int row = 0; row < chart.rows; ++row) {
        for (int column = 0; column < SkinChart::columns; ++column) {
            std::size_t count = 0;
            for (int r = std::max(0, row - median_half); r <= std::min(chart.rows - 1, row + median_half); ++r) {
                for (int c = std::max(0, column - median_half);
                     c <= std::min(SkinChart::columns - 1, column + median_half); ++c) {
                    if (const float value = chart.radius[chart.cell(r, c)]; !std::isnan(value)) {
                        around[count++] = value;
                    }
                }
            }
            if (count * 4 >= around.size()) {
                std::nth_element(around.begin(), around.begin() + static_cast<std::ptrdiff_t>(count / 2),
                                 around.begin() + static_cast<std::ptrdiff_t>(count));
                medians[chart.cell(row, column)] = around[count / 2];
            }
        }
    }
    for (int row = 0; row < chart.rows; ++row) {
        for (int column = 0; column < SkinChart::columns; ++column) {
            float sum = 0.0F;
            float weight = 0.0F;
            for (int r = std::max(0, row - 1); r <= std::min(chart.rows - 1, row + 1); ++r) {
                for (int c = std::max(0, column - 1); c <= std::min(SkinChart::columns - 1, column + 1); ++c) {
                    if (const float value = medians[chart.cell(r, c)]; !std::isnan(value)) {
                        const auto w = static_cast<float>((2 - std::abs(r - row)) * (2 - std::abs(c - column)));
                        sum += w * value;
                        weight += w;
                    }
                }
            }
            chart.radius[chart.cell(row, column)] =
                std::isnan(medians[chart.cell(row, column)]) ? absent : sum / weight;
        }
    }
}

/// Arc lengths outwards from the midline, up to the first column without skin.
void measure_arcs(SkinChart& chart) {
    chart.arc.assign(chart.radius.size(), 0.0F);
    chart.valid_left.assign(chart.rows, -1);
    chart.valid_right.assign(chart.rows, -1);
    for (int row = 0; row < chart.rows; ++row) {
        if (std::isnan(chart.radius[chart.cell(row, middle)])) {
            continue;
        }
        for (const int side : {-1, 1}) {
            int steps = 0;
            float length = 0.0F;
            while (steps < SkinChart::half_columns) {
                const int column = middle + side * (steps + 1);
                if (std::isnan(chart.radius[chart.cell(row, column)])) {
                    break;
                }
                length += glm::distance(cell_position(chart, row, column - side), cell_position(chart, row, column));
                chart.arc[chart.cell(row, column)] = static_cast<float>(side) * length;
                ++steps;
            }
            (side < 0 ? chart.valid_left : chart.valid_right)[row] = static_cast<std::int16_t>(steps);
        }
    }
}

bool has_skin(const SkinChart& chart, const int row, const int column) {
    const int steps = column - middle;
    return steps < 0 ? -steps <= chart.valid_left[row] : steps <= chart.valid_right[row];
}

/// From differences over about 6 mm to each side.
void find_normals(SkinChart& chart) {
    chart.normal.assign(chart.radius.size(), glm::vec3(0.0F, 0.0F, 1.0F));
    constexpr int rows_apart = 2;
    constexpr int columns_apart = 2;
    const auto nearest_with_skin = [&](const int row, const int column, int r, int c) {
        r = std::clamp(r, 0, chart.rows - 1);
        c = std::clamp(c, 0, SkinChart::columns - 1);
        while ((r != row || c != column) && !has_skin(chart, r, c)) {
            r += (row > r) - (row < r);
            c += (column > c) - (column < c);
        }
        return cell_position(chart, r, c);
    };
    for (int row = 0; row < chart.rows; ++row) {
        for (int column = middle - chart.valid_left[row]; column <= middle + chart.valid_right[row]; ++column) {
            const glm::vec3 across = nearest_with_skin(row, column, row, column + columns_apart) -
                                     nearest_with_skin(row, column, row, column - columns_apart);
            const glm::vec3 upwards = nearest_with_skin(row, column, row + rows_apart, column) -
                                      nearest_with_skin(row, column, row - rows_apart, column);
            const glm::vec3 normal = glm::cross(across, upwards);
            const float length = glm::length(normal);
            chart.normal[chart.cell(row, column)] =
                length > 1.0e-12F ? normal / length : column_direction(static_cast<float>(column));
        }
    }
}

}  // namespace

SkinChart build_skin_chart(const mesh::SpatialIndex& skin, const float scale, const float y_low, const float y_high) {
    SkinChart chart;
    constexpr float row_step_m = 0.003F;
    chart.y_low = y_low;
    chart.row_step = row_step_m * scale;
    chart.rows = std::clamp(static_cast<int>(std::ceil((y_high - y_low) / chart.row_step)) + 1, 2, 2000);
    chart.reach = 0.03F * scale;
    const float longest = 0.3F * scale;
    find_axis(chart, skin, scale);
    chart.normals_outward = has_outward_normals(chart, skin, longest);
    cast_fans(chart, skin, longest);
    smooth_radii(chart);
    measure_arcs(chart);
    find_normals(chart);
    return chart;
}

std::optional<ChartPoint> chart_point(const SkinChart& chart, const float y, const float arc_m) {
    const float along = (y - chart.y_low) / chart.row_step;
    if (chart.rows < 2 || !(along >= 0.0F) || along > static_cast<float>(chart.rows - 1) || !std::isfinite(arc_m)) {
        return std::nullopt;
    }
    const int low = std::min(static_cast<int>(along), chart.rows - 2);
    const int high = low + 1;
    const float up = along - static_cast<float>(low);
    const int side = arc_m < 0.0F ? -1 : 1;
    const auto& valid = side < 0 ? chart.valid_left : chart.valid_right;
    const int last = std::min(valid[low], valid[high]);
    const auto arc_at = [&](const int steps) {
        const int column = middle + side * steps;
        return std::abs(glm::mix(chart.arc[chart.cell(low, column)], chart.arc[chart.cell(high, column)], up));
    };
    const float wanted = std::abs(arc_m);
    if (last < 1 || wanted > arc_at(last)) {
        return std::nullopt;
    }
    int below = 0;  // the last step whose arc is not beyond the wanted one
    int above = last;
    while (above - below > 1) {
        const int half = (below + above) / 2;
        (arc_at(half) <= wanted ? below : above) = half;
    }
    const float span = arc_at(above) - arc_at(below);
    const float share = span > 0.0F ? (wanted - arc_at(below)) / span : 0.0F;
    const int inner = middle + side * below;
    const int outer = middle + side * above;
    const auto blend = [&](const auto& values) {
        return glm::mix(glm::mix(values[chart.cell(low, inner)], values[chart.cell(low, outer)], share),
                        glm::mix(values[chart.cell(high, inner)], values[chart.cell(high, outer)], share), up);
    };
    ChartPoint point;
    point.axis = {0.0F, y, glm::mix(chart.axis_z[low], chart.axis_z[high], up)};
    point.direction =
        column_direction(static_cast<float>(middle) + static_cast<float>(side) * (static_cast<float>(below) + share));
    point.radius = blend(chart.radius);
    point.normal = glm::normalize(blend(chart.normal));
    return point;
}

std::optional<float> chart_arc(const SkinChart& chart, const glm::vec3 position) {
    const float along = (position.y - chart.y_low) / chart.row_step;
    if (chart.rows < 2 || !(along >= 0.0F) || along > static_cast<float>(chart.rows - 1)) {
        return std::nullopt;
    }
    const int low = std::min(static_cast<int>(along), chart.rows - 2);
    const float up = along - static_cast<float>(low);
    const float z = position.z - glm::mix(chart.axis_z[low], chart.axis_z[low + 1], up);
    const float steps = std::abs(glm::degrees(std::atan2(position.x, z))) / SkinChart::angle_step_deg;
    const int side = position.x < 0.0F ? -1 : 1;
    const auto& valid = side < 0 ? chart.valid_left : chart.valid_right;
    const int last = std::min(valid[low], valid[low + 1]);
    if (!(steps <= static_cast<float>(last))) {
        return std::nullopt;
    }
    const int inner = std::min(static_cast<int>(steps), std::max(last - 1, 0));
    const auto arc_at = [&](const int count) {
        const int column = middle + side * count;
        return glm::mix(chart.arc[chart.cell(low, column)], chart.arc[chart.cell(low + 1, column)], up);
    };
    return glm::mix(arc_at(inner), arc_at(std::min(inner + 1, last)), steps - static_cast<float>(inner));
}

float median_arc(const SkinChart& chart, const float y_from, const float y_to, const float angle_deg) {
    const int steps = static_cast<int>(std::lround(std::abs(angle_deg) / SkinChart::angle_step_deg));
    const int side = angle_deg < 0.0F ? -1 : 1;
    const auto& valid = side < 0 ? chart.valid_left : chart.valid_right;
    std::vector<float> arcs;
    for (int row = 0; row < chart.rows; ++row) {
        if (const float y = row_height(chart, row); y >= y_from && y <= y_to && valid[row] > 0) {
            const int column = middle + side * std::min<int>({steps, valid[row], SkinChart::half_columns});
            arcs.push_back(std::abs(chart.arc[chart.cell(row, column)]));
        }
    }
    if (arcs.empty()) {
        return 0.0F;
    }
    const auto half = arcs.begin() + static_cast<std::ptrdiff_t>(arcs.size() / 2);
    std::nth_element(arcs.begin(), half, arcs.end());
    return *half;
}

std::optional<glm::vec3> side_point(const SkinChart& chart, const float y, const int side) {
    const int row = static_cast<int>(std::lround((y - chart.y_low) / chart.row_step));
    if (row < 0 || row >= chart.rows) {
        return std::nullopt;
    }
    const int count = (side < 0 ? chart.valid_left : chart.valid_right)[row];
    std::optional<glm::vec3> furthest;
    for (int steps = 1; steps <= count; ++steps) {
        const glm::vec3 position = cell_position(chart, row, middle + (side < 0 ? -steps : steps));
        if (!furthest || std::abs(position.x) > std::abs(furthest->x)) {
            furthest = position;
        }
    }
    return furthest;
}

float midline_coverage(const SkinChart& chart, const float y_from, const float y_to) {
    int rows = 0;
    int covered = 0;
    for (int row = 0; row < chart.rows; ++row) {
        if (const float y = row_height(chart, row); y >= y_from && y <= y_to) {
            ++rows;
            covered += chart.valid_left[row] > 0 && chart.valid_right[row] > 0 ? 1 : 0;
        }
    }
    return rows > 0 ? static_cast<float>(covered) / static_cast<float>(rows) : 0.0F;
}

}  // namespace dorsum::body
