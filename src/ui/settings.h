#pragma once

#include "scene/state.h"

namespace dorsum::ui {

/// A number that a person can set: the one place for its range and its words. Panels, tooltips and
/// the help sheet read it; scene::apply keeps to the same range.
struct Setting {
    const char* name;         ///< translated
    const char* unit;         ///< translated, follows the number; words after a space
    const char* description;  ///< translated
    double lowest;
    double highest;
    double default_value;
    double step;  ///< values are multiples of it
    int decimals;
};

[[nodiscard]] const Setting& playback_speed_setting();
[[nodiscard]] const Setting& breath_rate_setting();

/// How opaque one of scene::fading_layers() is, in percent.
[[nodiscard]] const Setting& opacity_setting(scene::Layer layer);
/// How far the muscles are taken apart, in percent.
[[nodiscard]] const Setting& explosion_setting();
/// Where a body is cut that reaches from `lowest_mm` to `highest_mm`.
[[nodiscard]] Setting cut_setting(double lowest_mm, double highest_mm);

/// The value brought into the setting's range and to its step.
[[nodiscard]] double brought_into_range(const Setting& setting, double value);

}  // namespace dorsum::ui
