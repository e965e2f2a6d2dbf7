#include <algorithm>
#include <set>

#include "catch.h"
#include "practice_ui.h"
#include "ui/layout.h"
#include "ui/quiz_caption.h"

using namespace dorsum;

namespace {

const ui::Layout layout = ui::arrange(true, 1280.0F, 720.0F, 1.0F);

template <typename Wanted>
bool has(const std::vector<scene::Command>& commands) {
    return std::ranges::any_of(commands, [](const auto& each) { return std::holds_alternative<Wanted>(each); });
}

struct Learning : test::PracticePanels {
    Learning() : PracticePanels(1280.0F, 720.0F) {
        state.cautions_open = false;
        memory.tab = ui::LeftTab::learn;
        memory.learn_half = 1;  // the quiz
        frame();
    }
};

void ask(test::PracticePanels& panels, const scene::Command& command) {
    panels.state = scene::apply(panels.state, command, panels.subject, {720.0F, 600.0F});
    panels.frame();
}

scene::StartQuiz start() {
    scene::StartQuiz command;
    command.seed = 3;
    command.day = 20000;
    return command;
}

}  // namespace

TEST_CASE("before a quiz one chooses how many questions and what about, and starts") {
    Learning panels;
    const auto commands = panels.click_all_over(layout.left, 14.0F);
    CHECK(has<scene::StartQuiz>(commands));
    std::set<int> lengths;
    std::set<std::size_t> topics;
    for (const scene::Command& command : commands) {
        if (const auto* setup = std::get_if<scene::SetUpQuiz>(&command)) {
            lengths.insert(setup->setup.length);
            for (std::size_t i = 0; i < quiz::topic_count; ++i) {
                if (!setup->setup.topics.test(i)) {
                    topics.insert(i);
                }
            }
        }
    }
    CHECK(lengths == std::set<int>{5, 10, 20});
    CHECK(topics.size() == quiz::topic_count);
}

TEST_CASE("a question shows its choices; once it is answered it goes on, and nothing is answered twice") {
    Learning panels;
    scene::QuizSetup setup;
    setup.topics = 1U << static_cast<unsigned>(quiz::Topic::breath);
    ask(panels, scene::SetUpQuiz{setup});
    ask(panels, start());
    const quiz::Question* question = scene::question_open(panels.state.quiz);
    REQUIRE(question != nullptr);
    auto commands = panels.click_all_over(layout.left, 14.0F);
    std::set<int> choices;
    for (const scene::Command& command : commands) {
        if (const auto* answer = std::get_if<scene::AnswerQuiz>(&command)) {
            choices.insert(answer->choice);
        }
    }
    CHECK(choices.size() == question->choices.size());
    CHECK(has<scene::SkipQuestion>(commands));
    CHECK(has<scene::EndQuiz>(commands));
    CHECK_FALSE(has<scene::ContinueQuiz>(commands));
    ask(panels, scene::AnswerQuiz{0});
    panels.memory.tab = ui::LeftTab::learn;
    panels.frame();
    commands = panels.click_all_over(layout.left, 14.0F);
    CHECK(has<scene::ContinueQuiz>(commands));
    CHECK_FALSE(has<scene::AnswerQuiz>(commands));
}

TEST_CASE("what a quiz shows in the picture leaves the panel at the quiz") {
    Learning panels;
    scene::QuizSetup setup;
    setup.topics = 1U << static_cast<unsigned>(quiz::Topic::zones);
    ask(panels, scene::SetUpQuiz{setup});
    ask(panels, start());
    while (scene::question_open(panels.state.quiz)->choices.empty()) {
        ask(panels, scene::SkipQuestion{});
    }
    ask(panels, scene::AnswerQuiz{0});
    CHECK(panels.state.selected_zone != 0);
    CHECK(panels.memory.tab == ui::LeftTab::learn);
}

TEST_CASE("the key for the quiz turns the panel to it, wherever it was") {
    Learning panels;
    panels.memory.tab = ui::LeftTab::zones;
    ask(panels, scene::OpenQuiz{});
    CHECK(panels.memory.tab == ui::LeftTab::learn);
    CHECK(panels.state.quiz.setting_up);
}

TEST_CASE("before a class the caption has the question with its numbered choices, then what is right and why") {
    Learning panels;
    CHECK_FALSE(ui::quiz_caption(panels.state, true));
    scene::QuizSetup setup;
    setup.topics = 1U << static_cast<unsigned>(quiz::Topic::breath);
    ask(panels, scene::SetUpQuiz{setup});
    ask(panels, start());
    const quiz::Question question = *scene::question_open(panels.state.quiz);
    const auto asked = ui::quiz_caption(panels.state, true);
    REQUIRE(asked);
    CHECK(asked->title == question.text);
    for (const std::string& choice : question.choices) {
        CHECK(asked->cue.find(choice) != std::string::npos);
    }
    const auto right = question.choices[question.right_choice];
    ask(panels, scene::AnswerQuiz{static_cast<int>((question.right_choice + 1) % question.choices.size())});
    const auto answered = ui::quiz_caption(panels.state, true);
    CHECK(answered->title.find(right) != std::string::npos);
    CHECK(answered->cue == question.explanation);
}
