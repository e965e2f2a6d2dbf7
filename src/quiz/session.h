#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "quiz/questions.h"
#include "quiz/schedule.h"

namespace dorsum::quiz {

/// How many questions a session asks, unless there are fewer.
inline constexpr std::size_t session_length = 10;

/// Some questions in a row. What is answered wrong comes again before the end, until it is right, at most
/// most_returns times. A value; changed by answer() and skip() only.
class Session {
public:
    static constexpr int most_returns = 2;

    Session() = default;
    /// Asks first what is due by then, the longest overdue before the others, then what was never asked, the kinds in
    /// turn, then the rest by when it is due.
    Session(std::vector<Question> questions, const std::map<std::string, Memory>& memories, int day, std::uint32_t seed,
            std::size_t length = session_length);

    /// The question now; empty when all is answered.
    [[nodiscard]] const Question* current() const;
    /// Goes on to the next one. Does nothing at the end.
    void answer(bool right);
    /// Goes on too; what is skipped comes again at the end, once, and is then left out.
    void skip();

    [[nodiscard]] std::size_t length() const { return asked_.size(); }  ///< questions, each counted once
    [[nodiscard]] std::size_t answered() const { return answered_; }    ///< of these
    [[nodiscard]] std::size_t right_at_once() const { return right_at_once_; }
    [[nodiscard]] std::size_t left_out() const { return left_out_; }  ///< of these, skipped twice
    [[nodiscard]] bool is_return() const;                             ///< the current one was wrong before
    friend bool operator==(const Session&, const Session&) = default;

private:
    struct Turn {
        std::size_t question = 0;
        int returns = 0;
        bool skipped = false;
        friend bool operator==(const Turn&, const Turn&) = default;
    };
    std::vector<Question> asked_;
    std::vector<Turn> queue_;  ///< what is still to be asked, the current one first
    std::size_t answered_ = 0;
    std::size_t right_at_once_ = 0;
    std::size_t left_out_ = 0;
};

}  // namespace dorsum::quiz
