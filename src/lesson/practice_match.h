#pragma once

#include <vector>

#include "lesson/practice.h"

namespace dorsum::lesson {

// The parts of judge_practice() that know only geometry. Pure.

/// The samples without the time for which they stand still before and after, within 2 mm of the first and the last
/// place.
[[nodiscard]] std::vector<PracticeSample> without_standing(const std::vector<PracticeSample>& samples);

/// Along the samples, those nearer than 3 mm to the last one left out: the steps of a mouse are no way.
[[nodiscard]] float length_m(const std::vector<PracticeSample>& samples);

struct EvenWay {
    std::vector<PracticeSample> way;  ///< at least two
    float spacing_m = 0.0F;           ///< between its places, along the samples; > 0
};
/// The samples at even distances of about `spacing_m`, as many as 400; they have a length.
[[nodiscard]] EvenWay evenly_spaced(const std::vector<PracticeSample>& samples, float spacing_m);

/// The place of a path that is nearest to a matched place.
struct PathFoot {
    body::SkinPoint point;
    float share = 0.0F;  ///< of the path, 0 to 1
};
struct MatchedWay {
    std::vector<PracticeSample> way;  ///< evenly spaced, in the order of time
    std::vector<PathFoot> feet;       ///< one for each
    float spacing_m = 0.0F;
    float coverage = 0.0F;  ///< share of the path between the first and the last foot
    bool backwards = false;
};
/// Matches a way that has a length with a path of at least two points.
[[nodiscard]] MatchedWay match(const std::vector<PracticeSample>& samples, const std::vector<body::SkinPoint>& path);

}  // namespace dorsum::lesson
