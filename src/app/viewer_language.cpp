#include "app/viewer_window.h"
#include "core/log.h"
#include "core/translate.h"

namespace dorsum::app {

/// Texts are in the language of the state from here on; those of the lesson follow, read by a thread of their own.
void Viewer::speak() {
    if (const auto used = use_language(state_.language); !used) {
        report(to_string(used.error()));
    }
    state_.language = language();
    language_chosen_ = true;
    command_.subject.language = state_.language;
    lesson_.use_language(state_.language);
    show_language();
    log::debug("language " + state_.language);
}

/// What was made of texts is made anew.
void Viewer::show_language() {
    frames_due_ = std::max(frames_due_, settling_frames);
    window_.set_title(window_title(*subject_.lesson));
    if (projector_) {
        projector_->set_title(projector_title(*subject_.lesson));
    }
    if (shown_once_) {
        lesson_.refresh_findings(subject_);
    }
}

}  // namespace dorsum::app
