#pragma once

#include <vector>

#include "body/place.h"
#include "scene/scene.h"

namespace dorsum::scene {

/// How a line on the skin looks: a core with a rim that stands out from it, so that one of the two stands out from any
/// skin.
struct SkinLineLook {
    glm::vec3 core{0.0F};  ///< linear
    glm::vec3 rim{1.0F};
    float half_width_m = 0.0015F;  ///< of the core
};

/// A line with round ends and joints through points of the skin, to be laid over it; one point is a dot. Needs no skin:
/// the points are near enough to each other (see even_line) for the line to lie on it. Pure.
[[nodiscard]] PatchSet skin_line(const std::vector<body::SkinPoint>& points, const SkinLineLook& look);

/// Appends ready patches.
void append(PatchSet& patches, const PatchSet& more);

/// A line of straight pieces over the skin with points at most 5 mm apart, each laid on the skin; points that find none
/// within `reach_m` are left out.
[[nodiscard]] std::vector<body::SkinPoint> even_line(const mesh::SpatialIndex& skin, const std::vector<glm::vec3>& line,
                                                     float reach_m = 0.02F);

}  // namespace dorsum::scene
