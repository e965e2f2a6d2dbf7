#pragma once

#include "lesson/choreography.h"
#include "scene/skin_walk.h"

namespace dorsum::scene {

/// The strokes of one step as ribbons on the skin: light returns below, working passes above them, the
/// stroke of each hand under way on top, with what is done of it marked.
void add_ribbons(PatchSet& patches, const mesh::SpatialIndex& skin, const lesson::StepOnBody& step,
                 const lesson::Moment& moment);

/// Half the width of a ribbon, arrowheads and halo included, for a pressure of 0 to 5.
[[nodiscard]] float ribbon_half_width_m(lesson::Pass pass, lesson::Contact contact, int pressure);

}  // namespace dorsum::scene
