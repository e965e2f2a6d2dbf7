#include "scene/quiz_commands.h"

#include <algorithm>
#include <utility>

#include "core/translate.h"
#include "lesson/message.h"
#include "scene/quiz_view.h"
#include "scene/state.h"
#include "scene/subject.h"

namespace dorsum::scene {

namespace {

float aspect_of(const glm::vec2 window_px) {
    return window_px.x / std::max(window_px.y, 1.0F);
}

const body::Catalogue* catalogue_of(const Subject& subject) {
    return subject.body ? subject.body->catalogue.get() : nullptr;
}

/// What the setup, or the command, asks for.
std::vector<quiz::Question> questions_for(const QuizSetup& setup, const StartQuiz& command, const Subject& subject) {
    const std::vector<std::string> visible = seen_from_behind(subject);
    const std::vector<std::string> worked = worked_by_lesson(subject);
    const quiz::Material material{subject.lesson.get(), catalogue_of(subject),
                                  subject.safety ? &subject.safety->regions() : nullptr, &visible, &worked};
    auto questions = quiz::questions_of(material, command.seed);
    std::erase_if(questions, [&](const quiz::Question& question) {
        if (!command.only.empty()) {
            return std::ranges::find(command.only, question.id) == command.only.end();
        }
        return setup.topics.any() && !setup.topics.test(static_cast<std::size_t>(quiz::topic_of(question.kind)));
    });
    return questions;
}

/// The questions that will be asked, for their memories.
std::map<std::string, quiz::Memory> memories_of(quiz::Session session, const StartQuiz& command) {
    std::map<std::string, quiz::Memory> memories;
    while (const quiz::Question* question = session.current()) {
        const auto known = command.memories.find(question->id);
        memories[question->id] = known == command.memories.end() ? quiz::Memory{} : known->second;
        session.answer(true);
    }
    return memories;
}

/// The question as a list of results has it, where the picture does not show what it is about.
std::string in_words(const quiz::Question& question) {
    return question.kind == quiz::Kind::organ_of_zone
               ? question.text + " (" + lesson::fill(tr("Zone {0}"), {std::to_string(question.zone)}) + ")"
               : question.text;
}

/// To the next question, or to the result.
void ask_next(State& state, const Subject& subject, const glm::vec2 window_px) {
    QuizRun& run = *state.quiz.run;
    run.answered = false;
    run.chosen.reset();
    if (const quiz::Question* question = run.session.current()) {
        show_question(state, *question, subject, aspect_of(window_px));
    } else {
        run.over = true;
        restore(state, run.before);
    }
}

void take_answer(State& state, const Subject& subject, const std::string& given, const bool right) {
    QuizRun& run = *state.quiz.run;
    const quiz::Question question = *run.session.current();
    quiz::Memory& memory = run.memories[question.id];
    memory = quiz::reviewed(memory, right ? quiz::grade_right : quiz::grade_wrong, run.day);
    run.answers.push_back({question.id, in_words(question), given, quiz::right_answer(question, catalogue_of(subject)),
                           right, run.session.is_return(), memory.due_day});
    run.answered = true;
    show_answer(state, question, subject);
}

/// What was pointed at, in words; empty where it is no answer to this kind of question.
std::string words_for(const quiz::Question& question, const PointInQuiz& command, const Subject& subject) {
    if (question.zone != 0) {
        return command.zone != 0 ? lesson::fill(tr("Zone {0}"), {std::to_string(command.zone)}) : std::string();
    }
    const body::Catalogue* catalogue = catalogue_of(subject);
    const body::CatalogueEntry* entry = catalogue != nullptr ? catalogue->find(command.structure) : nullptr;
    return entry != nullptr ? body::plain_name(*entry, true) : std::string();
}

}  // namespace

void apply_quiz(State& state, const OpenQuiz& /*command*/, const Subject& /*subject*/, glm::vec2 /*window_px*/) {
    ++state.quiz.times_opened;
    state.quiz.setting_up = !state.quiz.run;
    state.help_open = false;
    state.panels_shown = true;
}

void apply_quiz(State& state, const SetUpQuiz& command, const Subject& /*subject*/, glm::vec2 /*window_px*/) {
    if (!holds_picture(state.quiz)) {
        state.quiz.setup = command.setup;
        state.quiz.setup.length = std::clamp(command.setup.length, shortest_quiz, longest_quiz);
        state.quiz.nothing_to_ask = false;
    }
}

void apply_quiz(State& state, const StartQuiz& command, const Subject& subject, const glm::vec2 window_px) {
    auto questions = questions_for(state.quiz.setup, command, subject);
    state.quiz.nothing_to_ask = questions.empty();
    if (questions.empty()) {
        return;
    }
    const bool again = !command.only.empty();
    const auto length = again ? command.only.size() : static_cast<std::size_t>(state.quiz.setup.length);
    QuizRun run;
    run.session = quiz::Session(std::move(questions), again ? std::map<std::string, quiz::Memory>{} : command.memories,
                                command.day, command.seed, length);
    run.memories = memories_of(run.session, command);
    run.day = command.day;
    run.seed = command.seed;
    run.before = holds_picture(state.quiz) ? state.quiz.run->before : look_before_quiz(state);
    state.quiz.run = std::move(run);
    state.quiz.setting_up = false;
    state.help_open = false;
    ask_next(state, subject, window_px);
}

void apply_quiz(State& state, const AnswerQuiz& command, const Subject& subject, glm::vec2 /*window_px*/) {
    const quiz::Question* question = question_open(state.quiz);
    if (question == nullptr || command.choice < 0 ||
        static_cast<std::size_t>(command.choice) >= question->choices.size()) {
        return;
    }
    const auto choice = static_cast<std::size_t>(command.choice);
    state.quiz.run->chosen = command.choice;
    take_answer(state, subject, question->choices[choice], choice == question->right_choice);
}

void apply_quiz(State& state, const PointInQuiz& command, const Subject& subject, glm::vec2 /*window_px*/) {
    const quiz::Question* question = question_open(state.quiz);
    if (question == nullptr || !question->choices.empty()) {
        return;
    }
    const std::string given = words_for(*question, command, subject);
    if (given.empty()) {
        return;
    }
    const bool right = question->zone != 0
                           ? quiz::is_right_zone(*question, command.zone)
                           : quiz::is_right_structure(*question, command.structure, *catalogue_of(subject));
    take_answer(state, subject, given, right);
}

void apply_quiz(State& state, const ContinueQuiz& /*command*/, const Subject& subject, const glm::vec2 window_px) {
    if (holds_picture(state.quiz) && state.quiz.run->answered) {
        state.quiz.run->session.answer(state.quiz.run->answers.back().right);
        ask_next(state, subject, window_px);
    }
}

void apply_quiz(State& state, const SkipQuestion& /*command*/, const Subject& subject, const glm::vec2 window_px) {
    if (question_open(state.quiz) != nullptr) {
        state.quiz.run->session.skip();
        ask_next(state, subject, window_px);
    }
}

void apply_quiz(State& state, const EndQuiz& /*command*/, const Subject& /*subject*/, glm::vec2 /*window_px*/) {
    if (!holds_picture(state.quiz)) {
        state.quiz.setting_up = false;
        state.quiz.run.reset();
        return;
    }
    QuizRun& run = *state.quiz.run;
    if (run.answered) {
        run.session.answer(run.answers.back().right);
    }
    run.ended_early = run.session.current() != nullptr;
    run.answered = false;
    run.over = true;
    restore(state, run.before);
}

std::string describe_quiz(const OpenQuiz& /*command*/) {
    return "OpenQuiz";
}
std::string describe_quiz(const SetUpQuiz& command) {
    return "SetUpQuiz " + std::to_string(command.setup.length) + " topics " + command.setup.topics.to_string();
}
std::string describe_quiz(const StartQuiz& command) {
    return "StartQuiz seed " + std::to_string(command.seed) + " day " + std::to_string(command.day) +
           (command.only.empty() ? "" : " again " + std::to_string(command.only.size()));
}
std::string describe_quiz(const AnswerQuiz& command) {
    return "AnswerQuiz " + std::to_string(command.choice);
}
std::string describe_quiz(const PointInQuiz& command) {
    return "PointInQuiz " + std::to_string(command.zone) + " " + command.structure;
}
std::string describe_quiz(const ContinueQuiz& /*command*/) {
    return "ContinueQuiz";
}
std::string describe_quiz(const SkipQuestion& /*command*/) {
    return "SkipQuestion";
}
std::string describe_quiz(const EndQuiz& /*command*/) {
    return "EndQuiz";
}

}  // namespace dorsum::scene
