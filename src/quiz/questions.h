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
    never_pressed,       ///< what must not be pressed
    name_of_structure,   ///< of a muscle that is lit
    point_to_structure,  ///< by clicking on a muscle
};
/// As the history has it: "point_to_zone" ...
[[nodiscard]] const char* name_of(Kind kind);

struct Question {
    std::string id;  ///< the same in every session and language: "organ_of_zone 7"
    Kind kind = Kind::organ_of_zone;
    std::string text;                  ///< translated
    std::vector<std::string> choices;  ///< translated, at least two; empty where the answer is to point at something
    std::size_t right_choice = 0;
    int zone = 0;             ///< to be lit, or to be pointed at
    std::string structure{};  ///< id of the part to be lit, or to be pointed at
    std::string explanation;  ///< said after the answer, translated; may be empty
};

/// What questions are made from. Any of it may be missing; then there are fewer.
struct Material {
    const lesson::Lesson* lesson = nullptr;
    const body::Catalogue* catalogue = nullptr;
    const std::vector<lesson::SafetyRegion>* regions = nullptr;
};

/// All questions that can be asked, in a fixed order; none of them is listed by hand. Choices come in an order that
/// `seed` and the question alone decide, at most four of them, none of them right but one. Pure.
[[nodiscard]] std::vector<Question> questions_of(const Material& material, std::uint32_t seed);

/// Whether pointing at this answers a question: a zone by its number, a structure by its name, on whichever side.
[[nodiscard]] bool is_right_zone(const Question& question, int zone);
[[nodiscard]] bool is_right_structure(const Question& question, const std::string& id,
                                      const body::Catalogue& catalogue);

}  // namespace dorsum::quiz
