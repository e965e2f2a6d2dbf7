#pragma once

#include <span>
#include <string>
#include <variant>

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
[[nodiscard]] const Setting& text_size_setting();

/// How opaque one of scene::fading_layers() is, in percent.
[[nodiscard]] const Setting& opacity_setting(scene::Layer layer);
/// How far the muscles are taken apart, in percent.
[[nodiscard]] const Setting& explosion_setting();
/// Where a body is cut that reaches from `lowest_mm` to `highest_mm`.
[[nodiscard]] Setting cut_setting(double lowest_mm, double highest_mm);

/// What a person can set and finds again at the next start: the one table of which the settings file, the help sheet
/// and the manual are made.
struct KeptSetting {
    const char* key;          ///< in the settings file
    const char* name;         ///< translated
    const char* description;  ///< translated, sentences
    /// A switch, a number or a text.
    std::variant<bool, double, std::string> default_value;
    double lowest = 0.0;  ///< of numbers
    double highest = 0.0;
    /// What counts where nothing was set, where that is not `default_value`; translated. Else null.
    const char* unless_set = nullptr;
};
[[nodiscard]] std::span<const KeptSetting> kept_settings();

/// "0.25 – 2; by default 1", "on or off; by default on".
[[nodiscard]] std::string range_text(const KeptSetting& setting);

inline constexpr int most_recent_files = 10;

/// What the settings are set to; each member is one line of the table, with its default.
struct Settings {
    double playback_speed = 1.0;
    double breath_per_min = 0.0;  ///< 0 = as the lesson says
    bool panels_shown = true;
    int text_percent = scene::smallest_text_percent;
    scene::Theme theme = scene::Theme::dark;
    bool reduced_motion = false;
    scene::CameraHabit camera_habit = scene::CameraHabit::usual;
    scene::QualityChoice quality = scene::QualityChoice::automatic;
    scene::SkinTone skin_tone = scene::SkinTone::light;
    int repeats = 1;  ///< of each step; 0 = endless
    bool metronome = false;
    scene::Voice voice = scene::Voice::off;
    bool mirrored = false;
    std::string language;  ///< empty = as the environment says
    int recent_files = most_recent_files;
    friend bool operator==(const Settings&, const Settings&) = default;
};

/// The settings after what a person has done in the window: those that stand in `state` are taken from there.
/// Nothing of a lesson's own is: a breath as the lesson says it is no choice.
[[nodiscard]] Settings settings_of(const scene::State& state, double breath_of_lesson_per_min, Settings before);
/// A fresh state as the person wants it. The breath is no part of it: a lesson is laid out at its rate.
[[nodiscard]] scene::State with_settings(scene::State state, const Settings& settings);

/// The value brought into the setting's range and to its step.
[[nodiscard]] double brought_into_range(const Setting& setting, double value);

}  // namespace dorsum::ui
