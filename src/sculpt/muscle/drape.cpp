#include "sculpt/muscle/drape.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

namespace dorsum::sculpt {
namespace {

struct Limits {
    float push_mm = 0.0F;
    float pull_mm = 0.0F;
};

/// The highest place at or below `push_mm` on the line through `point` at which the floor is touched.
float contact(const DistanceGrid& floor, const glm::vec3 point, const glm::vec3 normal, const float clearance_mm,
              const Limits limits) {
    constexpr float least_step_mm = 0.25F;
    float lift = limits.push_mm;
    // What lies over the sheet (a scapula over the chest wall's muscles) is not its floor.
    while (lift > -limits.pull_mm && floor.distance(point + normal * lift) < clearance_mm) {
        lift -= 1.0F;
    }
    if (lift <= -limits.pull_mm) {
        return limits.push_mm;
    }
    while (lift > -limits.pull_mm) {
        const float room = floor.distance(point + normal * lift) - clearance_mm;
        if (room < 0.0F) {
            return lift + least_step_mm;
        }
        lift -= std::max(room * 0.9F, least_step_mm);
    }
    return -limits.pull_mm;
}

/// Of a sheet that lies under a structure the floor is looked for this far down.
constexpr float deepest_floor_mm = 25.0F;
constexpr float roof_clearance_mm = 1.5F;

/// What pulls at each place, per unit of its distance: neighbours and the wish to stay.
struct Pull {
    float across = 0.0F;
    float along = 0.0F;
    float stay = 0.0F;
};

Pull pull_of(const Points& points, const float stiffness_mm) {
    const Lengths lengths = lengths_of(points);
    float across = 0.0F;
    float along = 0.0F;
    for (std::size_t row = 0; row < points.rows(); ++row) {
        across += lengths.across.at(points.columns() - 1, row);
    }
    for (std::size_t column = 0; column < points.columns(); ++column) {
        along += lengths.along.at(column, points.rows() - 1);
    }
    across /= static_cast<float>(points.rows() * (points.columns() - 1));
    along /= static_cast<float>(points.columns() * (points.rows() - 1));
    return {1.0F / (across * across), 1.0F / (along * along), 1.0F / (stiffness_mm * stiffness_mm)};
}

float mean_of_neighbours(const Lattice<float>& lift, const std::size_t column, const std::size_t row, const Pull& pull,
                         const float rest) {
    float sum = pull.stay * rest;
    float weight = pull.stay;
    const auto take = [&](const std::size_t c, const std::size_t r, const float w) {
        sum += w * lift.at(c, r);
        weight += w;
    };
    if (column > 0) {
        take(column - 1, row, pull.across);
    }
    if (column + 1 < lift.columns()) {
        take(column + 1, row, pull.across);
    }
    if (row > 0) {
        take(column, row - 1, pull.along);
    }
    if (row + 1 < lift.rows()) {
        take(column, row + 1, pull.along);
    }
    return sum / weight;
}

/// The least and the greatest lift of each place.
struct Span {
    Lattice<float> least;
    Lattice<float> greatest;
};

/// A membrane over an obstacle and under another, by successive over-relaxation.
Lattice<float> settled(const Span& span, const float sag_mm, const Pull& pull) {
    constexpr int rounds = 160;
    constexpr float over_relaxation = 1.6F;
    Lattice<float> lift(span.least.columns(), span.least.rows());
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t row = 0; row < lift.rows(); ++row) {
            for (std::size_t column = 0; column < lift.columns(); ++column) {
                const float least = span.least.at(column, row);
                const float greatest = span.greatest.at(column, row);
                const float rest = std::min(std::max(least, -sag_mm), greatest);
                const float mean = mean_of_neighbours(lift, column, row, pull, std::min(rest, 0.0F));
                float& here = lift.at(column, row);
                here = std::clamp(here + over_relaxation * (mean - here), least, greatest);
            }
        }
    }
    return lift;
}

