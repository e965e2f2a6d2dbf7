#include "body/place.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "body/reference_figures.h"
#include "body/skin_chart.h"
#include "core/units.h"

namespace dorsum::body {
namespace {

/// Puts a chart point on the skin itself, along the ray it was charted with, so that it keeps its
/// height exactly. Of two sheets it takes the one nearer to the charted radius.
std::optional<glm::vec3> land_on_skin(const Body& body, const ChartPoint& point) {
    const float reach = body.chart->reach;
    const float good_enough = reach / 8.0F;
    const glm::vec3 charted = point.axis + point.direction * point.radius;
    const auto outwards =
        body.skin->first_hit(charted - point.direction * std::min(reach, point.radius), point.direction, 2.0F * reach);
    const auto off = [&](const auto& hit) {
        const glm::vec3 gap = hit->position - charted;
        return std::sqrt(gap.x * gap.x + gap.z * gap.z);
    };
    if (outwards && off(outwards) < good_enough) {
        return outwards->position;
    }
    const auto inwards = body.skin->first_hit(charted + point.direction * reach, -point.direction, 2.0F * reach);
    if (outwards && (!inwards || off(outwards) <= off(inwards))) {
        return outwards->position;
    }
    if (inwards) {
        return inwards->position;
    }
    if (const auto nearest = body.skin->nearest(charted, reach)) {
        return nearest->position;
    }
    return std::nullopt;
}

}  // namespace

std::optional<SkinPoint> skin_point(const Body& body, const Place place) {
    const float number = place.level.number;
    if (!body.chart || !body.skin || !(number >= highest_level.number) || !(number <= lowest_level.number)) {
        return std::nullopt;
    }
    const float arc_m = metres_from_mm(place.lateral_mm) * body.scale_to_reference;
    if (!(std::abs(arc_m) <= body.reach_right_m)) {
        return std::nullopt;
    }
    const auto charted = chart_point(*body.chart, height_of(body, place.level), arc_m);
    if (!charted) {
        return std::nullopt;
    }
    const auto position = land_on_skin(body, *charted);
    if (!position) {
        return std::nullopt;
    }
    return SkinPoint{*position, charted->normal};
}

std::optional<Place> place_at(const Body& body, const glm::vec3 position) {
    if (!body.chart || !(position.y <= height_of(body, highest_level)) ||
        !(position.y >= height_of(body, lowest_level))) {
        return std::nullopt;
    }
    const auto arc_m = chart_arc(*body.chart, position);
    if (!arc_m) {
        return std::nullopt;
    }
    float upper = highest_level.number;
    float lower = lowest_level.number;
    for (int halving = 0; halving < 24; ++halving) {
        const float middle = 0.5F * (upper + lower);
        (height_of(body, {middle}) > position.y ? upper : lower) = middle;
    }
    return Place{{0.5F * (upper + lower)}, mm_from_metres(*arc_m) / body.scale_to_reference};
}

float height_of(const Body& body, const Level level) {
    if (body.spine.size() != static_cast<std::size_t>(level_count)) {
        return 0.0F;
    }
    std::array<float, level_count> heights{};
    for (int i = 0; i < level_count; ++i) {
        heights[i] = body.spine[i].y;
    }
    return height_between(heights, level);
}

}  // namespace dorsum::body
