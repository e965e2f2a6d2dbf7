#include "scene/safety_overlay.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "core/units.h"
#include "lesson/limits.h"
#include "lesson/place_curve.h"
#include "lesson/safety_words.h"
#include "scene/palette.h"
#include "scene/scene.h"
#include "scene/skin_walk.h"

namespace dorsum::scene {

namespace {

constexpr float cell_mm = 6.0F;
constexpr float narrowest_half_mm = 5.0F;  // a line must be seen
constexpr float room_mm = 6.0F;            // for the contour and its halo

/// Where a region may be drawn, over the unrolled right half of the back.
struct Extent {
    float left_mm = 1.0e9F;
    float right_mm = -1.0e9F;
    float low_level = 1.0e9F;
    float high_level = -1.0e9F;
};

float half_width_mm(const lesson::SafetyRegion& region) {
    return region.outline.size() == 2 && region.clearance_mm < narrowest_half_mm ? narrowest_half_mm : 0.0F;
}

Extent extent_of(const lesson::SafetyRegion& region, const float scale) {
    Extent extent;
    for (const body::Place& place : region.outline) {
        extent.left_mm = std::min(extent.left_mm, place.lateral_mm);
        extent.right_mm = std::max(extent.right_mm, place.lateral_mm);
        extent.low_level = std::min(extent.low_level, place.level.number);
        extent.high_level = std::max(extent.high_level, place.level.number);
    }
    const float around_mm = (region.clearance_mm + half_width_mm(region) + room_mm) / scale;
    extent.left_mm -= around_mm;
    extent.right_mm += around_mm;
    extent.low_level = std::max(extent.low_level - around_mm / lesson::level_height_mm, body::highest_level.number);
    extent.high_level = std::min(extent.high_level + around_mm / lesson::level_height_mm, body::lowest_level.number);
    return extent;
}

int cells_over(const float length_mm) {
    return std::max(1, static_cast<int>(std::ceil(length_mm / cell_mm)));
}

class RegionPatch {
public:
    RegionPatch(PatchSet& patches, const lesson::SafetyRegion& region, const body::Body& body)
        : patches_(patches), region_(region), body_(body) {}

    /// A grid over these places; of its cells only those that show something and lie on skin.
    void add(const Extent& extent) {
        const int columns = cells_over(extent.right_mm - extent.left_mm) + 1;
        const int rows = cells_over((extent.high_level - extent.low_level) * lesson::level_height_mm) + 1;
        std::vector<std::optional<std::uint32_t>> grid;
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                const float down = static_cast<float>(row) / static_cast<float>(rows - 1);
                const float across = static_cast<float>(column) / static_cast<float>(columns - 1);
                grid.push_back(vertex({{std::lerp(extent.low_level, extent.high_level, down)},
                                       std::lerp(extent.left_mm, extent.right_mm, across)}));
            }
        }
        for (int row = 0; row + 1 < rows; ++row) {
            for (int column = 0; column + 1 < columns; ++column) {
                const auto corner = static_cast<std::size_t>(row * columns + column);
                const auto below = corner + static_cast<std::size_t>(columns);
                add_cell({grid[corner], grid[corner + 1], grid[below], grid[below + 1]});
            }
        }
    }

private:
    std::optional<std::uint32_t> vertex(const body::Place place) {
        const auto point = body::skin_point(body_, place);
        if (!point) {
            return std::nullopt;
        }
        PatchVertex vertex;
        vertex.kind = static_cast<std::uint32_t>(PatchKind::caution);
        vertex.position = point->position + point->normal * patch_lift_m;
        vertex.normal = point->normal;
        const float scale = body_.scale_to_reference;
        vertex.along = scale * metres_from_mm(place.level.number * lesson::level_height_mm);
        vertex.across = scale * metres_from_mm(place.lateral_mm);
        vertex.colour = glm::vec4{caution_colour(), 1.0F};
        vertex.emphasis = region_.most_pressure <= lesson::lying_pressure_most ? 1.0F : 0.0F;
        vertex.done_m = metres_from_mm(lesson::distance_to_region_mm(region_, place, scale) - half_width_mm(region_));
        patches_.vertices.push_back(vertex);
        return static_cast<std::uint32_t>(patches_.vertices.size() - 1);
    }

