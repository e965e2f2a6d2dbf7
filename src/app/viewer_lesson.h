#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/lesson_watch.h"
#include "ui/panels.h"

namespace dorsum::app {

/// What the window does when the lesson's file changes: which lesson to take over, and what to say of it.
/// For the window's thread.
class ViewerLesson {
public:
    /// @param seen  the look before the lesson that is shown was read
    ViewerLesson(const SubjectOptions& options, const LessonLook& seen);

    /// Says what is shown now; to be called often. True where there is something new to show.
    [[nodiscard]] bool update(const scene::Subject& subject, const scene::State& state, double now_s);
    /// A lesson to take over, once.
    [[nodiscard]] std::optional<scene::Subject> take();
    /// The same lesson as is shown, with its texts in the language that was chosen, once.
    [[nodiscard]] std::shared_ptr<const lesson::Lesson> take_translated();

    /// From now on the lesson is read in this language; take_translated has it in a moment.
    void use_language(const std::string& code);

    /// Body or lesson are new: says what is to be said of the two (lesson_findings) in place of what was said before.
    void tell_findings(const scene::Subject& subject);
    /// The rate of breathing is another: what is still shown of the findings is made true again.
    void refresh_findings(const scene::Subject& subject);

    [[nodiscard]] bool has_messages() const { return !problem_.empty() || !findings_.empty(); }
    void dismiss();
    void add_to(ui::Notices& notices) const;
    /// When the note that is shown is over; empty where there is none.
    [[nodiscard]] std::optional<double> note_end_s() const;

private:
    SubjectOptions options_;
    LessonWatch watch_;
    std::optional<scene::Subject> taken_;
    std::shared_ptr<const lesson::Lesson> translated_;
    std::vector<std::string> findings_;
    std::string problem_;
    std::string note_;
    double note_end_s_ = 0.0;
};

[[nodiscard]] std::string window_title(const lesson::Lesson& lesson);
[[nodiscard]] std::string projector_title(const lesson::Lesson& lesson);

}  // namespace dorsum::app
