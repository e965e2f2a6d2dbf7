#include "scene/subject.h"

#include <algorithm>
#include <utility>

namespace dorsum::scene {

Subject make_subject(std::shared_ptr<const body::Body> body, std::shared_ptr<const lesson::Lesson> lesson,
                     const double breath_per_min, std::shared_ptr<const HandModels> hands) {
    Subject subject;
    subject.hands = std::move(hands);
    if (body && lesson) {
        subject.choreography =
            std::make_shared<const lesson::Choreography>(lesson::lay_on_body(*lesson, *body, breath_per_min));
    }
    subject.worked = std::make_shared<const WorkedStructures>(body, subject.choreography);
    subject.oil = std::make_shared<const OilMap>(subject.choreography);
    subject.under = std::make_shared<const UnderHands>(body);
    subject.explosion = std::make_shared<const Explosion>(body);
    subject.ways = std::make_shared<const SkinWays>(body);
    subject.body = std::move(body);
    subject.lesson = std::move(lesson);
    return subject;
}

bool has_muscles(const Subject& subject) {
    return subject.body &&
           std::ranges::any_of(subject.body->parts, [](const body::Part& part) { return body::is_muscle(part.role); });
}

Subject at_breath_rate(Subject subject, const double breath_per_min) {
    if (subject.body && subject.lesson) {
        subject.choreography = std::make_shared<const lesson::Choreography>(
            lesson::lay_on_body(*subject.lesson, *subject.body, breath_per_min));
    }
    subject.worked = std::make_shared<const WorkedStructures>(subject.body, subject.choreography);
    subject.oil = std::make_shared<const OilMap>(subject.choreography);
    return subject;
}

Subject with_lesson(Subject subject, std::shared_ptr<const lesson::Lesson> lesson, const double breath_per_min) {
    subject.lesson = std::move(lesson);
    return at_breath_rate(std::move(subject), breath_per_min);
}

bool has_layers(const Subject& subject) {
    return subject.body &&
           std::ranges::any_of(subject.body->parts, [](const body::Part& part) { return body::is_anatomy(part.role); });
}

}  // namespace dorsum::scene
