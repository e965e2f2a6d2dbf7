#include "sculpt/curve.h"

#include <algorithm>
#include <cmath>

namespace dorsum::sculpt {
namespace {

float secant(const std::span<const Knot> knots, const std::size_t piece) {
    return (knots[piece + 1].value - knots[piece].value) / (knots[piece + 1].at - knots[piece].at);
}

float slope(const std::span<const Knot> knots, const std::size_t knot) {
    if (knot == 0 || knot + 1 == knots.size()) {
        return 0.0F;
    }
    const float before = secant(knots, knot - 1);
    const float after = secant(knots, knot);
    if (before * after <= 0.0F) {
        return 0.0F;
    }
    // The weighted harmonic mean keeps the curve monotone between its knots.
    const float width_before = knots[knot].at - knots[knot - 1].at;
    const float width_after = knots[knot + 1].at - knots[knot].at;
    const float weight_before = 2.0F * width_after + width_before;
    const float weight_after = width_after + 2.0F * width_before;
    return (weight_before + weight_after) / (weight_before / before + weight_after / after);
}

}  // namespace

float along(const std::span<const Knot> knots, const float at) {
    if (at <= knots.front().at) {
        return knots.front().value;
    }
    if (at >= knots.back().at) {
        return knots.back().value;
    }
    std::size_t piece = 0;
    while (knots[piece + 1].at < at) {
        ++piece;
    }
    const Knot& a = knots[piece];
    const Knot& b = knots[piece + 1];
    const float width = b.at - a.at;
    const float t = (at - a.at) / width;
    const float t2 = t * t;
    const float t3 = t2 * t;
    return a.value * (2.0F * t3 - 3.0F * t2 + 1.0F) + slope(knots, piece) * width * (t3 - 2.0F * t2 + t) +
           b.value * (3.0F * t2 - 2.0F * t3) + slope(knots, piece + 1) * width * (t3 - t2);
}

float smooth_step(const float low, const float high, const float value) {
    const float t = std::clamp((value - low) / (high - low), 0.0F, 1.0F);
    return t * t * (3.0F - 2.0F * t);
}

}  // namespace dorsum::sculpt
