#include "app/lesson_findings.h"

#include <algorithm>
#include <iterator>

#include "app/load_subject.h"
#include "core/translate.h"
#include "lesson/comfort.h"
#include "lesson/message.h"
#include "lesson/safety.h"

namespace dorsum::app {

namespace {

/// @param counted  a sentence for many: {0} is how many there are, {1} the lesson's file, {2} the model's
void add_few(std::vector<std::string>& sentences, const std::vector<Error>& problems, const char* counted,
             const scene::Subject& subject) {
    constexpr std::size_t few = 3;
    if (problems.size() > few) {
        sentences.push_back(
            lesson::fill(counted, {std::to_string(problems.size()), subject.lesson->file, subject.body->file}));
        return;
    }
    std::ranges::transform(problems, std::back_inserter(sentences),
                           [](const Error& problem) { return to_string(problem); });
}

}  // namespace

std::vector<std::string> lesson_findings(const scene::Subject& subject) {
    std::vector<std::string> sentences = lesson_warnings_of(subject);
    if (subject.safety) {
        std::vector<Error> unsafe;
        for (const lesson::SafetyFinding& finding : lesson::check_safety(
                 *subject.lesson, *subject.choreography, subject.safety->regions(), subject.body->scale_to_reference)) {
            unsafe.push_back(finding.error);
        }
        add_few(
            sentences, unsafe,
            tr("{0} times strokes of the lesson press where they must not. All are listed by: dorsum check {1} {2}"),
            subject);
    }
    std::vector<Error> fast;
    for (const lesson::SpeedFinding& finding : lesson::speed_findings(*subject.choreography)) {
        fast.push_back(in_words(finding, *subject.lesson));
    }
    add_few(sentences, fast,
            tr("{0} strokes of the lesson are faster than is comfortable. All are listed by: dorsum check {1} {2}"),
            subject);
    return sentences;
}

}  // namespace dorsum::app
