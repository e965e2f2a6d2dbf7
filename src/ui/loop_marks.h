#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <vector>

#include "scene/state.h"
#include "ui/panels.h"
#include "ui/timeline_map.h"

// The ends of the loop on the timeline, A and B: flags that stand outside of it, so that what is looped stays free.

namespace dorsum::ui {

/// The stretch of the track that a flag covers, in pixels; empty where that end is not set. Wide enough to be hit.
struct FlagSpan {
    float low = 0.0F;
    float high = 0.0F;
};
[[nodiscard]] std::optional<FlagSpan> flag_span(const scene::State& state, const std::vector<Chapter>& chapters,
                                                scene::LoopMark mark, float scale);

/// The end whose flag is at a place of the track.
[[nodiscard]] std::optional<scene::LoopMark> flag_at(const scene::State& state, const std::vector<Chapter>& chapters,
                                                     float position, float scale);

/// Where a place of the lesson lies on the track, and the way back.
[[nodiscard]] float position_of(const std::vector<Chapter>& chapters, scene::LessonPlace place);
[[nodiscard]] scene::LessonPlace place_at(const std::vector<Chapter>& chapters, float position);

/// The shaded stretch and the flags, over the chapters of a track from `top` to `foot`.
void draw_loop_marks(const scene::State& state, const std::vector<Chapter>& chapters, float top, float foot);

}  // namespace dorsum::ui
