#include "app/viewer_keeper.h"

#include <algorithm>
#include <cmath>
#include <system_error>
#include <utility>

#include "app/option_values.h"
#include "core/fill.h"
#include "core/log.h"
#include "core/translate.h"
#include "ui/layout.h"

namespace dorsum::app {

namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

constexpr const char* key_x = "window_x";
constexpr const char* key_y = "window_y";
constexpr const char* key_width = "window_width";
constexpr const char* key_height = "window_height";
constexpr const char* key_maximised = "window_maximised";
constexpr const char* key_tour = "tour_seen";
constexpr const char* key_models = "recent_models";
constexpr const char* key_left = "left_panel_px";
constexpr const char* key_right = "right_panel_px";
constexpr const char* key_left_folded = "left_panel_folded";
constexpr const char* key_right_folded = "right_panel_folded";
constexpr const char* key_parts = "open_parts";
constexpr double farthest_px = 100000.0;

fs::path in(const fs::path& folder, const char* name) {
    return folder.empty() ? fs::path{} : folder / name;
}

KeptValue to_kept(const std::variant<bool, double, std::string>& value) {
    return std::visit([](const auto& each) -> KeptValue { return each; }, value);
}

std::vector<KeptField> fields_of_settings() {
    std::vector<KeptField> fields;
    for (const ui::KeptSetting& setting : ui::kept_settings()) {
        fields.push_back({setting.key, std::string(setting.description) + " (" + ui::range_text(setting) + ")",
                          to_kept(setting.default_value), setting.lowest, setting.highest});
    }
    return fields;
}

std::vector<KeptField> fields_of_window() {
    return {
        {key_x, tr("From the left edge of the desktop to the window."), 0.0, -farthest_px, farthest_px},
        {key_y, tr("From its top edge."), 0.0, -farthest_px, farthest_px},
        {key_width, tr("The size of the window."), 1280.0, 1.0, farthest_px},
        {key_height, tr("Its height."), 720.0, 1.0, farthest_px},
        {key_maximised, tr("Whether it filled the screen."), false},
        {key_tour, tr("Whether the four tips of the first start were shown."), false},
        {key_models, tr("The models that were opened, the last one first."), Texts{}},
        {key_left, tr("How wide the left panel is, at the usual size of text."), 308.0, 0.0, farthest_px},
        {key_right, tr("How wide the right one is."), 252.0, 0.0, farthest_px},
        {key_left_folded, tr("Whether the left panel is folded to its side."), false},
        {key_right_folded, tr("Whether the right one is."), false},
        {key_parts, tr("Which parts of the right panel are open: now, view, tools, show, teaching, quality."), Texts{}},
    };
}

ui::Settings settings_in(const KeptValues& values) {
    ui::Settings settings;
    settings.playback_speed = kept<double>(values, "playback_speed").value_or(settings.playback_speed);
    settings.breath_per_min = kept<double>(values, "breath_per_min").value_or(settings.breath_per_min);
    settings.panels_shown = kept<bool>(values, "panels_shown").value_or(settings.panels_shown);
    const auto text = kept<double>(values, "text_percent");
    settings.text_percent = text ? static_cast<int>(std::lround(*text)) : settings.text_percent;
    settings.reduced_motion = kept<bool>(values, "reduced_motion").value_or(settings.reduced_motion);
    const auto repeats = kept<double>(values, "repeat");
    settings.repeats = repeats ? static_cast<int>(std::lround(*repeats)) : settings.repeats;
    settings.metronome = kept<bool>(values, "metronome").value_or(settings.metronome);
    settings.mirrored = kept<bool>(values, "mirror").value_or(settings.mirrored);
    settings.language = kept<std::string>(values, "language").value_or(settings.language);
    const auto recent = kept<double>(values, "recent_files");
    settings.recent_files = recent ? static_cast<int>(std::lround(*recent)) : settings.recent_files;
    return settings;
}

/// A value that is the default needs no line.
template <typename Value>
void put(KeptValues& values, const char* key, const Value& value, const Value& usual) {
    if (value == usual) {
        values.erase(key);
    } else {
        values[key] = value;
    }
}

std::optional<WindowPlace> place_in(const KeptValues& values) {
    const auto width = kept<double>(values, key_width);
    const auto height = kept<double>(values, key_height);
    if (!width || !height) {
        return std::nullopt;
    }
    const auto whole = [](const double number) { return static_cast<int>(std::lround(number)); };
    return WindowPlace{
        {whole(kept<double>(values, key_x).value_or(0.0)), whole(kept<double>(values, key_y).value_or(0.0))},
        {whole(*width), whole(*height)},
        kept<bool>(values, key_maximised).value_or(false)};
}

Texts open_parts(const ui::PanelLayout& panels) {
    Texts names;
    for (const ui::Section section : ui::sections) {
        if (panels.is_open(section)) {
            names.emplace_back(name_of(section));
        }
    }
    return names;
}

ui::PanelLayout panels_in(const KeptValues& values) {
    ui::PanelLayout panels;
    panels.left_px = static_cast<float>(kept<double>(values, key_left).value_or(panels.left_px));
    panels.right_px = static_cast<float>(kept<double>(values, key_right).value_or(panels.right_px));
    panels.left_open = !kept<bool>(values, key_left_folded).value_or(false);
    panels.right_open = !kept<bool>(values, key_right_folded).value_or(false);
    if (const auto names = kept<Texts>(values, key_parts)) {
        for (const ui::Section section : ui::sections) {
            panels.open.at(static_cast<std::size_t>(section)) =
                std::ranges::find(*names, std::string(name_of(section))) != names->end();
        }
    }
    return ui::brought_into_range(panels);
}

Texts models_in(const KeptValues& values) {
    return kept<Texts>(values, key_models).value_or(Texts{});
}

/// TOML holds Unicode only; a file system may hold anything.
bool is_unicode(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at]);
        const std::size_t length = first < 0x80U ? 1 : first < 0xc2U ? 0 : first < 0xe0U ? 2 : first < 0xf0U ? 3 : 4;
        if (length == 0 || first > 0xf4U || at + length > text.size()) {
            return false;
        }
        for (std::size_t next = 1; next < length; ++next) {
            if ((static_cast<unsigned char>(text[at + next]) & 0xc0U) != 0x80U) {
                return false;
            }
        }
        at += length;
    }
    return true;
}

}  // namespace