    void add_cell(const std::array<std::optional<std::uint32_t>, 4>& corners) {
        float nearest_m = 1.0F;
        for (const auto& corner : corners) {
            if (!corner) {
                return;
            }
            nearest_m = std::min(nearest_m, patches_.vertices[*corner].done_m);
        }
        if (nearest_m < metres_from_mm(room_mm)) {
            for (const std::size_t which : {0U, 2U, 1U, 1U, 2U, 3U}) {
                patches_.indices.push_back(*corners.at(which));
            }
        }
    }

    PatchSet& patches_;
    const lesson::SafetyRegion& region_;
    const body::Body& body_;
};

/// The mean of a region's outline, on the right.
body::Place mean_place(const lesson::SafetyRegion& region) {
    body::Place mean;
    for (const body::Place& place : region.outline) {
        mean.level.number += place.level.number / static_cast<float>(region.outline.size());
        mean.lateral_mm += place.lateral_mm / static_cast<float>(region.outline.size());
    }
    return mean;
}

/// Where a name is written: in the middle of the region, or nearer to the spine where that faces away from who
/// looks down on the back.
std::optional<body::SkinPoint> name_point(const body::Body& body, const body::Place mean, const float side) {
    constexpr float least_upward = 0.45F;
    std::optional<body::SkinPoint> point;
    for (float share = 1.0F; share > 0.3F && !(point && point->normal.z >= least_upward); share -= 0.1F) {
        const auto next = body::skin_point(body, {mean.level, side * share * mean.lateral_mm});
        point = next ? next : point;
    }
    return point;
}

/// Names stand on the side where no other is near.
class NameSides {
public:
    float side_for(const body::Place& place) {
        const float level = place.level.number;
        if (place.lateral_mm == 0.0F) {
            return 1.0F;  // on the midline, in nobody's way
        }
        const auto room = [level](const std::vector<float>& levels) {
            float nearest = 100.0F;
            for (const float other : levels) {
                nearest = std::min(nearest, std::abs(other - level));
            }
            return nearest;
        };
        const bool right = room(right_) >= room(left_);
        (right ? right_ : left_).push_back(level);
        return right ? 1.0F : -1.0F;
    }

private:
    std::vector<float> right_;
    std::vector<float> left_;
};

}  // namespace

SafetyOverlay::SafetyOverlay(std::shared_ptr<const body::Body> body,
                             std::shared_ptr<const std::vector<lesson::SafetyRegion>> regions)
    : body_(std::move(body)), regions_(std::move(regions)) {}
SafetyOverlay::~SafetyOverlay() = default;

void SafetyOverlay::lay() const {
    auto patches = std::make_unique<PatchSet>();
    NameSides sides;
    for (const lesson::SafetyRegion& region : *regions_) {
        RegionPatch patch(*patches, region, *body_);
        Extent right = extent_of(region, body_->scale_to_reference);
        if (right.left_mm <= 0.0F) {  // both sides are one
            right.left_mm = -right.right_mm;
            patch.add(right);
        } else {
            patch.add(right);
            Extent left = right;
            left.left_mm = -right.right_mm;
            left.right_mm = -right.left_mm;
            patch.add(left);
        }
        const body::Place mean = mean_place(region);
        if (const auto point = name_point(*body_, mean, sides.side_for(mean))) {
            names_.push_back({&region, *point});
        }
    }
    patches_ = std::move(patches);
}

const PatchSet& SafetyOverlay::patches() const {
    std::call_once(once_, [this] { lay(); });
    return *patches_;
}

const std::vector<SafetyOverlay::Name>& SafetyOverlay::names() const {
    std::call_once(once_, [this] { lay(); });
    return names_;
}

}  // namespace dorsum::scene
