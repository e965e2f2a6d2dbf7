#pragma once

#include <filesystem>
#include <map>
#include <optional>
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

/// The same as a CSV file has it, with its heading.
[[nodiscard]] std::string csv_of(const std::vector<Answer>& answers);

/// A file to go on with: where some of it cannot be read, all of it is set aside as `<name>.broken`, or with a number
/// behind that, and what can be read stands in a new one.
struct OpenedHistory {
    History history;
    std::optional<std::filesystem::path> set_aside;
};
/// Fails where the file can neither be read nor set aside.
[[nodiscard]] Result<OpenedHistory> open_history(const std::filesystem::path& path);

/// Puts an answer at the end of the file, which is made with its heading where there is none. The file is written
/// beside and renamed, under a lock: another program's answers stay, and whenever it is read it is whole. Fails where
/// it cannot be written, and leaves it then as it was.
[[nodiscard]] Result<void> append_answer(const std::filesystem::path& path, const Answer& answer);

/// Takes the file away and gives what stood in it; empty where there is none.
[[nodiscard]] Result<std::string> take_history(const std::filesystem::path& path);
/// Puts back what was taken, before what has come since.
[[nodiscard]] Result<void> put_back_history(const std::filesystem::path& path, const std::string& taken);

/// The file of a learner in a folder: named like the learner, signs that no file may have written as "%2F".
[[nodiscard]] std::filesystem::path history_file(const std::filesystem::path& folder, std::string_view learner);
/// Every answer of every file of a folder, the files in the order of their names; `unreadable_lines` counts those of
/// all. Files that cannot be read are left out.
[[nodiscard]] History read_all_histories(const std::filesystem::path& folder);

/// What a learner remembers, by question: every answer in turn through reviewed(). Of several answers to one question
/// on one day the first counts.
[[nodiscard]] std::map<std::string, Memory> memories_of(const History& history, std::string_view learner);

/// Days since 1970-01-01 of "2026-03-01"; -1 where that is no date.
[[nodiscard]] int day_of(std::string_view date);
[[nodiscard]] std::string date_of(int day);

}  // namespace dorsum::quiz
