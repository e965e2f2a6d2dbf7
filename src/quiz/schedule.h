#pragma once

namespace dorsum::quiz {

/// What is known of how well one learner knows one question.
struct Memory {
    int repetitions = 0;    ///< right answers in a row
    double ease = 2.5;      ///< by how much the interval grows, at least 1.3
    int interval_days = 0;  ///< until it is asked again
    int due_day = 0;        ///< days since 1970-01-01; 0 = never asked
    int last_day = -1;      ///< of the last answer; -1 = none
    friend bool operator==(const Memory&, const Memory&) = default;
};

/// How well an answer was known, on SM-2's scale from 0 to 5: right is "correct after a hesitation", wrong is
/// "incorrect, where the right one seemed easy to recall".
inline constexpr int grade_right = 4;
inline constexpr int grade_wrong = 2;

/// The memory after an answer on that day: the algorithm SM-2 (P. A. Wozniak, Optimization of learning, 1990,
/// section 3.2). Right answers come back after 1, then 6 days, then ever later; a wrong one the next day. Of several
/// answers on one day the first counts. Pure.
[[nodiscard]] Memory reviewed(Memory memory, int grade, int day);

}  // namespace dorsum::quiz
