#pragma once

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

/// The value brought into the setting's range and to its step.
[[nodiscard]] double brought_into_range(const Setting& setting, double value);

}  // namespace dorsum::ui