ViewerKeeper::ViewerKeeper(const fs::path& config_folder, const fs::path& state_folder)
    : settings_file_(in(config_folder, "settings.toml"),
                     tr("Settings of Dorsum. A line that begins with # has no effect: there the default counts."),
                     fields_of_settings()),
      window_file_(in(state_folder, "window.toml"), tr("What the window of Dorsum remembers. It may be deleted."),
                   fields_of_window()) {
    for (KeptFile* file : {&settings_file_, &window_file_}) {
        KeptFile::Content content = file->read();
        std::ranges::move(content.problems, std::back_inserter(problems_));
        if (file == &settings_file_) {
            settings_ = settings_in(content.values);
            take_looks(content.values);
        } else {
            window_ = place_in(content.values);
            panels_ = panels_in(content.values);
            tour_seen_ = kept<bool>(content.values, key_tour).value_or(false);
        }
    }
    if (settings_.language == system_language) {
        settings_.language.clear();
    } else if (!settings_.language.empty() && code_of_locale(settings_.language).empty()) {
        problems_.push_back(to_string(Error{settings_file_.path().string(),
                                            fill(tr("language: '{0}' is no code of a language"), {settings_.language}),
                                            tr("Write for example language = \"fr\"")}));
        settings_.language.clear();
    }
    last_ = settings_;
}

/// One of several names; another one is said, and the default counts.
template <typename Choice, typename Parse>
void ViewerKeeper::take_choice(const KeptValues& values, const char* key, Choice& choice, Parse&& parse) {
    const auto name = kept<std::string>(values, key);
    if (!name) {
        return;
    }
    if (const std::optional<Choice> known = parse(*name)) {
        choice = *known;
    } else {
        problems_.push_back(
            to_string(Error{settings_file_.path().string(), fill(tr("{0}: '{1}' is none of its names"), {key, *name}),
                            tr("The file says above it which there are")}));
    }
}

void ViewerKeeper::take_looks(const KeptValues& values) {
    take_choice(values, "colours", settings_.theme, scene::parse_theme);
    take_choice(values, "camera_habit", settings_.camera_habit, scene::parse_camera_habit);
    take_choice(values, "quality", settings_.quality, scene::parse_quality);
    take_choice(values, "skin_tone", settings_.skin_tone, scene::parse_skin_tone);
    take_choice(values, "voice", settings_.voice, scene::parse_voice);
}

void ViewerKeeper::tell(const Result<void>& outcome) {
    if (!outcome && !std::exchange(has_failed_, true)) {
        problems_.push_back(to_string(outcome.error()));
    }
}

