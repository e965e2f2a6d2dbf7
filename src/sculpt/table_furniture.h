#pragma once

#include <glm/vec3.hpp>

namespace dorsum::sculpt {

/// Distances in millimetres to the massage table's padded top and to the horseshoe cushion of its
/// face rest; both symmetric in x.
[[nodiscard]] float table_top_distance(glm::vec3 point, float table_top_z_mm);
[[nodiscard]] float face_rest_distance(glm::vec3 point);

}  // namespace dorsum::sculpt
