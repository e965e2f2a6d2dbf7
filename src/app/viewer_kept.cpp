#include <algorithm>
#include <filesystem>
#include <utility>

#include "app/load_subject.h"
#include "app/viewer_window.h"
#include "core/log.h"

namespace dorsum::app {

void Viewer::keep_settings() {
    if (shown_once_) {
        ui::Settings now = ui::settings_of(state_, subject_.lesson->breath_per_min, keeper_.settings());
        if (language_chosen_) {
            now.language = state_.language;
        }
        keeper_.keep(now);
        keeper_.keep(memory_.layout);
    }
}

void Viewer::keep_window() {
    auto place = window_.place();
    if (place && place->maximised) {
        // Let go of the whole screen, it is to be where it was before.
        const WindowPlace before = keeper_.window().value_or(*place);
        place->position = before.position;
        place->size = before.size;
    }
    if (place) {
        keeper_.keep(*place);
    }
}

/// What is remembered comes into the window: what went wrong with it, the recent models when their list opens, and the
/// tips of the first start once the cautions are read.
void Viewer::take_kept() {
    keep_bookmarks();
    for (std::string& problem : keeper_.take_problems()) {
        log::warning(problem);
        kept_problems_.push_back(std::move(problem));
    }
    for (const std::string& problem : quiz_.take_problems()) {
        report(problem);
    }
    for (std::string& problem : practice_.take_problems()) {
        log::warning(problem);
        kept_problems_.push_back(std::move(problem));
    }
    if (std::exchange(recent_shown_, memory_.open_model_shown) != memory_.open_model_shown && recent_shown_) {
        recent_ = keeper_.recent();
    }
    if (shown_once_ && !state_.cautions_open && !keeper_.tour_seen() && !memory_.tour_tip) {
        memory_.tour_tip = 0;
    }
}

/// Metronome and voice, where they cannot be heard.
void Viewer::tell_what_is_not_heard() {
    for (const std::string& problem : accompaniment_.take_problems()) {
        report(problem);
        frames_due_ = std::max(frames_due_, settling_frames);
    }
}

/// That of the translation that is shown, else English, in which the bundled lessons are written.
std::string Viewer::language_of_lesson() const {
    std::error_code ignored;
    const auto translation = translation_file(command_.subject);
    return translation && std::filesystem::is_regular_file(*translation, ignored) ? language_of(command_.subject)
                                                                                  : std::string("en");
}

/// True where there were any.
bool Viewer::dismiss_messages() {
    const bool any = !messages_.empty() || !kept_problems_.empty() || lesson_.has_messages();
    messages_.clear();
    kept_problems_.clear();
    lesson_.dismiss();
    return any;
}

}  // namespace dorsum::app
