#include "lesson/place_curve.h"

#include <algorithm>
#include <cmath>

namespace dorsum::lesson {
namespace {

/// Steffen's slope at a knot between two pieces of lengths `h0`, `h1` and secants `s0`, `s1`
/// (equation 11): zero at an extremum, else the parabola's, limited to twice the smaller secant.
float slope_between(const float h0, const float s0, const float h1, const float s1) {
    if (s0 * s1 <= 0.0F) {
        return 0.0F;
    }
    const float parabola = (s0 * h1 + s1 * h0) / (h0 + h1);
    const float limit = 2.0F * std::min(std::abs(s0), std::abs(s1));
    return std::clamp(parabola, -limit, limit);
}

/// The cubic over one piece of length `h`, at `u` from 0 to 1 (Hermite form).
float cubic(const float from, const float from_slope, const float to, const float to_slope, const float h,
            const float u) {
    const float v = 1.0F - u;
    const float value =
        from * v * v * (1.0F + 2.0F * u) + to * u * u * (1.0F + 2.0F * v) + h * u * v * (from_slope * v - to_slope * u);
    return std::clamp(value, std::min(from, to), std::max(from, to));  // rounding alone could leave it
}

}  // namespace

float distance_mm(const body::Place& a, const body::Place& b) {
    return std::hypot((b.level.number - a.level.number) * level_height_mm, b.lateral_mm - a.lateral_mm);
}

PlaceCurve::PlaceCurve(const std::vector<body::Place>& path) {
    for (const body::Place& place : path) {
        const float step_mm = knots_.empty() ? 1.0F : distance_mm(knots_.back().place, place);
        if (step_mm > 1.0e-3F) {
            knots_.push_back({place, knots_.empty() ? 0.0F : knots_.back().run_mm + step_mm});
        }
    }
    const auto secant = [this](const std::size_t i, const auto value) {
        return (value(knots_[i + 1]) - value(knots_[i])) / (knots_[i + 1].run_mm - knots_[i].run_mm);
    };
    const auto level = [](const Knot& knot) { return knot.place.level.number; };
    const auto lateral = [](const Knot& knot) { return knot.place.lateral_mm; };
    const std::size_t last = knots_.size() - 1;
    for (std::size_t i = 0; i < knots_.size() && last > 0; ++i) {
        // An end takes its piece's secant, so a path of two places is a straight line.
        const std::size_t before = i == 0 ? 0 : i - 1;
        const std::size_t after = i == last ? last - 1 : i;
        const float h0 = knots_[before + 1].run_mm - knots_[before].run_mm;
        const float h1 = knots_[after + 1].run_mm - knots_[after].run_mm;
        knots_[i].level_slope = slope_between(h0, secant(before, level), h1, secant(after, level));
        knots_[i].lateral_slope = slope_between(h0, secant(before, lateral), h1, secant(after, lateral));
    }
}

body::Place PlaceCurve::at(const float share) const {
    const float run_mm = std::clamp(share, 0.0F, 1.0F) * knots_.back().run_mm;
    const auto to = std::upper_bound(knots_.begin(), knots_.end(), run_mm,
                                     [](const float run, const Knot& knot) { return run < knot.run_mm; });
    if (to == knots_.end()) {
        return knots_.back().place;
    }
    const Knot& from = *std::prev(to);
    const float h = to->run_mm - from.run_mm;
    const float u = (run_mm - from.run_mm) / h;
    return {
        body::Level{cubic(from.place.level.number, from.level_slope, to->place.level.number, to->level_slope, h, u)},
        cubic(from.place.lateral_mm, from.lateral_slope, to->place.lateral_mm, to->lateral_slope, h, u)};
}

}  // namespace dorsum::lesson
