#include "app/load_subject.h"

#include <utility>

#include "app/isolated_import.h"
#include "core/files.h"
#include "core/log.h"
#include "core/translate.h"
#include "lesson/message.h"

namespace dorsum::app {

std::filesystem::path bundled_model() {
    return asset_folder() / "body" / "reference.glb";
}

std::filesystem::path bundled_lesson() {
    return asset_folder() / "lessons" / "back-massage.toml";
}

std::filesystem::path model_path(const SubjectOptions& options) {
    return options.model.empty() ? bundled_model() : options.model;
}

std::filesystem::path lesson_path(const SubjectOptions& options) {
    return options.lesson.empty() ? bundled_lesson() : options.lesson;
}

Result<std::shared_ptr<const lesson::Lesson>> load_lesson(const SubjectOptions& options) {
    lesson::LessonReading reading = lesson::read_lesson(lesson_path(options));
    if (!reading.lesson) {
        Error first = reading.problems.front();
        if (reading.problems.size() > 1) {
            first.remedy += std::string(". ") + tr("All problems are listed by") + " `dorsum check " +
                            lesson_path(options).string() + "`";
        }
        return tl::unexpected(std::move(first));
    }
    return std::make_shared<const lesson::Lesson>(*std::move(reading.lesson));
}

Result<scene::Subject> subject_from(mesh::Model model, std::shared_ptr<const lesson::Lesson> lesson,
                                    const SubjectOptions& options) {
    auto body = body::make_body(std::move(model), options.axes);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const double rate = options.breath_per_min > 0.0 ? options.breath_per_min : lesson->breath_per_min;
    return scene::make_subject(*std::move(body), std::move(lesson), rate);
}

std::vector<std::string> warnings_of(const scene::Subject& subject) {
    std::vector<std::string> warnings = subject.body->warnings;
    const std::vector<Error>& problems = subject.choreography->problems;
    constexpr std::size_t few = 3;
    if (problems.size() > few) {
        warnings.push_back(lesson::fill(
            tr("{0} strokes and zones of the lesson are left out: this body has no skin where they belong. All are "
               "listed by: dorsum check {1} {2}"),
            {std::to_string(problems.size()), subject.lesson->file, subject.body->file}));
        return warnings;
    }
    for (const Error& problem : problems) {
        warnings.push_back(to_string(problem));
    }
    return warnings;
}

Result<scene::Subject> read_subject(const SubjectOptions& options) {
    auto lesson = load_lesson(options);
    if (!lesson) {
        return tl::unexpected(lesson.error());
    }
    auto model = import_isolated(model_path(options));
    if (!model) {
        return tl::unexpected(model.error());
    }
    return subject_from(*std::move(model), *std::move(lesson), options);
}

Result<scene::Subject> load_subject(const SubjectOptions& options) {
    auto subject = read_subject(options);
    if (subject) {
        for (const std::string& sentence : warnings_of(*subject)) {
            log::warning(sentence);
        }
    }
    return subject;
}

}  // namespace dorsum::app
