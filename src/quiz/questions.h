#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "body/catalogue.h"
#include "lesson/lesson.h"
#include "lesson/safety.h"

namespace dorsum::quiz {

enum class Kind {
    point_to_zone,       ///< by clicking on the back
    organ_of_zone,       ///< of a zone that is lit
    way_on_breath,       ///< which way the hands glide on an inhalation or exhalation
    pressure_on_breath,  ///< in which part of the breath they press
    way_of_pressure,     ///< which way they glide with pressure, where the breath does not lead
    contact_of_step,     ///< what part of the hand carries the pressure
    never_pressed,       ///< what must not be pressed
    reason_of_care,      ///< why hands take care in a region
    what_to_do,          ///< about something of the checklist before the first step
    name_of_structure,   ///< of a muscle that is lit
    point_to_structure,  ///< by clicking on a muscle
};
inline constexpr int kind_count = 11;
/// As the history has it: "point_to_zone" ...
[[nodiscard]] const char* name_of(Kind kind);

/// What a learner chooses to be asked about.
enum class Topic { zones, structures, breath, safety };
inline constexpr int topic_count = 4;
[[nodiscard]] Topic topic_of(Kind kind);
[[nodiscard]] const char* name_of(Topic topic);  ///< "zones" ...

struct Question {
    std::string id;  ///< the same in every session and language: "organ_of_zone 7"
    Kind kind = Kind::organ_of_zone;
    std::string text;                    ///< translated
    std::string latin{};                 ///< of the structure to point at, where there is a name for all of it
    std::vector<std::string> choices{};  ///< translated, at least two; empty where the answer is to point at something
    std::vector<std::string> latin_choices{};  ///< below each choice; empty, or as long as `choices`
    std::size_t right_choice = 0;
    int zone = 0;                                          ///< to be lit, or to be pointed at
    std::string structure{};                               ///< id of the part to be lit, or to be pointed at
    int step = -1;                                         ///< of the lesson, from 0: shows the answer; -1 = none
    lesson::BreathLock breath = lesson::BreathLock::free;  ///< of the strokes of that step that show it
    std::string explanation{};                             ///< said after the answer, translated; may be empty
    friend bool operator==(const Question&, const Question&) = default;
};

/// What questions are made from. Any of it may be missing; then there are fewer.
struct Material {
    const lesson::Lesson* lesson = nullptr;
    const body::Catalogue* catalogue = nullptr;
    const std::vector<lesson::SafetyRegion>* regions = nullptr;
    /// Ids of the structures that a picture of the back shows; without, all do.
    const std::vector<std::string>* visible = nullptr;
    /// Ids of the structures that the lesson's hands work: right to press.
    const std::vector<std::string>* worked = nullptr;
};

/// All questions that can be asked, in a fixed order; none of them is listed by hand. Choices come in an order that
/// `seed` and the question alone decide, at most four of them, none of them right but one. Pure.
[[nodiscard]] std::vector<Question> questions_of(const Material& material, std::uint32_t seed);

/// What would have been right, in words: a choice, "7", the name of the muscle.
[[nodiscard]] std::string right_answer(const Question& question, const body::Catalogue* catalogue);

/// Whether pointing at this answers a question: a zone by its number, a structure by its name, on whichever side.
[[nodiscard]] bool is_right_zone(const Question& question, int zone);
[[nodiscard]] bool is_right_structure(const Question& question, const std::string& id,
                                      const body::Catalogue& catalogue);

}  // namespace dorsum::quiz
