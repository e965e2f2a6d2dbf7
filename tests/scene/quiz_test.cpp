#include <set>

#include "catch.h"
#include "lesson/safety.h"
#include "scene/apply.h"
#include "scene/key_bindings.h"
#include "scene/quiz_view.h"
#include "scene/scene.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

constexpr glm::vec2 window_px{1280.0F, 720.0F};

/// The lesson and the regions of care that the program ships, on a body of simple shapes.
Subject shipped_lesson_on(const Subject& simple) {
    const std::string lessons = std::string(DORSUM_TEST_ASSETS) + "/lessons/";
    Subject subject = make_subject(
        simple.body, std::make_shared<const lesson::Lesson>(*lesson::read_lesson(lessons + "back-massage.toml").lesson),
        6.0);
    subject.safety = std::make_shared<const SafetyOverlay>(
        subject.body, std::make_shared<const std::vector<lesson::SafetyRegion>>(
                          lesson::read_safety_regions(lessons + "safety.toml").regions));
    return subject;
}

struct Class {
    Subject subject = shipped_lesson_on(test::make_layered_subject());
    State state = initial_state(subject, window_px.x / window_px.y);

    Class() { state.cautions_open = false; }
    void operator()(const Command& command) { state = apply(state, command, subject, window_px); }
    void about(const std::initializer_list<quiz::Topic> topics, const int length = 10) {
        QuizSetup setup;
        setup.length = length;
        setup.topics.reset();
        for (const quiz::Topic topic : topics) {
            setup.topics.set(static_cast<std::size_t>(topic));
        }
        (*this)(SetUpQuiz{setup});
    }
    [[nodiscard]] const quiz::Question* question() const { return question_shown(state.quiz); }
    void answer(const bool right) {
        const quiz::Question asked = *question();
        if (asked.choices.empty()) {
            const int zone = asked.zone == 0 ? 0 : right ? asked.zone : asked.zone % zone_count + 1;
            (*this)(PointInQuiz{zone, right                              ? asked.structure
                                      : asked.structure == "outer_right" ? "rib_right"
                                                                         : "outer_right"});
        } else {
            const auto count = static_cast<int>(asked.choices.size());
            (*this)(AnswerQuiz{(static_cast<int>(asked.right_choice) + (right ? 0 : 1)) % count});
        }
    }
    void press(const int key) {
        const KeyBinding* binding = binding_for(key, 0, state);
        REQUIRE(binding != nullptr);
        (*this)(binding->command(state));
    }
};

constexpr int key_enter = 257;
constexpr int key_escape = 256;
StartQuiz start(const std::uint32_t seed = 1) {
    StartQuiz command;
    command.seed = seed;
    command.day = 20000;
    return command;
}

}  // namespace

TEST_CASE("a quiz asks, takes what was pressed, says what was right and goes on, to a result of all questions") {
    Class lesson;
    lesson(start());
    REQUIRE(lesson.question() != nullptr);
    const std::size_t length = lesson.state.quiz.run->session.length();
    CHECK(length == 10);
    int turns = 0;
    while (lesson.question() != nullptr && ++turns < 100) {
        const bool right = turns % 3 != 0;
        lesson.answer(right);
        REQUIRE(lesson.state.quiz.run->answered);
        CHECK(lesson.state.quiz.run->answers.back().right == right);
        CHECK_FALSE(lesson.state.quiz.run->answers.back().right_answer.empty());
        const State before = lesson.state;
        lesson.answer(!right);  // a second answer does not count
        CHECK(lesson.state == before);
        lesson.press(key_enter);
    }
    CHECK(lesson.state.quiz.run->over);
    CHECK_FALSE(lesson.state.quiz.run->ended_early);
    std::set<std::string> first;
    for (const QuizAnswer& answer : lesson.state.quiz.run->answers) {
        CHECK(answer.is_return == !first.insert(answer.question).second);
        CHECK(answer.due_day == 20001);
    }
    CHECK(first.size() == length);
    CHECK(first_wrong(*lesson.state.quiz.run).size() == length - lesson.state.quiz.run->session.right_at_once());
}

