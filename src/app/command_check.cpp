#include <iostream>

#include "app/commands.h"
#include "app/load_subject.h"
#include "core/log.h"
#include "core/translate.h"

namespace dorsum::app {
namespace {

int report(const std::vector<Error>& problems) {
    for (const Error& problem : problems) {
        std::cerr << to_string(problem) << '\n';
    }
    return problems.empty() ? 0 : 1;
}

}  // namespace

int run_check(const CheckCommand& command) {
    if (const auto reading = lesson::read_lesson(lesson_path(command.subject)); !reading.lesson) {
        return report(reading.problems);
    }
    // Places are tried on a body too: a lesson may be well written and still leave this one.
    const auto subject = read_subject(command.subject);
    if (!subject) {
        log::error(to_string(subject.error()));
        return 1;
    }
    for (const std::string& sentence : subject->body->warnings) {
        log::warning(sentence);
    }
    if (const int code = report(subject->choreography->problems); code != 0) {
        return code;
    }
    std::cout << lesson_path(command.subject).string() << ": " << tr("a valid lesson") << ", "
              << subject->lesson->steps.size() << " " << tr("steps") << ", " << subject->lesson->zones.size() << " "
              << tr("zones") << '\n';
    return 0;
}

}  // namespace dorsum::app
