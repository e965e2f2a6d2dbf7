#pragma once

#include <vector>

#include "body/place.h"

namespace dorsum::lesson {

/// The mean height of a level on the 1.75 m reference adult: C7 to L5 stand 466 mm apart in 17
/// levels (BodyParts3D skeleton at stature 1.75 m). Only weighs levels against millimetres.
inline constexpr float level_height_mm = 27.4F;

/// How far two places lie apart on the unrolled back of the reference adult.
[[nodiscard]] float distance_mm(const body::Place& a, const body::Place& b);

/// A smooth curve through the places of a path, in the space of places. Level and lateral distance
/// are each a monotone piecewise cubic of the length run so far (Steffen, A simple method for
/// monotonic interpolation in one dimension, Astronomy and Astrophysics 239, 443, 1990): between
/// two places neither leaves their range. So a path that only ascends gives a curve that only
/// ascends, and one that keeps its distance from the spine gives a curve that does.
class PlaceCurve {
public:
    /// `path` holds at least one place; repeated places are taken once.
    explicit PlaceCurve(const std::vector<body::Place>& path);

    /// The place at a share of the curve, 0 to 1 (brought into range).
    [[nodiscard]] body::Place at(float share) const;

private:
    struct Knot {
        body::Place place;
        float run_mm = 0.0F;
        float level_slope = 0.0F;
        float lateral_slope = 0.0F;
    };
    std::vector<Knot> knots_;
};

}  // namespace dorsum::lesson
