#pragma once

#include <span>
#include <vector>

namespace dorsum::sculpt {

/// A figure given at one height (or at any other parameter).
struct Knot {
    float at = 0.0F;
    float value = 0.0F;
};

/// A smooth curve through knots in rising order of `at`: cubic Hermite pieces whose slopes are
/// limited so that the curve never overshoots its knots (Fritsch and Carlson 1980). Constant
/// beyond the ends.
[[nodiscard]] float along(std::span<const Knot> knots, float at);

/// 0 up to `low`, 1 from `high` on, smooth between.
[[nodiscard]] float smooth_step(float low, float high, float value);

}  // namespace dorsum::sculpt
