#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "quiz/session.h"
#include "scene/camera.h"
#include "scene/see_through.h"

namespace dorsum::scene {

enum class HandPeel;
/// The same as State::layers; that header needs this one.
using QuizLayers = std::bitset<14>;

/// What a person chooses before a quiz.
struct QuizSetup {
    std::string learner;  ///< may be empty
    int length = static_cast<int>(quiz::session_length);
    std::bitset<quiz::topic_count> topics{(1U << quiz::topic_count) - 1U};  ///< by quiz::Topic; none counts as all
    friend bool operator==(const QuizSetup&, const QuizSetup&) = default;
};
inline constexpr int shortest_quiz = 1;
inline constexpr int longest_quiz = 50;

/// An answer that was given in a quiz.
struct QuizAnswer {
    std::string question;  ///< id
    std::string asked;     ///< the question in words
    std::string given;     ///< in words
    std::string right_answer;
    bool right = false;
    bool is_return = false;  ///< the question was answered wrong before in this quiz
    int due_day = 0;         ///< when it comes again by the schedule, days since 1970-01-01
    friend bool operator==(const QuizAnswer&, const QuizAnswer&) = default;
};

/// How the picture was before a quiz took it.
struct LookBeforeQuiz {
    QuizLayers layers;
    std::bitset<13> zones_shown;
    int selected_zone = 0;
    std::string selected_structure;
    HandPeel hand_peel{};
    SeeThrough see_through;
    Camera camera;
    int step = 0;
    double time_s = 0.0;
    bool loop_step = false;
    friend bool operator==(const LookBeforeQuiz&, const LookBeforeQuiz&) = default;
};

/// A quiz under way, or its result.
struct QuizRun {
    quiz::Session session;
    std::vector<QuizAnswer> answers;  ///< all of them, the last one last
    std::optional<int> chosen;        ///< of the last answer, where there were choices
    bool answered = false;            ///< the current question: what is right is shown until the person goes on
    bool over = false;                ///< the result is shown
    bool ended_early = false;
    int day = 0;  ///< of its start
    std::uint32_t seed = 0;
    std::map<std::string, quiz::Memory> memories;  ///< of the questions asked
    LookBeforeQuiz before;
    friend bool operator==(const QuizRun&, const QuizRun&) = default;
};

struct Quiz {
    QuizSetup setup;
    int times_opened = 0;     ///< the panel turns to the quiz whenever this changes
    bool setting_up = false;  ///< the panel for it was opened by key, so that Enter starts it
    bool nothing_to_ask = false;
    std::optional<QuizRun> run;
    friend bool operator==(const Quiz&, const Quiz&) = default;
};

/// The question that waits for an answer, or whose answer is shown; null without one.
[[nodiscard]] const quiz::Question* question_shown(const Quiz& quiz);
/// The question that waits for an answer; null without one.
[[nodiscard]] const quiz::Question* question_open(const Quiz& quiz);
/// A question is open that is answered by pointing at something in the picture.
[[nodiscard]] bool waits_for_pointing(const Quiz& quiz);
/// The structure that lights up to be named; empty while there is none.
[[nodiscard]] std::string structure_to_name(const Quiz& quiz);
/// The picture is the quiz's own: what a person selects elsewhere is not followed.
[[nodiscard]] bool holds_picture(const Quiz& quiz);
/// The questions whose first answer in this quiz was wrong, each once, in order.
[[nodiscard]] std::vector<QuizAnswer> first_wrong(const QuizRun& run);

}  // namespace dorsum::scene
