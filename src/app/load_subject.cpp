#include "app/load_subject.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/bundled_bodies.h"
#include "app/prepared_models.h"
#include "core/files.h"
#include "core/fill.h"
#include "core/log.h"
#include "core/translate.h"
#include "lesson/limits.h"
#include "lesson/message.h"
#include "lesson/safety.h"
#include "lesson/translation.h"

namespace dorsum::app {

std::filesystem::path bundled_lesson() {
    return asset_folder() / "lessons" / "back-massage.toml";
}

std::filesystem::path safety_regions() {
    return asset_folder() / "lessons" / "safety.toml";
}

std::filesystem::path model_path(const SubjectOptions& options) {
    return options.model.empty() ? bundled_model(options.body) : options.model;
}

std::filesystem::path lesson_path(const SubjectOptions& options) {
    return options.lesson.empty() ? bundled_lesson() : options.lesson;
}

Result<std::shared_ptr<const lesson::Lesson>> load_lesson(const SubjectOptions& options) {
    lesson::LessonReading reading = lesson::read_lesson(lesson_path(options));
    if (!reading.lesson) {
        return tl::unexpected(first_of(reading.problems, options));
    }
    // Texts that a translation lacks stay as they are: `dorsum check` lists them.
    static_cast<void>(translate_lesson(*reading.lesson, options));
    return std::make_shared<const lesson::Lesson>(*std::move(reading.lesson));
}

Error first_of(const std::vector<Error>& problems, const SubjectOptions& options) {
    Error first = problems.front();
    if (problems.size() > 1) {
        first.remedy = fill(tr("{0}. All problems are listed by `dorsum check {1}`"),
                            {first.remedy, lesson_path(options).string()});
    }
    return first;
}

std::string language_of(const SubjectOptions& options) {
    if (!options.language.empty()) {
        return code_of_locale(options.language);
    }
    return language_of_environment();
}

std::optional<std::filesystem::path> translation_file(const SubjectOptions& options) {
    const std::string language = language_of(options);
    return language.empty() ? std::nullopt : std::optional(lesson::translation_path(lesson_path(options), language));
}

lesson::TranslationReading translate_lesson(lesson::Lesson& lesson, const SubjectOptions& options) {
    const auto path = translation_file(options);
    if (std::error_code ignored; !path || !std::filesystem::is_regular_file(*path, ignored)) {
        return {};
    }
    const auto text = read_text_file(*path, lesson::lesson_bytes_most);
    return text ? lesson::translate(lesson, *text, path->string()) : lesson::TranslationReading{{text.error()}, false};
}

std::shared_ptr<const scene::HandModels> load_hands() {
    if (std::error_code ignored; !std::filesystem::is_regular_file(bundled_hands(), ignored)) {
        return {};
    }
    // Our own file, read in this process: nothing of it reaches the library that isolation guards against.
    auto model = mesh::import_own_model(bundled_hands());
    auto hands = model ? scene::hand_models_from(*std::move(model)) : std::nullopt;
    if (!hands) {
        log::warning(to_string(Error{bundled_hands().string(), tr("holds no hands that can be shown"), {}}));
        return {};
    }
    return std::make_shared<const scene::HandModels>(*std::move(hands));
}

std::shared_ptr<const body::Body> load_bundled_body() {
    // Our own file, as the hands.
    auto model = mesh::import_own_model(bundled_model());
    auto body = model ? body::make_body(*std::move(model)) : tl::unexpected(model.error());
    if (!body) {
        log::warning(to_string(body.error()));
        return {};
    }
    return *std::move(body);
}

std::shared_ptr<const scene::SafetyOverlay> load_safety(std::shared_ptr<const body::Body> body) {
    lesson::SafetyReading reading = lesson::read_safety_regions(safety_regions());
    if (!reading.problems.empty()) {
        log::warning(to_string(reading.problems.front()));
        return {};
    }
    return std::make_shared<const scene::SafetyOverlay>(
        std::move(body), std::make_shared<const std::vector<lesson::SafetyRegion>>(std::move(reading.regions)));
}

scene::Subject furnished_subject(std::shared_ptr<const body::Body> body, std::shared_ptr<const lesson::Lesson> lesson,
                                 const double breath_per_min, std::shared_ptr<const scene::HandModels> hands) {
    scene::Subject subject = scene::make_subject(std::move(body), std::move(lesson), breath_per_min, std::move(hands));
    if (!scene::has_muscles(subject)) {
        subject.under = std::make_shared<const scene::UnderHands>(subject.body, load_bundled_body);
    }
    subject.safety = load_safety(subject.body);
    return subject;
}

Result<scene::Subject> subject_from(mesh::Model model, std::shared_ptr<const lesson::Lesson> lesson,
                                    const SubjectOptions& options) {
    return body::prepare_model(std::move(model), options.axes).map([&](body::PreparedModel prepared) {
        return subject_from(std::move(prepared), std::move(lesson), options);
    });
}

scene::Subject subject_from(body::PreparedModel model, std::shared_ptr<const lesson::Lesson> lesson,
                            const SubjectOptions& options) {
    const double rate = options.breath_per_min > 0.0 ? options.breath_per_min : lesson->breath_per_min;
    return furnished_subject(body::body_of(std::move(model)), std::move(lesson), rate, load_hands());
}

std::vector<std::string> lesson_warnings_of(const scene::Subject& subject) {
    std::vector<std::string> warnings;
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

std::vector<std::string> warnings_of(const scene::Subject& subject) {
    std::vector<std::string> warnings = subject.body->warnings;
    std::ranges::move(lesson_warnings_of(subject), std::back_inserter(warnings));
    return warnings;
}

Result<scene::Subject> read_subject(const SubjectOptions& options) {
    auto lesson = load_lesson(options);
    if (!lesson) {
        return tl::unexpected(lesson.error());
    }
    auto model = read_prepared(options);
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
