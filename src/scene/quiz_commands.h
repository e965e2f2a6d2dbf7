#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <map>
#include <string>
#include <vector>

#include "scene/quiz_state.h"

namespace dorsum::scene {

struct State;
struct Subject;

/// Turns to the quiz: to what can be chosen before it, or, while one runs, to that.
struct OpenQuiz {};
struct SetUpQuiz {
    QuizSetup setup;  ///< the length is brought into range
};
/// The same questions in the same order whenever it is the same command. While a quiz runs, it is left for the new one.
struct StartQuiz {
    std::uint32_t seed = 0;
    int day = 0;  ///< today, days since 1970-01-01; 0 where whoever knows the clock has not said it yet
    std::map<std::string, quiz::Memory> memories;  ///< of the learner
    std::vector<std::string> only;                 ///< ids of questions; empty = as they are due
};
struct AnswerQuiz {
    int choice = 0;  ///< from 0; nothing happens beyond the choices
};
/// At something in the picture. Nothing happens where it cannot be an answer: beside the rings, or on nothing.
struct PointInQuiz {
    int zone = 0;
    std::string structure;
};
struct ContinueQuiz {};  ///< from an answer to the next question
struct SkipQuestion {};
struct EndQuiz {};  ///< a quiz goes to its result, a result is closed

void apply_quiz(State& state, const OpenQuiz& command, const Subject& subject, glm::vec2 window_px);
void apply_quiz(State& state, const SetUpQuiz& command, const Subject& subject, glm::vec2 window_px);
void apply_quiz(State& state, const StartQuiz& command, const Subject& subject, glm::vec2 window_px);
void apply_quiz(State& state, const AnswerQuiz& command, const Subject& subject, glm::vec2 window_px);
void apply_quiz(State& state, const PointInQuiz& command, const Subject& subject, glm::vec2 window_px);
void apply_quiz(State& state, const ContinueQuiz& command, const Subject& subject, glm::vec2 window_px);
void apply_quiz(State& state, const SkipQuestion& command, const Subject& subject, glm::vec2 window_px);
void apply_quiz(State& state, const EndQuiz& command, const Subject& subject, glm::vec2 window_px);

/// For the log: "StartQuiz seed 7 day 20000"; names no learner.
[[nodiscard]] std::string describe_quiz(const OpenQuiz& command);
[[nodiscard]] std::string describe_quiz(const SetUpQuiz& command);
[[nodiscard]] std::string describe_quiz(const StartQuiz& command);
[[nodiscard]] std::string describe_quiz(const AnswerQuiz& command);
[[nodiscard]] std::string describe_quiz(const PointInQuiz& command);
[[nodiscard]] std::string describe_quiz(const ContinueQuiz& command);
[[nodiscard]] std::string describe_quiz(const SkipQuestion& command);
[[nodiscard]] std::string describe_quiz(const EndQuiz& command);

}  // namespace dorsum::scene
