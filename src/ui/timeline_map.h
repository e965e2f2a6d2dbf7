#pragma once

#include <vector>

#include "lesson/choreography.h"

namespace dorsum::ui {

/// One step on the timeline, from `low` to `high` pixels.
struct Chapter {
    float low = 0.0F;
    float high = 0.0F;
    double duration_s = 0.0;
};

struct TimelinePoint {
    int step = 0;
    double time_s = 0.0;
};

/// Divides a track between steps by their duration, though never so that a short one could not be
/// hit. `gap` pixels lie between two.
[[nodiscard]] std::vector<Chapter> divide_track(const lesson::Choreography& choreography, float low, float high,
                                                float gap);

/// Where a step's time lies on the track, and the way back; both bring what is outside into range.
[[nodiscard]] float position_of(const std::vector<Chapter>& chapters, TimelinePoint point);
[[nodiscard]] TimelinePoint point_at(const std::vector<Chapter>& chapters, float position);

}  // namespace dorsum::ui
