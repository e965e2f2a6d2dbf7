#pragma once

#include "scene/apply.h"

namespace dorsum::test {

/// A smooth trunk (a flattened ellipsoid) on a table, three steps (none, palms down with return, thumbs up)
/// and twelve zones in the middle of its back.
[[nodiscard]] scene::Subject make_test_subject();

/// The same with a muscle of each layer, a bone and an organ on the right side, one below the other:
/// "outer_right", "middle_right" (short), "inner_right", "rib_right", "kidney_right". The stroke of step 1
/// passes over them; nothing lies under that of step 2.
[[nodiscard]] scene::Subject make_layered_subject();

/// Hands that are boards of 8 x 16 cm, this far above what they touch, in every pose.
[[nodiscard]] std::shared_ptr<const scene::HandModels> make_board_hands(float above_m);

/// Half-way through the first stroke of a step.
[[nodiscard]] double mid_stroke_s();

}  // namespace dorsum::test
