#include "ui/settings.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/fill.h"
#include "core/local_numbers.h"
#include "core/per_language.h"
#include "core/translate.h"
#include "lesson/breath.h"

namespace dorsum::ui {

namespace {
Setting make_playback_speed_setting() {
    return {
        .name = tr("Playback"),
        .unit = tr("×"),
        .description = tr("How fast the lesson plays. It changes what you see, not how fast the hands should move."),
        .lowest = 0.1,
        .highest = 2.0,
        .default_value = 1.0,
        .step = 0.05,
        .decimals = 2,
    };
}
}  // namespace

const Setting& playback_speed_setting() {
    return per_language([] { return make_playback_speed_setting(); });
}

namespace {
Setting make_breath_rate_setting() {
    return {
        .name = tr("Breath"),
        .unit = tr("a minute"),
        .description = tr("Breaths of the receiver in a minute. Strokes that follow the breath follow this."),
        .lowest = lesson::breath_per_min_lowest,
        .highest = lesson::breath_per_min_highest,
        .default_value = lesson::breath_per_min_default,
        .step = 0.5,
        .decimals = 1,
    };
}
}  // namespace

const Setting& breath_rate_setting() {
    return per_language([] { return make_breath_rate_setting(); });
}

namespace {
Setting make_text_size_setting() {
    return {
        .name = tr("Text"),
        .unit = tr("%"),
        .description = tr("The size of all text, in percent of the usual."),
        .lowest = scene::smallest_text_percent,
        .highest = scene::largest_text_percent,
        .default_value = scene::smallest_text_percent,
        .step = 25.0,
        .decimals = 0,
    };
}
}  // namespace

const Setting& text_size_setting() {
    return per_language([] { return make_text_size_setting(); });
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

namespace {
auto make_kept_settings() {
    const Setting& speed = playback_speed_setting();
    const Setting& breath = breath_rate_setting();
    const Setting& text = text_size_setting();
    return std::array{
        KeptSetting{.key = "playback_speed",
                    .name = speed.name,
                    .description = speed.description,
                    .default_value = speed.default_value,
                    .lowest = speed.lowest,
                    .highest = speed.highest},
        KeptSetting{.key = "breath_per_min",
                    .name = breath.name,
                    .description = breath.description,
                    .default_value = breath.default_value,
                    .lowest = breath.lowest,
                    .highest = breath.highest,
                    .unless_set = tr("as the lesson says")},
        KeptSetting{.key = "panels_shown",
                    .name = tr("Panels"),
                    .description = tr("Whether the panels are shown at the start."),
                    .default_value = true},
        KeptSetting{.key = "text_percent",
                    .name = text.name,
                    .description = text.description,
                    .default_value = text.default_value,
                    .lowest = text.lowest,
                    .highest = text.highest},
        KeptSetting{.key = "colours",
                    .name = tr("Colours"),
                    .description = tr("The colours of panels and captions: dark, high-contrast or colour-blind."),
                    .default_value = std::string(name_of(scene::Theme::dark)),
                    .unless_set = name_of(scene::Theme::dark)},
        KeptSetting{.key = "reduced_motion",
                    .name = tr("Reduced motion"),
                    .description = tr("Nothing pulses, flows or fades, and the camera turns at once."),
                    .default_value = false},
        KeptSetting{.key = "camera_habit",
                    .name = tr("Mouse"),
                    .description = tr("What dragging does to the view: default, blender or vtk, as in F3D."),
                    .default_value = std::string(name_of(scene::CameraHabit::usual)),
                    .unless_set = name_of(scene::CameraHabit::usual)},
        KeptSetting{.key = "quality",
                    .name = tr("Quality"),
                    .description = tr("How much work goes into the picture: automatic, low, balanced or high."),
                    .default_value = std::string(name_of(scene::QualityChoice::automatic)),
                    .unless_set = name_of(scene::QualityChoice::automatic)},
        KeptSetting{.key = "skin_tone",
                    .name = tr("Skin tone"),
                    .description = tr("Of the receiver: very-light, light, intermediate, tan, brown or dark."),
                    .default_value = std::string(name_of(Settings{}.skin_tone)),
                    .unless_set = name_of(Settings{}.skin_tone)},
        KeptSetting{.key = "repeat",
                    .name = tr("Repeat"),
                    .description = tr("How often each step is played before the next one; 0 plays it endlessly."),
                    .default_value = 1.0,
                    .highest = 10.0},
        KeptSetting{.key = "metronome",
                    .name = tr("Metronome"),
                    .description = tr("A soft tick at each turn of the breath; where that is free, at each stroke."),
                    .default_value = false},
        KeptSetting{.key = "voice",
                    .name = tr("Voice"),
                    .description = tr("What espeak-ng says, where it is installed: off, steps or steps-and-breath."),
                    .default_value = std::string(name_of(Settings{}.voice)),
                    .unless_set = name_of(Settings{}.voice)},
        KeptSetting{.key = "mirror",
                    .name = tr("Mirror"),
                    .description = tr("Left and right change places in the picture, for a class that faces you."),
                    .default_value = false},
        KeptSetting{.key = "language",
                    .name = tr("Language"),
                    .description = tr("The language of the window and of its lessons: \"en\", \"fr\", or \"system\"."),
                    .default_value = std::string(),
                    .unless_set = tr("as the environment says")},
        KeptSetting{
            .key = "recent_files",
            .name = tr("Recent files"),
            .description = tr("How many of the models that were opened are listed where the next one is opened; "
                              "with 0 none is remembered."),
            .default_value = static_cast<double>(most_recent_files),
            .highest = most_recent_files},
    };
}
}  // namespace

std::span<const KeptSetting> kept_settings() {
    return per_language([] { return make_kept_settings(); });
}

std::string range_text(const KeptSetting& setting) {
    std::string usual;
    if (const auto* number = std::get_if<double>(&setting.default_value)) {
        usual = setting.unless_set != nullptr ? setting.unless_set : local_number(*number);
        return fill(tr("{0} – {1}; by default {2}"),
                    {local_number(setting.lowest), local_number(setting.highest), usual});
    }
    if (const auto* flag = std::get_if<bool>(&setting.default_value)) {
        usual = setting.unless_set != nullptr ? setting.unless_set : (*flag ? tr("on") : tr("off"));
        return fill(tr("on or off; by default {0}"), {usual});
    }
    return fill(tr("by default {0}"), {setting.unless_set != nullptr ? setting.unless_set : usual});
}

Settings settings_of(const scene::State& state, const double breath_of_lesson_per_min, Settings before) {
    constexpr double digits = 1000.0;  // the state keeps the speed as a float
    before.playback_speed = std::round(static_cast<double>(state.playback_speed) * digits) / digits;
    before.breath_per_min = state.breath_per_min == breath_of_lesson_per_min ? 0.0 : state.breath_per_min;
    before.panels_shown = state.panels_shown;
    before.text_percent = state.text_percent;
    before.theme = state.theme;
    before.reduced_motion = state.reduced_motion;
    before.camera_habit = state.camera_habit;
    before.quality = state.quality;
    before.skin_tone = state.skin_tone;
    before.repeats = scene::chosen_step_repeats(state);
    before.metronome = state.playback.metronome;
    before.voice = state.playback.voice;
    before.mirrored = state.standpoint.mirrored;
    return before;
}

scene::State with_settings(scene::State state, const Settings& settings) {
    state.playback_speed = static_cast<float>(settings.playback_speed);
    state.panels_shown = settings.panels_shown;
    state.text_percent = settings.text_percent;
    state.theme = settings.theme;
    state.reduced_motion = settings.reduced_motion;
    state.camera_habit = settings.camera_habit;
    state.quality = settings.quality;
    state.skin_tone = settings.skin_tone;
    scene::set_step_repeats(state, settings.repeats);
    state.playback.metronome = settings.metronome;
    state.playback.voice = settings.voice;
    state.standpoint.mirrored = settings.mirrored;
    scene::mirror_cameras(state);
    return state;
}

const Setting& opacity_setting(const scene::Layer layer) {
    // In the order of scene::fading_layers().
    const auto& settings = per_language([] {
        const char* const how = tr("How opaque this layer is; what lies beneath shows through");
        return std::array<Setting, scene::fading_layer_count>{
            percent(tr("Skin"), how, 100.0),         percent(tr("Superficial"), how, 100.0),
            percent(tr("Intermediate"), how, 100.0), percent(tr("Deep"), how, 100.0),
            percent(tr("Skeleton"), how, 100.0),     percent(tr("Organs"), how, 100.0)};
    });
    const auto& layers = scene::fading_layers();
    const auto found = std::ranges::find(layers, layer);
    return settings.at(found == layers.end() ? 0 : static_cast<std::size_t>(found - layers.begin()));
}

const Setting& explosion_setting() {
    return per_language([] {
        return percent(tr("Apart"), tr("Takes the muscles apart, outward from the spine, each layer farther"), 0.0);
    });
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
