#include "app/viewer_lesson.h"

#include <utility>

#include "app/lesson_findings.h"
#include "app/load_subject.h"
#include "app/window.h"
#include "core/log.h"
#include "core/translate.h"

namespace dorsum::app {

namespace {

constexpr double note_s = 5.0;  ///< long enough to be read, too short to be in the way

}  // namespace

ViewerLesson::ViewerLesson(const SubjectOptions& options, const LessonLook& seen)
    : options_(options), watch_(options, seen, &Window::wake) {}

bool ViewerLesson::update(const scene::Subject& subject, const scene::State& state, const double now_s) {
    bool is_new = false;
    if (!note_.empty() && now_s >= note_end_s_) {
        note_.clear();
        is_new = true;
    }
    watch_.follow({subject.body, subject.lesson, subject.hands, state.breath_per_min,
                   scene::has_layers(subject) && !scene::shows(state.layers, scene::Layer::skin)});
    auto news = watch_.take();
    if (!news) {
        return is_new;
    }
    if (news->problems) {
        problem_.clear();
        if (!news->problems->empty()) {
            problem_ = to_string(first_of(*news->problems, options_));
            log::warning(problem_);
            note_.clear();
        }
    }
    if (news->translated) {
        translated_ = std::move(news->translated);
    }
    if (news->subject) {
        translated_.reset();
        taken_ = std::move(news->subject);
        log::debug("lesson read anew");
        note_ = tr("The lesson was read anew");
        note_end_s_ = now_s + note_s;
    }
    return true;
}

std::optional<scene::Subject> ViewerLesson::take() {
    return std::exchange(taken_, std::nullopt);
}

std::shared_ptr<const lesson::Lesson> ViewerLesson::take_translated() {
    return std::exchange(translated_, {});
}

void ViewerLesson::use_language(const std::string& code) {
    options_.language = code;
    translated_.reset();
    watch_.use_language(code);
}

void ViewerLesson::tell_findings(const scene::Subject& subject) {
    findings_ = lesson_findings(subject);
    for (const std::string& finding : findings_) {
        log::warning(finding);
    }
}

void ViewerLesson::refresh_findings(const scene::Subject& subject) {
    if (!findings_.empty()) {
        findings_ = lesson_findings(subject);
    }
}

void ViewerLesson::dismiss() {
    problem_.clear();
    findings_.clear();
}

void ViewerLesson::add_to(ui::Notices& notices) const {
    notices.messages.insert(notices.messages.end(), findings_.begin(), findings_.end());
    if (!problem_.empty()) {
        notices.messages.push_back(problem_);
    }
    notices.note = note_;
}

std::optional<double> ViewerLesson::note_end_s() const {
    return note_.empty() ? std::nullopt : std::optional(note_end_s_);
}

std::string window_title(const lesson::Lesson& lesson) {
    return lesson.title + " – Dorsum";
}

std::string projector_title(const lesson::Lesson& lesson) {
    return std::string(tr("Projector")) + " – " + window_title(lesson);
}

}  // namespace dorsum::app
