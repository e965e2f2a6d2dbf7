#include "ui/settings.h"

#include <algorithm>
#include <array>
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

namespace {

Setting percent(const char* name, const char* description, const double default_value) {
    return {.name = name,
            .unit = tr("%"),
            .description = description,
            .lowest = 0.0,
            .highest = 100.0,
            .default_value = default_value,
            .step = 1.0,
            .decimals = 0};
}

}  // namespace

const Setting& opacity_setting(const scene::Layer layer) {
    static const char* const how = tr("How opaque this layer is; what lies beneath shows through");
    // In the order of scene::fading_layers().
    static const std::array<Setting, scene::fading_layer_count> settings{
        percent(tr("Skin"), how, 100.0),         percent(tr("Superficial"), how, 100.0),
        percent(tr("Intermediate"), how, 100.0), percent(tr("Deep"), how, 100.0),
        percent(tr("Skeleton"), how, 100.0),     percent(tr("Organs"), how, 100.0)};
    const auto& layers = scene::fading_layers();
    const auto found = std::ranges::find(layers, layer);
    return settings.at(found == layers.end() ? 0 : static_cast<std::size_t>(found - layers.begin()));
}

const Setting& explosion_setting() {
    static const Setting setting =
        percent(tr("Apart"), tr("Takes the muscles apart, outward from the spine, each layer farther"), 0.0);
    return setting;
}

Setting cut_setting(const double lowest_mm, const double highest_mm) {
    return {.name = tr("Cut at"),
            .unit = tr("mm"),
            .description = tr("Where the body is cut, from the middle of T12"),
            .lowest = lowest_mm,
            .highest = highest_mm,
            .default_value = 0.0,
            .step = 1.0,
            .decimals = 0};
}

double brought_into_range(const Setting& setting, const double value) {
    const double stepped = std::round(value / setting.step) * setting.step;
    return std::clamp(stepped, setting.lowest, setting.highest);
}

}  // namespace dorsum::ui
