#pragma once

#include <vector>

#include "lesson/choreography.h"
#include "scene/skin_walk.h"
#include "scene/wake.h"

namespace dorsum::scene {

/// What moves on ribbons beside the hands: arrowheads flow along the stroke under way, bound to the hand and so to the
/// lesson's time, and behind the hand a wake glows and fades.
struct RibbonMotion {
    bool moves = true;  ///< else arrowheads stand, and the done part of the stroke under way glows evenly
    std::vector<Wake> wakes;
};

/// The strokes of one step as ribbons on the skin: working passes below, light returns above them, of each
/// the stroke under way on top; what is done is marked. Of a step with more than two strokes for each hand
/// only those returns are shown that are under way or come next.
void add_ribbons(PatchSet& patches, const mesh::SpatialIndex& skin, const lesson::StepOnBody& step,
                 const lesson::Moment& moment, const RibbonMotion& motion = {});

/// Half the width of a ribbon, arrowheads and halo included, for a pressure of 0 to 5.
[[nodiscard]] float ribbon_half_width_m(lesson::Pass pass, int pressure);

}  // namespace dorsum::scene
