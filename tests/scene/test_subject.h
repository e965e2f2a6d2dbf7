#pragma once

#include "scene/apply.h"

namespace dorsum::test {

/// A smooth trunk (a flattened ellipsoid) on a table, three steps (none, palms down with return, thumbs up)
/// and twelve zones in the middle of its back.
[[nodiscard]] scene::Subject make_test_subject();

/// Half-way through the first stroke of a step.
[[nodiscard]] double mid_stroke_s();

}  // namespace dorsum::test