void ViewerKeeper::keep(const ui::Settings& now) {
    if (now == last_) {
        return;
    }
    const ui::Settings usual;
    tell(settings_file_.change([this, &now, &usual](KeptValues& values) {
        if (now.playback_speed != last_.playback_speed) {
            put(values, "playback_speed", now.playback_speed, usual.playback_speed);
        }
        if (now.breath_per_min != last_.breath_per_min) {
            put(values, "breath_per_min", now.breath_per_min, usual.breath_per_min);
        }
        if (now.panels_shown != last_.panels_shown) {
            put(values, "panels_shown", now.panels_shown, usual.panels_shown);
        }
        if (now.text_percent != last_.text_percent) {
            put(values, "text_percent", static_cast<double>(now.text_percent), static_cast<double>(usual.text_percent));
        }
        if (now.theme != last_.theme) {
            put(values, "colours", std::string(name_of(now.theme)), std::string(name_of(usual.theme)));
        }
        if (now.language != last_.language) {
            put(values, "language", now.language, usual.language);
        }
        if (now.reduced_motion != last_.reduced_motion) {
            put(values, "reduced_motion", now.reduced_motion, usual.reduced_motion);
        }
        if (now.camera_habit != last_.camera_habit) {
            put(values, "camera_habit", std::string(name_of(now.camera_habit)),
                std::string(name_of(usual.camera_habit)));
        }
        if (now.quality != last_.quality) {
            put(values, "quality", std::string(name_of(now.quality)), std::string(name_of(usual.quality)));
        }
        if (now.skin_tone != last_.skin_tone) {
            put(values, "skin_tone", std::string(name_of(now.skin_tone)), std::string(name_of(usual.skin_tone)));
        }
        if (now.repeats != last_.repeats) {
            put(values, "repeat", static_cast<double>(now.repeats), static_cast<double>(usual.repeats));
        }
        if (now.metronome != last_.metronome) {
            put(values, "metronome", now.metronome, usual.metronome);
        }
        if (now.voice != last_.voice) {
            put(values, "voice", std::string(name_of(now.voice)), std::string(name_of(usual.voice)));
        }
        if (now.mirrored != last_.mirrored) {
            put(values, "mirror", now.mirrored, usual.mirrored);
        }
    }));
    last_ = now;
    log::debug("settings kept");
}

void ViewerKeeper::keep(const WindowPlace& place) {
    if (window_ == place) {
        return;
    }
    window_ = place;
    tell(window_file_.change([&place](KeptValues& values) {
        values[key_x] = static_cast<double>(place.position.x);
        values[key_y] = static_cast<double>(place.position.y);
        values[key_width] = static_cast<double>(place.size.x);
        values[key_height] = static_cast<double>(place.size.y);
        put(values, key_maximised, place.maximised, false);
    }));
}

void ViewerKeeper::keep(const ui::PanelLayout& panels) {
    if (panels_ == panels) {
        return;
    }
    panels_ = panels;
    tell(window_file_.change([&panels](KeptValues& values) {
        const ui::PanelLayout usual;
        put(values, key_left, static_cast<double>(std::round(panels.left_px)), static_cast<double>(usual.left_px));
        put(values, key_right, static_cast<double>(std::round(panels.right_px)), static_cast<double>(usual.right_px));
        put(values, key_left_folded, !panels.left_open, false);
        put(values, key_right_folded, !panels.right_open, false);
        put(values, key_parts, open_parts(panels), open_parts(usual));
    }));
    log::debug("panels kept");
}

void ViewerKeeper::keep_tour_seen() {
    if (!std::exchange(tour_seen_, true)) {
        tell(window_file_.change([](KeptValues& values) { values[key_tour] = true; }));
    }
}

void ViewerKeeper::add_recent(const fs::path& model) {
    std::error_code problem;
    const std::string path = fs::absolute(model, problem).lexically_normal().string();
    const auto most = static_cast<std::size_t>(settings_.recent_files);
    if (problem || most == 0 || !is_unicode(path)) {
        return;
    }
    tell(window_file_.change([&path, most](KeptValues& values) {
        Texts models = models_in(values);
        std::erase(models, path);
        models.insert(models.begin(), path);
        models.resize(std::min(models.size(), most));
        values[key_models] = std::move(models);
    }));
}

void ViewerKeeper::forget_recent(const std::string& path) {
    tell(window_file_.change([&path](KeptValues& values) {
        Texts models = models_in(values);
        std::erase(models, path);
        put(values, key_models, models, Texts{});
    }));
}

std::vector<ui::RecentFile> ViewerKeeper::recent() {
    std::vector<ui::RecentFile> files;
    for (const std::string& path : models_in(window_file_.read().values)) {
        std::error_code ignored;
        if (files.size() < static_cast<std::size_t>(settings_.recent_files)) {
            files.push_back({path, !fs::is_regular_file(path, ignored)});
        }
    }
    return files;
}

std::vector<std::string> ViewerKeeper::take_problems() {
    return std::exchange(problems_, {});
}

}  // namespace dorsum::app
