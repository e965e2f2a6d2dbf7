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

/// Between `b` (t = 0) and `c` (t = 1) on the smooth curve through four values in a row (Catmull and Rom 1974).
template <typename Value>
Value catmull_rom(const Value& a, const Value& b, const Value& c, const Value& d, const float t) {
    return 0.5F * (2.0F * b + (c - a) * t + (2.0F * a - 5.0F * b + 4.0F * c - d) * (t * t) +
                   (3.0F * b - a - 3.0F * c + d) * (t * t * t));
}

/// 0 up to `low`, 1 from `high` on, smooth between.
[[nodiscard]] float smooth_step(float low, float high, float value);

}  // namespace dorsum::sculpt