/// Between the floor and, where there is one, the roof.
Span span_of(const Points& points, const Points& normals, const Extent& extent, const Ground& ground,
             const Sheet& sheet, const bool again) {
    constexpr float unlimited_mm = 1000.0F;
    Span span{Lattice<float>(points.columns(), points.rows()),
              Lattice<float>(points.columns(), points.rows(), unlimited_mm)};
    for (std::size_t row = 0; row < points.rows(); ++row) {
        const float t = static_cast<float>(row) / static_cast<float>(points.rows() - 1);
        const float push = along(sheet.drape.push_mm, t);
        Limits limits = again ? Limits{std::min(push, 5.0F), 2.0F} : Limits{push, sheet.drape.sag_mm + 1.0F};
        if (ground.roof) {
            limits.pull_mm = deepest_floor_mm;
        }
        for (std::size_t column = 0; column < points.columns(); ++column) {
            const glm::vec3 normal = normals.at(column, row);
            const glm::vec3 underside = points.at(column, row) - normal * extent.below_mm.at(column, row);
            const float least = contact(ground.floor, underside, normal, sheet.drape.clearance_mm, limits);
            span.least.at(column, row) = least;
            if (ground.roof) {
                const float thickness = extent.below_mm.at(column, row) + extent.above_mm.at(column, row);
                const float room =
                    room_below(*ground.roof, underside + normal * least, normal, deepest_floor_mm * 2.0F);
                span.greatest.at(column, row) = least + std::max(room - thickness, 0.0F);
            }
        }
    }
    return span;
}

Points laid(const Points& points, const Extent& extent, const Ground& ground, const Sheet& sheet, const bool again) {
    const Points normals = normals_of(points, sheet.outward);
    const Span span = span_of(points, normals, extent, ground, sheet, again);
    const float stiffness = again ? sheet.drape.stiffness_mm * 0.5F : sheet.drape.stiffness_mm;
    const Lattice<float> lift = settled(span, again ? 0.0F : sheet.drape.sag_mm, pull_of(points, stiffness));
    Points result = points;
    for (std::size_t row = 0; row < points.rows(); ++row) {
        for (std::size_t column = 0; column < points.columns(); ++column) {
            result.at(column, row) += normals.at(column, row) * lift.at(column, row);
        }
    }
    return result;
}

}  // namespace

float room_below(const DistanceGrid& roof, const glm::vec3 point, const glm::vec3 normal, const float up_mm) {
    constexpr float least_step_mm = 0.25F;
    float way = 0.0F;
    while (way < up_mm) {
        const float room = roof.distance(point + normal * way) - roof_clearance_mm;
        if (room < 0.0F) {
            return std::max(way - least_step_mm, 0.0F);
        }
        way += std::max(room * 0.9F, least_step_mm);
    }
    return up_mm;
}

Points draped(const Points& points, const Extent& extent, const Ground& ground, const Sheet& sheet) {
    const Points once = laid(points, extent, ground, sheet, false);
    // The first lift went along the normals of the unlifted sheet; the second corrects what these missed.
    return laid(once, extent, ground, sheet, true);
}

Points smoothed(const Points& points, const float reach_mm) {
    const Pull pull = pull_of(points, 1.0F);
    Points result = points;
    // Explicit diffusion over a time of half the squared reach, in steps small enough to be stable.
    const float time = 0.5F * reach_mm * reach_mm;
    const int rounds = std::max(1, static_cast<int>(std::ceil(time * 4.0F * (pull.across + pull.along))));
    const float step = time / static_cast<float>(rounds);
    for (int round = 0; round < rounds; ++round) {
        const Points before = result;
        const auto bend = [&](const std::size_t column, const std::size_t row) {
            glm::vec3 sum(0.0F);
            const glm::vec3 here = before.at(column, row);
            if (column > 0 && column + 1 < points.columns()) {
                sum += (before.at(column - 1, row) + before.at(column + 1, row) - 2.0F * here) * pull.across;
            }
            if (row > 0 && row + 1 < points.rows()) {
                sum += (before.at(column, row - 1) + before.at(column, row + 1) - 2.0F * here) * pull.along;
            }
            return sum;
        };
        for (std::size_t row = 0; row < points.rows(); ++row) {
            for (std::size_t column = 0; column < points.columns(); ++column) {
                result.at(column, row) = before.at(column, row) + bend(column, row) * step;
            }
        }
    }
    return result;
}

}  // namespace dorsum::sculpt
