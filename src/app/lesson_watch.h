#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "app/options.h"
#include "core/error.h"
#include "scene/apply.h"

namespace dorsum::app {

/// What a file is like from outside: enough to tell whether it was written or replaced.
struct FileLook {
    bool there = false;
    std::uint64_t inode = 0;  ///< another one after an editor wrote beside and renamed
    std::int64_t bytes = 0;
    std::int64_t modified_ns = 0;
    friend bool operator==(const FileLook&, const FileLook&) = default;
};

/// The files from which a lesson is read.
struct LessonLook {
    FileLook lesson;
    FileLook translation;  ///< not there where the lesson is shown in its own language
    friend bool operator==(const LessonLook&, const LessonLook&) = default;
};
[[nodiscard]] LessonLook look_at_lesson(const SubjectOptions& options);

/// What is shown when a lesson is read anew: the new one is laid for it.
struct LessonShown {
    std::shared_ptr<const body::Body> body;  ///< empty until there is one; nothing is laid before
    std::shared_ptr<const lesson::Lesson> lesson;
    std::shared_ptr<const scene::HandModels> hands;
    double breath_per_min = 0.0;
    bool laid_open = false;  ///< muscles are seen: which of them the lesson works is found as well
    friend bool operator==(const LessonShown&, const LessonShown&) = default;
};

struct LessonNews {
    /// A good lesson, laid on the body that is shown. It breathes as the one before, but where that had its
    /// own rate this one has its own, too.
    std::optional<scene::Subject> subject;
    /// The lesson that is shown, its texts in another language and all else the same; null where it is not that.
    std::shared_ptr<const lesson::Lesson> translated;
    /// What is wrong with the files as they are now, none where all is well; empty where this has not changed.
    std::optional<std::vector<Error>> problems;
};

/// Reads a lesson anew when its file or that of its translation changes. Reading, checking and laying on the body
/// happen in a thread of its own. A file is read when two looks have found it the same, so that nothing half
/// written is read while it is being written, and one that vanishes for a moment, as editors make it do, is waited
/// for. `follow` and `take` are for one thread and never wait for the work.
class LessonWatch {
public:
    struct Pace {
        std::chrono::milliseconds between_looks{500};
        int looks_until_stable = 2;
        int looks_until_missing = 6;  ///< of a file that was there before
    };

    /// @param seen  the look before the lesson that is shown was read: what changed since is told
    /// @param wake  called from the thread when there is news; lives as long as this
    LessonWatch(SubjectOptions options, const LessonLook& seen, std::function<void()> wake);
    LessonWatch(SubjectOptions options, const LessonLook& seen, std::function<void()> wake, Pace pace);

    /// Says what is shown now. Cheap where nothing has changed.
    void follow(const LessonShown& shown);
    /// Reads the lesson's texts in this language, now and from now on.
    void use_language(const std::string& code);
    /// What happened since the last call. A lesson that was laid for what is no longer shown is not handed over,
    /// but laid again.
    [[nodiscard]] std::optional<LessonNews> take();

private:
    /// A lesson and all that it was laid for.
    struct Laid {
        LessonShown shown;
        std::shared_ptr<const lesson::Lesson> lesson;
        friend bool operator==(const Laid&, const Laid&) = default;
    };

    void run(const std::stop_token& stop);
    void look();
    void take_language();
    void read(const LessonLook& now);
    void lay_newest();
    void publish(const std::function<void(LessonNews&)>& put);
    [[nodiscard]] double rate_for(const LessonShown& shown, const lesson::Lesson& lesson) const;

    const std::function<void()> wake_;
    const Pace pace_;

    // Of the thread alone.
    SubjectOptions options_;
    LessonLook read_;       ///< what was read last looked like this
    LessonLook candidate_;  ///< has looked like this for ...
    int equal_looks_ = 0;
    std::shared_ptr<const lesson::Lesson> newest_;  ///< the last good one; empty until one was read here

    std::mutex mutex_;  ///< guards all below
    std::condition_variable_any changed_;
    LessonShown shown_;
    bool shown_changed_ = false;
    std::optional<std::string> language_;  ///< that the thread has not taken yet
    std::optional<LessonNews> news_;
    std::optional<Laid> laid_;  ///< last

    std::jthread thread_;  ///< last, so that it ends before what it uses
};

}  // namespace dorsum::app
