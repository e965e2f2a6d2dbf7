#include <array>

#include "quiz/questions.h"

namespace dorsum::quiz {

namespace {

/// What the history calls a kind, and what it is about.
struct KindNames {
    Kind kind;
    const char* name;
    Topic topic;
};
constexpr std::array<KindNames, kind_count> kinds{{
    {Kind::point_to_zone, "point_to_zone", Topic::zones},
    {Kind::organ_of_zone, "organ_of_zone", Topic::zones},
    {Kind::way_on_breath, "way_on_breath", Topic::breath},
    {Kind::pressure_on_breath, "pressure_on_breath", Topic::breath},
    {Kind::way_of_pressure, "way_of_pressure", Topic::breath},
    {Kind::contact_of_step, "contact_of_step", Topic::breath},
    {Kind::never_pressed, "never_pressed", Topic::safety},
    {Kind::reason_of_care, "reason_of_care", Topic::safety},
    {Kind::what_to_do, "what_to_do", Topic::safety},
    {Kind::name_of_structure, "name_of_structure", Topic::structures},
    {Kind::point_to_structure, "point_to_structure", Topic::structures},
}};

}  // namespace

const char* name_of(const Kind kind) {
    return kinds.at(static_cast<std::size_t>(kind)).name;
}

Topic topic_of(const Kind kind) {
    return kinds.at(static_cast<std::size_t>(kind)).topic;
}

const char* name_of(const Topic topic) {
    static constexpr std::array<const char*, topic_count> names{"zones", "structures", "breath", "safety"};
    return names.at(static_cast<std::size_t>(topic));
}

}  // namespace dorsum::quiz
