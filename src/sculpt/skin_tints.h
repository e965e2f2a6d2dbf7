#pragma once

#include <glm/gtc/type_precision.hpp>
#include <vector>

#include "mesh/mesh.h"
#include "sculpt/body_parameters.h"
#include "sculpt/figures.h"
#include "sculpt/warp.h"

namespace dorsum::sculpt {

/// What the tone of the skin is multiplied with at each vertex of a finished skin (metres, its own
/// frame): hair, skin that sees the sun, skin reddened by pressure over bone, pale skin under
/// clothes. Linear; white changes nothing.
[[nodiscard]] std::vector<glm::u8vec4> skin_tints(const mesh::TriangleMesh& skin, const Figures& figures,
                                                  const BodyParameters& parameters, const Warp& warp);

}  // namespace dorsum::sculpt
