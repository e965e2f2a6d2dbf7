#include "ui/settings.h"

#include <algorithm>
#include <cmath>

#include "core/translate.h"
#include "lesson/breath.h"

namespace dorsum::ui {

const Setting& playback_speed_setting() {
    static const Setting setting{
        .name = tr("Playback"),
        .unit = tr("×"),
        .description = tr("How fast the lesson plays. It changes what you see, not how fast the hands should move."),
        .lowest = 0.25,
        .highest = 2.0,
        .default_value = 1.0,
        .step = 0.05,
        .decimals = 2,
    };
    return setting;
}

const Setting& breath_rate_setting() {
    static const Setting setting{
        .name = tr("Breath"),
        .unit = tr("a minute"),
        .description = tr("Breaths of the receiver in a minute. Strokes that follow the breath follow this."),
        .lowest = lesson::breath_per_min_lowest,
        .highest = lesson::breath_per_min_highest,
        .default_value = lesson::breath_per_min_default,
        .step = 0.5,
        .decimals = 1,
    };
    return setting;
}

double brought_into_range(const Setting& setting, const double value) {
    const double stepped = std::round(value / setting.step) * setting.step;
    return std::clamp(stepped, setting.lowest, setting.highest);
}

}  // namespace dorsum::ui
