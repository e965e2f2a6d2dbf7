#include <algorithm>
#include <optional>
#include <utility>

#include "app/landmark_relay.h"
#include "app/load_subject.h"
#include "app/new_body.h"
#include "app/new_lesson.h"
#include "app/viewer_window.h"
#include "core/fill.h"
#include "core/log.h"
#include "core/translate.h"

namespace dorsum::app {

void Viewer::take_loaded() {
    const std::string name = loader_.file_name();
    auto outcome = loader_.take();
    if (!outcome) {
        return;
    }
    frames_due_ = settling_frames;
    if (*outcome) {
        return adopt(**std::move(outcome));
    }
    report(to_string(outcome->error()));
    if (shown_once_) {
        return;
    }
    // What the person named cannot be shown: show the bundled back. If that was it, there is nothing.
    if (model_path(command_.subject) == bundled_model()) {
        failed_ = true;
    } else {
        load({});
    }
}

void Viewer::adopt(scene::Subject loaded) {
    apply(scene::OpenPractice{false});  // its path lay on the body before
    const auto lesson = subject_.lesson;
    subject_ = std::move(loaded);
    if (subject_.lesson != lesson) {  // it was read anew meanwhile, or its texts
        subject_ = scene::with_lesson(std::move(subject_), lesson, subject_.choreography->breath.breath_per_min);
    }
    tell_warnings();
    const scene::State fresh = scene::initial_state(subject_, area_.size.x / area_.size.y);
    state_ = shown_once_ ? on_new_body(std::move(state_), fresh, subject_) : on_first_body(state_, fresh);
    if (!shown_once_) {
        take_bookmarks();
        keeper_.begin(ui::settings_of(state_, subject_.lesson->breath_per_min, keeper_.settings()));
    }
    if (!is_bundled(subject_.body->file)) {
        keeper_.add_recent(subject_.body->file);
    }
    shown_once_ = true;
    automatic_quality_.start_again();
    apply(scene::SettleQuality{automatic_quality_.quality()});
    preparation_.start(subject_);
    landmarks_.begin(subject_.body);
    frozen_.reset();
    apply(scene::FreezePicture{false});
    if (std::exchange(command_.projector, false)) {
        apply(scene::ShowProjector{true});
    }
    log::debug("loaded " + subject_.body->file);
    if (const auto views = std::exchange(command_.views, {}); !views.empty()) {
        open_views(views);
    }
}

/// In place of those about the body before.
void Viewer::tell_warnings() {
    messages_.clear();
    for (const std::string& warning : subject_.body->warnings) {
        report(warning);
    }
    lesson_.tell_findings(subject_);
}

/// The body and the lesson on it follow the landmarks.
void Viewer::take_relaid() {
    auto outcome = landmarks_.take_relaid();
    if (!outcome) {
        return;
    }
    frames_due_ = settling_frames;
    messages_.clear();
    if (!*outcome) {
        report(to_string(outcome->error()));
        apply(scene::TakeBackLandmarks{});
        return;
    }
    apply(scene::OpenPractice{false});
    state_ = on_moved_body(std::move(state_), *subject_.body, **outcome);
    const auto lesson = subject_.lesson;
    subject_ = **std::move(outcome);
    if (subject_.lesson != lesson) {  // another one came meanwhile
        subject_ = scene::with_lesson(std::move(subject_), lesson, state_.breath_per_min);
    }
    tell_warnings();
    preparation_.start(subject_);
    log::debug("landmarks laid");
}

void Viewer::follow_landmarks() {
    const auto saved = landmarks_.follow(state_, subject_);
    if (!saved) {
        return;
    }
    frames_due_ = settling_frames;
    report(*saved ? with_detail(tr("Landmarks saved"), (*saved)->string()) : to_string(saved->error()));
    if (*saved) {
        apply(scene::MarkLandmarksSaved{});
        if (const auto departure = landmarks_.on_saved()) {
            go(*departure);
        }
    }
}

/// Does what drops the body that is shown, or asks first.
void Viewer::leave(Departure departure) {
    if (const auto at_once = landmarks_.depart(std::move(departure), state_)) {
        go(*at_once);
    } else {
        memory_.open_model_shown = false;
        apply(scene::AskToSave{true});
    }
}

void Viewer::go(const Departure& departure) {
    if (const auto* model = std::get_if<OpenModel>(&departure)) {
        load(model->file);
    } else if (const auto* body = std::get_if<OpenBundledBody>(&departure)) {
        load({}, body->id);
    } else {
        closing_ = true;
    }
}

void Viewer::answer(const ui::SaveAnswer answer) {
    apply(scene::AskToSave{false});
    if (const auto departure = landmarks_.on_answer(answer)) {
        go(*departure);
    }
}

/// The person has closed the window, by whatever the desktop has for it.
void Viewer::ask_before_closing() {
    if (window_.should_close()) {
        window_.stay_open();
        leave(CloseWindow{});
    }
}

void Viewer::take_lesson() {
    if (!lesson_.update(subject_, state_, Window::now_s())) {
        return;
    }
    frames_due_ = std::max(frames_due_, settling_frames);
    if (auto translated = lesson_.take_translated()) {
        subject_.lesson = std::move(translated);
        show_language();
    }
    const auto subject = lesson_.take();
    if (!subject) {
        return;
    }
    apply(scene::OpenPractice{false});
    state_ = on_new_lesson(std::move(state_), *subject_.lesson, *subject);
    scene::Subject next = *subject;
    next.under = subject_.under;  // of the same body
    next.safety = subject_.safety;
    next.explosion = subject_.explosion;
    next.ways = subject_.ways;
    subject_ = std::move(next);
    lesson_.tell_findings(subject_);
    window_.set_title(window_title(*subject_.lesson));
    log::debug("at step " + std::to_string(state_.step + 1));
}

void Viewer::load(const std::filesystem::path& model, const std::string& body) {
    command_.subject.model = model;
    command_.subject.body = body;
    command_.subject.axes = {};  // they were given for the model of the command line
    command_.subject.breath_per_min = state_.breath_per_min;
    loader_.start(command_.subject, subject_.lesson);
}

}  // namespace dorsum::app
