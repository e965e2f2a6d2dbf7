#include "ui/quiz_caption.h"

#include "core/translate.h"
#include "lesson/message.h"

namespace dorsum::ui {

namespace {

std::string numbered(const std::vector<std::string>& choices) {
    std::string text;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        text += (text.empty() ? "" : "     ") + std::to_string(i + 1) + "  " + choices[i];
    }
    return text;
}

QuizCaption asked(const quiz::Question& question, const bool alone) {
    const std::string title = question.latin.empty() ? question.text : question.text + " (" + question.latin + ")";
    if (question.choices.empty()) {
        return {title, tr("Click in the picture")};
    }
    if (alone) {
        return {title, numbered(question.choices)};
    }
    // The panel has the question: the picture is left free.
    return {lesson::fill(tr("Choose with a key: 1 to {0}"), {std::to_string(question.choices.size())}), {}};
}

QuizCaption answered(const scene::QuizRun& run, const quiz::Question& question, const bool alone) {
    const scene::QuizAnswer& last = run.answers.back();
    const std::string title =
        lesson::fill(last.right ? tr("Right: {0}") : tr("Not quite. Right is: {0}"), {last.right_answer});
    return {title, alone && !question.explanation.empty() ? question.explanation : std::string(tr("Enter: go on"))};
}

}  // namespace

std::optional<QuizCaption> quiz_caption(const scene::State& state, const bool alone) {
    const quiz::Question* question = scene::question_shown(state.quiz);
    if (question != nullptr) {
        return state.quiz.run->answered ? answered(*state.quiz.run, *question, alone) : asked(*question, alone);
    }
    if (alone && state.quiz.run) {
        const quiz::Session& session = state.quiz.run->session;
        return QuizCaption{lesson::fill(tr("{0} of {1} right"),
                                        {std::to_string(session.right_at_once()), std::to_string(session.length())}),
                           scene::first_wrong(*state.quiz.run).empty() ? tr("Enter: close")
                                                                       : tr("Enter: again what was wrong. Esc: close")};
    }
    return std::nullopt;
}

std::string due_in_words(const int days) {
    if (days <= 0) {
        return tr("today");
    }
    return days == 1 ? std::string(tr("tomorrow")) : lesson::fill(tr("in {0} days"), {std::to_string(days)});
}

}  // namespace dorsum::ui
