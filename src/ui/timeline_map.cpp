#include "ui/timeline_map.h"

#include <algorithm>

namespace dorsum::ui {

std::vector<Chapter> divide_track(const lesson::Choreography& choreography, const float low, const float high,
                                  const float gap) {
    const auto count = choreography.steps.size();
    if (count == 0) {
        return {};
    }
    const double least = 0.5 * choreography.duration_s() / static_cast<double>(count);
    double total = 0.0;
    for (const lesson::StepOnBody& step : choreography.steps) {
        total += std::max(step.duration_s, least);
    }
    const float usable = std::max(high - low - gap * static_cast<float>(count - 1), 1.0F);
    std::vector<Chapter> chapters;
    float left = low;
    for (const lesson::StepOnBody& step : choreography.steps) {
        const double share = total > 0.0 ? std::max(step.duration_s, least) / total : 1.0 / static_cast<double>(count);
        const float width = usable * static_cast<float>(share);
        chapters.push_back({left, left + width, step.duration_s});
        left += width + gap;
    }
    return chapters;
}

float position_of(const std::vector<Chapter>& chapters, const TimelinePoint point) {
    if (chapters.empty()) {
        return 0.0F;
    }
    const int last = static_cast<int>(chapters.size()) - 1;
    const Chapter& chapter = chapters[static_cast<std::size_t>(std::clamp(point.step, 0, last))];
    const double share = chapter.duration_s > 0.0 ? std::clamp(point.time_s / chapter.duration_s, 0.0, 1.0) : 0.0;
    return chapter.low + static_cast<float>(share) * (chapter.high - chapter.low);
}

TimelinePoint point_at(const std::vector<Chapter>& chapters, const float position) {
    TimelinePoint point;
    for (std::size_t index = 0; index < chapters.size(); ++index) {
        const Chapter& chapter = chapters[index];
        if (index == 0 || position >= chapter.low) {
            const float width = std::max(chapter.high - chapter.low, 1.0e-3F);
            const float share = std::clamp((position - chapter.low) / width, 0.0F, 1.0F);
            point = {static_cast<int>(index), static_cast<double>(share) * chapter.duration_s};
        }
    }
    return point;
}

}  // namespace dorsum::ui
