#include "scene/quiz_state.h"

#include <algorithm>

namespace dorsum::scene {

const quiz::Question* question_shown(const Quiz& quiz) {
    return quiz.run && !quiz.run->over ? quiz.run->session.current() : nullptr;
}

const quiz::Question* question_open(const Quiz& quiz) {
    return quiz.run && !quiz.run->answered ? question_shown(quiz) : nullptr;
}

bool waits_for_pointing(const Quiz& quiz) {
    const quiz::Question* question = question_open(quiz);
    return question != nullptr && question->choices.empty();
}

std::string structure_to_name(const Quiz& quiz) {
    const quiz::Question* question = question_open(quiz);
    return question != nullptr && question->kind == quiz::Kind::name_of_structure ? question->structure : std::string();
}

bool holds_picture(const Quiz& quiz) {
    return question_shown(quiz) != nullptr;
}

std::vector<QuizAnswer> first_wrong(const QuizRun& run) {
    std::vector<QuizAnswer> wrong;
    std::ranges::copy_if(run.answers, std::back_inserter(wrong),
                         [](const QuizAnswer& answer) { return !answer.right && !answer.is_return; });
    return wrong;
}

}  // namespace dorsum::scene
