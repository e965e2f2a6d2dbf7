#pragma once

#include <glm/vec2.hpp>
#include <vector>

#include "sculpt/curve.h"
#include "sculpt/table.h"

namespace dorsum::sculpt {

// Strokes that raise or sink a relief. Everything is in millimetres; x is |x| of the body.

/// A round or oval bump (hollow if `height` is negative).
struct Bump {
    glm::vec2 centre{0.0F};
    glm::vec2 deviation{10.0F};  ///< of the Gaussian, along and across
    float along_deg = 0.0F;      ///< direction of the first axis, from +x towards +y
    float height = 0.0F;
};
void raise(Table& relief, const Bump& bump);

/// A ridge (or groove) along an open line; height and breadth vary from point to point.
struct RidgePoint {
    glm::vec2 at{0.0F};
    float height = 0.0F;
    float deviation = 8.0F;
};
struct Ridge {
    std::vector<RidgePoint> points;
};
void raise(Table& relief, const Ridge& ridge);

/// A muscle seen as an area: its edge rises by `thickness` over `edge` and it is level inside.
struct Sheet {
    std::vector<glm::vec2> outline;
    float thickness = 0.0F;
    float edge = 10.0F;
};
void raise(Table& relief, const Sheet& sheet);

}  // namespace dorsum::sculpt