TEST_CASE("the same command gives the same questions, another seed others") {
    const auto asked = [](const std::uint32_t seed) {
        Class lesson;
        lesson(start(seed));
        std::vector<std::string> ids;
        while (lesson.question() != nullptr) {
            ids.push_back(lesson.question()->id);
            lesson.answer(true);
            lesson(ContinueQuiz{});
        }
        return ids;
    };
    CHECK(asked(1) == asked(1));
    CHECK(asked(1) != asked(2));
}

TEST_CASE("only what was chosen is asked about, and where there is nothing it is said") {
    for (const quiz::Topic topic : {quiz::Topic::zones, quiz::Topic::structures, quiz::Topic::breath}) {
        Class lesson;
        lesson.about({topic});
        lesson(start());
        REQUIRE(lesson.question() != nullptr);
        while (lesson.question() != nullptr) {
            CHECK(quiz::topic_of(lesson.question()->kind) == topic);
            lesson.answer(true);
            lesson(ContinueQuiz{});
        }
    }
    Class lesson;
    lesson.subject = shipped_lesson_on(test::make_test_subject());
    lesson.about({quiz::Topic::structures});
    lesson(start());
    CHECK(lesson.question() == nullptr);
    CHECK(lesson.state.quiz.nothing_to_ask);
}

TEST_CASE("while it asks, nothing in the picture tells the answer; afterwards the picture shows it") {
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        Class lesson;
        lesson(SelectZone{3, false});
        lesson(ShowLayer{Layer::safety, true});
        lesson(start(seed));
        while (lesson.question() != nullptr) {
            const quiz::Question question = *lesson.question();
            INFO(question.id);
            const Scene asked = compose(lesson.state, lesson.subject, window_px);
            CHECK(asked.labels.empty());
            CHECK(asked.glowing_parts.empty());
            CHECK(asked.hands.empty());
            CHECK(lesson.state.selected_zone == 0);
            CHECK(lesson.state.selected_structure.empty());
            CHECK_FALSE(shows(lesson.state.layers, Layer::safety));
            CHECK_FALSE(shows(lesson.state.layers, Layer::strokes));
            if (question.kind == quiz::Kind::point_to_zone) {
                CHECK(lesson.state.zones_shown.count() == static_cast<std::size_t>(zone_count));
            } else if (question.kind == quiz::Kind::organ_of_zone) {
                CHECK(lesson.state.zones_shown.count() == 1);
            }
            const bool names = question.kind == quiz::Kind::name_of_structure;
            CHECK(asked.selected_part.has_value() == names);
            lesson.answer(false);
            CHECK(lesson.state.selected_zone == question.zone);
            CHECK(lesson.state.selected_structure == question.structure);
            if (question.step >= 0) {
                CHECK(lesson.state.playing);
                CHECK(lesson.state.step == question.step);
                CHECK(shows(lesson.state.layers, Layer::strokes));
            }
            lesson(ContinueQuiz{});
        }
    }
}

TEST_CASE("the picture is afterwards as it was before") {
    Class lesson;
    lesson.state.reduced_motion = true;
    lesson(GoToStep{1});
    lesson(Seek{2.0});
    lesson(ShowZone{4, true});
    lesson(SetDepth{Depth::intermediate});
    lesson(SetHandPeel{HandPeel::skin});
    lesson(OrbitCamera{{50.0F, 20.0F}});
    State before = lesson.state;
    lesson(start());
    for (int i = 0; i < 4; ++i) {
        lesson.answer(i % 2 == 0);
        lesson(ContinueQuiz{});
    }
    lesson.press(key_escape);
    CHECK(lesson.state.quiz.run->over);
    CHECK(lesson.state.quiz.run->ended_early);
    CHECK(lesson.state.quiz.run->answers.size() == 4);
    lesson.press(key_escape);
    CHECK_FALSE(lesson.state.quiz.run);
    before.zone_pulse.reset();
    lesson.state.zone_pulse.reset();
    CHECK(lesson.state == before);
}

