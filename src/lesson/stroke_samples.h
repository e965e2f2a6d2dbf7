#pragma once

#include <array>

#include "lesson/choreography.h"

namespace dorsum::lesson {

struct StrokeSample {
    double time_s = 0.0;  ///< from the start of the step, in its first round
    body::SkinPoint point;
};

inline constexpr int stroke_sample_count = 33;

/// A stroke at evenly spaced times from its start to its end, both included: what evaluate() shows
/// at those times. The last instant is the stroke's own end, where evaluate() may already hold the
/// next stroke. The stroke's path holds at least two points, as lay_on_body() makes it.
[[nodiscard]] std::array<StrokeSample, stroke_sample_count> stroke_samples(const Stroke& stroke);

}  // namespace dorsum::lesson
