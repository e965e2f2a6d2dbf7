#pragma once

#include <optional>
#include <string>
#include <vector>

#include "body/find_axes.h"
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

/// Measures a body by its stature, crotch, neck and shoulders. A whole person is taken to have the
/// proportions of the reference adult, measured from the top of the head down.
[[nodiscard]] Measures measure_body(const FoundAxes& axes, const mesh::AxisHints& hints,
                                    const AxisOverrides& overrides);

}  // namespace dorsum::body