TEST_CASE("an answer that is shown when the quiz is ended counts, and what was wrong can be asked again alone") {
    Class lesson;
    lesson(start());
    lesson.answer(false);
    const std::string wrong = lesson.question()->id;
    lesson(ContinueQuiz{});
    lesson.answer(true);
    lesson(EndQuiz{});
    CHECK(lesson.state.quiz.run->session.answered() == 2);
    CHECK(lesson.state.quiz.run->session.right_at_once() == 1);
    const KeyBinding* enter = binding_for(key_enter, 0, lesson.state);
    REQUIRE(enter != nullptr);
    auto again = std::get<StartQuiz>(enter->command(lesson.state));
    CHECK(again.only == std::vector<std::string>{wrong});
    again.day = 20000;
    lesson(again);
    REQUIRE(lesson.question() != nullptr);
    CHECK(lesson.question()->id == wrong);
    CHECK(lesson.state.quiz.run->session.length() == 1);
}

TEST_CASE("the digits answer while a question is open, and are views otherwise") {
    Class lesson;
    lesson.about({quiz::Topic::breath});
    CHECK(describe(binding_for('1', 0, lesson.state)->command(lesson.state)) == "GoToView back");
    CHECK(binding_for('2', 0, lesson.state) == nullptr);
    CHECK(binding_for(key_enter, 0, lesson.state) == nullptr);
    lesson(start());
    CHECK(describe(binding_for('1', 0, lesson.state)->command(lesson.state)) == "AnswerQuiz 0");
    CHECK(describe(binding_for('2', 0, lesson.state)->command(lesson.state)) == "AnswerQuiz 1");
    lesson.press('1');
    CHECK(lesson.state.quiz.run->answered);
    CHECK(describe(binding_for('1', 0, lesson.state)->command(lesson.state)) == "GoToView back");
    CHECK(describe(binding_for(key_enter, 0, lesson.state)->command(lesson.state)) == "ContinueQuiz");
}

TEST_CASE("what is no answer does nothing: beside the rings, beyond the choices, pointing where there is a choice") {
    Class lesson;
    lesson.about({quiz::Topic::zones});
    lesson(start());
    for (int turn = 0; turn < 8; ++turn) {
        const State before = lesson.state;
        lesson(AnswerQuiz{-1});
        lesson(AnswerQuiz{4});
        lesson(PointInQuiz{0, ""});
        lesson(PointInQuiz{0, "outer_right"});
        lesson(ContinueQuiz{});
        if (!lesson.question()->choices.empty()) {
            lesson(PointInQuiz{lesson.question()->zone, ""});
        } else {
            lesson(AnswerQuiz{0});
        }
        CHECK(lesson.state == before);
        lesson.answer(true);
        lesson(ContinueQuiz{});
    }
}

TEST_CASE("a thousand presses in a row leave a whole quiz, every question answered once or more") {
    Class lesson;
    lesson(start());
    for (int i = 0; i < 1000; ++i) {
        lesson(AnswerQuiz{i % 5 - 1});
        lesson(PointInQuiz{i % 13, i % 2 == 0 ? "outer_right" : "inner_right"});
        lesson(i % 7 == 0 ? Command(SkipQuestion{}) : Command(ContinueQuiz{}));
    }
    const QuizRun& run = *lesson.state.quiz.run;
    CHECK(run.over);
    std::set<std::string> asked;
    for (const QuizAnswer& answer : run.answers) {
        asked.insert(answer.question);
    }
    CHECK(asked.size() == run.session.answered());
    CHECK(run.session.answered() + run.session.left_out() == run.session.length());
}

TEST_CASE("muscles that others cover are not to be pointed at") {
    const Subject subject = test::make_layered_subject();
    const auto seen = seen_from_behind(subject);
    CHECK(std::set<std::string>(seen.begin(), seen.end()) ==
          std::set<std::string>{"outer_right", "middle_right", "inner_right"});
}
