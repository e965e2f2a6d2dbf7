#pragma once

#include <tl/expected.hpp>
#include <vector>

#include "body/body.h"
#include "body/place.h"
#include "lesson/choreography.h"
#include "lesson/lesson.h"

namespace dorsum::lesson {

struct PathOnSkin {
    std::vector<body::SkinPoint> points;  ///< evenly spaced along the curve
    float length_m = 0.0F;
    body::Place first;  ///< where it begins and ends, in the mirror for a left hand
    body::Place last;
};

/// How many points a path has.
inline constexpr int path_point_count = 65;

/// Lays one hand's stroke on the skin of a body, or says which place the body lacks. What presses on
/// a small spot is held off the midline by its own width, which does not shrink with a small body.
[[nodiscard]] tl::expected<PathOnSkin, body::Place> lay_path(const StrokePlan& plan, Hand hand, const body::Body& body);

}  // namespace dorsum::lesson
