#include "app/lesson_watch.h"

#include <sys/stat.h>

#include <exception>
#include <utility>

#include "app/load_subject.h"
#include "core/translate.h"

namespace dorsum::app {

namespace {

FileLook look_at(const std::filesystem::path& path) {
    struct stat status {};
    if (path.empty() || ::stat(path.c_str(), &status) != 0) {
        return {};
    }
    constexpr std::int64_t ns_per_s = 1'000'000'000;
    return {true, status.st_ino, status.st_size, status.st_mtim.tv_sec * ns_per_s + status.st_mtim.tv_nsec};
}

/// A lesson in the person's language; none where its file or that of the translation cannot be read.
struct TranslatedReading {
    std::shared_ptr<const lesson::Lesson> lesson;
    std::vector<Error> problems;
};

TranslatedReading read_translated(const SubjectOptions& options) {
    lesson::LessonReading reading = lesson::read_lesson(lesson_path(options));
    if (!reading.lesson) {
        return {{}, std::move(reading.problems)};
    }
    lesson::TranslationReading translation = translate_lesson(*reading.lesson, options);
    if (!translation.readable) {
        return {{}, std::move(translation.problems)};
    }
    return {std::make_shared<const lesson::Lesson>(*std::move(reading.lesson)), std::move(translation.problems)};
}

Error too_little_memory(const SubjectOptions& options) {
    return {lesson_path(options).string(), tr("memory is too short for this lesson"), tr("Close other programs")};
}

}  // namespace

LessonLook look_at_lesson(const SubjectOptions& options) {
    return {look_at(lesson_path(options)), look_at(translation_file(options).value_or(std::filesystem::path()))};
}

LessonWatch::LessonWatch(SubjectOptions options, const LessonLook& seen, std::function<void()> wake)
    : LessonWatch(std::move(options), seen, std::move(wake), Pace{}) {}

LessonWatch::LessonWatch(SubjectOptions options, const LessonLook& seen, std::function<void()> wake, const Pace pace)
    : wake_(std::move(wake)),
      pace_(pace),
      options_(std::move(options)),
      read_(seen),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void LessonWatch::follow(const LessonShown& shown) {
    const std::scoped_lock lock(mutex_);
    if (shown != shown_) {
        shown_ = shown;
        shown_changed_ = true;
        changed_.notify_one();
    }
}

void LessonWatch::use_language(const std::string& code) {
    const std::scoped_lock lock(mutex_);
    language_ = code;
    if (news_) {
        news_->translated.reset();  // into a language that is not wanted any more
    }
    changed_.notify_one();
}

std::optional<LessonNews> LessonWatch::take() {
    const std::scoped_lock lock(mutex_);
    if (news_ && news_->subject && laid_ && laid_->shown != shown_) {
        news_->subject.reset();
        laid_.reset();
        shown_changed_ = true;  // so that it is laid again
        changed_.notify_one();
        if (!news_->problems && !news_->translated) {
            news_.reset();
        }
    }
    return std::exchange(news_, std::nullopt);
}

void LessonWatch::run(const std::stop_token& stop) {
    auto next_look = std::chrono::steady_clock::now() + pace_.between_looks;
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(mutex_);
            changed_.wait_until(lock, stop, next_look, [this] { return shown_changed_ || language_; });
            shown_changed_ = false;
        }
        if (stop.stop_requested()) {
            return;
        }
        // What leaves a thread by an exception takes the program with it.
        try {
            take_language();
            if (const auto now = std::chrono::steady_clock::now(); now >= next_look) {
                look();
                next_look = now + pace_.between_looks;
            }
            lay_newest();
        } catch (const std::exception&) {
            publish([this](LessonNews& news) { news.problems = {too_little_memory(options_)}; });
        }
    }
}

void LessonWatch::look() {
    const LessonLook now = look_at_lesson(options_);
    if (now == read_) {
        equal_looks_ = 0;  // whatever happened was undone
        return;
    }
    equal_looks_ = now == candidate_ ? equal_looks_ + 1 : 1;
    candidate_ = now;
    const bool missing =
        (read_.lesson.there && !now.lesson.there) || (read_.translation.there && !now.translation.there);
    if (equal_looks_ >= (missing ? pace_.looks_until_missing : pace_.looks_until_stable)) {
        read(now);
    }
}

/// Where the lesson that is shown is that of the file, only its texts are new; else it is laid as any other.
void LessonWatch::take_language() {
    std::optional<std::string> language;
    bool is_shown = false;
    {
        const std::scoped_lock lock(mutex_);
        language = std::exchange(language_, std::nullopt);
        is_shown = !newest_ || shown_.lesson == newest_;
    }
    if (!language) {
        return;
    }
    options_.language = *language;
    const LessonLook now = look_at_lesson(options_);
    TranslatedReading reading = read_translated(options_);
    const bool same_file = now.lesson == read_.lesson && look_at_lesson(options_) == now;
    if (!is_shown || !same_file || !reading.lesson) {
        return read(now);
    }
    read_ = now;
    equal_looks_ = 0;
    newest_.reset();  // what is shown is as new as the file
    publish([&reading](LessonNews& news) {
        news.translated = std::move(reading.lesson);
        news.problems = std::move(reading.problems);
    });
}

void LessonWatch::read(const LessonLook& now) {
    TranslatedReading reading = read_translated(options_);
    if (look_at_lesson(options_) != now) {
        return;  // written meanwhile: perhaps half of it was read
    }
    read_ = now;
    equal_looks_ = 0;
    if (reading.lesson) {
        newest_ = std::move(reading.lesson);
    }
    publish([&reading](LessonNews& news) { news.problems = std::move(reading.problems); });
}

/// A lesson that goes with what is shown, unless it is shown or was handed over already.
void LessonWatch::lay_newest() {
    Laid wanted;
    {
        const std::scoped_lock lock(mutex_);
        wanted = {shown_, newest_};
        if (!newest_ || !shown_.body || shown_.lesson == newest_ || laid_ == wanted) {
            return;
        }
    }
    scene::Subject subject = scene::make_subject(wanted.shown.body, wanted.lesson,
                                                 rate_for(wanted.shown, *wanted.lesson), wanted.shown.hands);
    if (wanted.shown.laid_open) {
        static_cast<void>(subject.worked->parts_worked_by(0));  // or the next frame would wait for it
    }
    publish([&](LessonNews& news) {
        news.subject = std::move(subject);
        laid_ = std::move(wanted);
    });
}

/// The person's rate stays; the lesson's own changes with it.
double LessonWatch::rate_for(const LessonShown& shown, const lesson::Lesson& lesson) const {
    const bool own =
        options_.breath_per_min <= 0.0 && shown.lesson && shown.breath_per_min == shown.lesson->breath_per_min;
    return own ? lesson.breath_per_min : shown.breath_per_min;
}

void LessonWatch::publish(const std::function<void(LessonNews&)>& put) {
    {
        const std::scoped_lock lock(mutex_);
        if (!news_) {
            news_.emplace();
        }
        put(*news_);
    }
    wake_();
}

}  // namespace dorsum::app
