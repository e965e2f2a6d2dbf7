#include <filesystem>
#include <iostream>
#include <string>

#include "app/commands.h"
#include "app/load_subject.h"
#include "core/fill.h"
#include "core/log.h"
#include "core/translate.h"
#include "lesson/comfort.h"
#include "lesson/message.h"
#include "lesson/safety.h"

namespace dorsum::app {
namespace {

/// @param form  of tr_count, for this number
std::string counted(const std::size_t count, const char* form) {
    return fill(form, {std::to_string(count)});
}

int report(const std::vector<Error>& problems) {
    for (const Error& problem : problems) {
        std::cerr << to_string(problem) << '\n';
    }
    return problems.empty() ? 0 : 1;
}

/// What a translation lacks is shown in the lesson's own words: told, but no fault.
void report_translation(lesson::Lesson& lesson, const SubjectOptions& options) {
    const auto file = translation_file(options);
    const bool asked = !options.language.empty();
    if (std::error_code ignored; asked && file && !std::filesystem::exists(*file, ignored)) {
        log::warning(to_string({file->string(), tr("there is no such file, so the lesson's own texts are shown"),
                                tr("Write its texts in this language into a file of that name, or leave --language "
                                   "out")}));
    }
    for (const Error& missing : translate_lesson(lesson, options).problems) {
        log::warning(to_string(missing));
    }
}

int report_safety(const scene::Subject& subject) {
    const lesson::SafetyReading safety = lesson::read_safety_regions(safety_regions());
    if (!safety.problems.empty()) {
        return report(safety.problems);
    }
    std::vector<Error> problems;
    for (const lesson::SafetyFinding& finding : lesson::check_safety(
             *subject.lesson, *subject.choreography, safety.regions, subject.body->scale_to_reference)) {
        problems.push_back(finding.error);
    }
    return report(problems);
}

}  // namespace

int run_check(const CheckCommand& command) {
    auto reading = lesson::read_lesson(lesson_path(command.subject));
    if (!reading.lesson) {
        return report(reading.problems);
    }
    report_translation(*reading.lesson, command.subject);
    // Places are tried on a body too: a lesson may be well written and still leave this one.
    const auto subject = read_subject(command.subject);
    if (!subject) {
        log::error(to_string(subject.error()));
        return 1;
    }
    for (const std::string& sentence : subject->body->warnings) {
        log::warning(sentence);
    }
    if (const int code = report(subject->choreography->problems) | report_safety(*subject); code != 0) {
        return code;
    }
    // A hint, not a fault: the rate of breathing is the receiver's.
    const auto too_fast = lesson::speed_findings(*subject->choreography);
    for (const lesson::SpeedFinding& finding : too_fast) {
        log::warning(to_string(in_words(finding, *subject->lesson)));
    }
    const std::size_t steps = subject->lesson->steps.size();
    const std::size_t zones = subject->lesson->zones.size();
    std::cout << lesson_path(command.subject).string() << ": " << tr("a valid lesson") << ", "
              << counted(steps, tr_count("{0} step", "{0} steps", static_cast<long>(steps))) << ", "
              << counted(zones, tr_count("{0} zone", "{0} zones", static_cast<long>(zones)));
    if (!too_fast.empty()) {
        std::cout << ", "
                  << counted(too_fast.size(),
                             tr_count("{0} warning", "{0} warnings", static_cast<long>(too_fast.size())));
    }
    std::cout << '\n';
    return 0;
}

}  // namespace dorsum::app
