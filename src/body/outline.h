#pragma once

#include <optional>

#include "body/silhouette.h"

namespace dorsum::body {

/// What the outline and the depth of a body seen from behind tell: heights and breadths in the silhouette's unit,
/// each empty where it does not show.
struct Outline {
    float middle_x = 0.0F;
    float top = 0.0F;     ///< of what is filled on the midline
    float bottom = 0.0F;  ///< of the heels of a whole person, else the lowest row
    float shoulder_width = 0.0F;
    bool has_head = false;
    bool whole = false;  ///< from head to feet
    /// Where the body, from above, first has 0.7 of its shoulder width.
    std::optional<float> shoulders;
    std::optional<float> crotch;
    /// Of the highest gap between arm and trunk, mean of both sides.
    std::optional<float> armpits;
    /// Where the trunk is narrowest between armpits and hips.
    std::optional<float> waist;
    /// Breadth there over the greatest breadth of the trunk above it.
    float waist_share = 1.0F;
    /// The deepest place of the small of the back.
    std::optional<float> lordosis;
    /// Where the buttocks stand out farthest.
    std::optional<float> buttocks;
};

/// Reads a silhouette in upright axes, back towards the viewer.
[[nodiscard]] Outline find_outline(const Silhouette& silhouette);

}  // namespace dorsum::body
