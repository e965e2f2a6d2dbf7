#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "quiz/schedule.h"

namespace dorsum::quiz {

/// An answer that a learner gave.
struct Answer {
    std::string learner;
    std::string date;      ///< "2026-03-01"
    std::string question;  ///< id
    std::string given;     ///< in words
    bool right = false;
};

struct History {
    std::vector<Answer> answers;
    int unreadable_lines = 0;  ///< left alone in the file
};

/// The answers of a CSV file (RFC 4180) with the columns learner, date, question, answer, right; empty where there is
/// no file. Lines that are not as these are counted, and stay where they are. Fails where the file cannot be read.
[[nodiscard]] Result<History> read_history(const std::filesystem::path& path);
[[nodiscard]] History parse_history(std::string_view text);

/// Puts an answer at the end of the file, which is made with its heading where there is none. What stands there is
/// never written anew, so that nothing is lost. Fails where it cannot be written.
[[nodiscard]] Result<void> append_answer(const std::filesystem::path& path, const Answer& answer);

/// What a learner remembers, by question: every answer in turn through reviewed(). Of several answers to one question
/// on one day the first counts.
[[nodiscard]] std::map<std::string, Memory> memories_of(const History& history, std::string_view learner);

/// Days since 1970-01-01 of "2026-03-01"; -1 where that is no date.
[[nodiscard]] int day_of(std::string_view date);
[[nodiscard]] std::string date_of(int day);

}  // namespace dorsum::quiz
