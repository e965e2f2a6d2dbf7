#pragma once

#include "body/body.h"
#include "body/model_placement.h"

namespace dorsum::body {

/// What a landmark is called, translated; the id itself for one that is not known.
[[nodiscard]] std::string landmark_name(const std::string& id);

/// All landmarks of body.h on a body whose skin, chart and spine are there: those given where they
/// were given, the others where the reference adult has them. One without skin near it is left out.
[[nodiscard]] std::vector<Landmark> place_landmarks(const Body& body, const Placement& placement);

}  // namespace dorsum::body
