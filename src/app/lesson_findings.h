#pragma once

#include <string>
#include <vector>

#include "scene/apply.h"

namespace dorsum::app {

/// What a window says of a good lesson on the body that is shown, as sentences: strokes and zones that find no place
/// on it, strokes that press where they must not, strokes that are too fast at the rate of breathing that is set. Of
/// each kind a few; where there are more, one sentence counts them and says how to see them all. Pure.
[[nodiscard]] std::vector<std::string> lesson_findings(const scene::Subject& subject);

}  // namespace dorsum::app
