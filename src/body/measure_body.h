#pragma once

#include <optional>
#include <string>
#include <vector>

#include "body/find_axes.h"
#include "body/outline.h"
#include "body/reference_figures.h"

namespace dorsum::body {

/// Size and position of a body as far as its outline tells; the position is of the body frame's
/// origin in the silhouette's own directions and unit.
struct Measures {
    float unit_m = 1.0F;
    float scale = 1.0F;  ///< against the reference adult
    glm::vec3 origin{0.0F};
    float confidence = 0.0F;  ///< of the heights, 0 to 1
    std::vector<std::string> warnings;
};

/// Measures a body by every height that its outline shows, each weighted by how much it differs among people; see
/// signs() in measure_body.cpp for the figures and their sources. The confidence falls with the standard deviation of
/// the levels that remains: from near 1 for a whole person to near 0 for a trunk that shows no height at all.
/// @param outline  of the silhouette in `axes`
[[nodiscard]] Measures measure_body(const FoundAxes& axes, const Outline& outline, const mesh::AxisHints& hints,
                                    const AxisOverrides& overrides);

}  // namespace dorsum::body
