#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "lesson/lesson.h"

namespace dorsum::app {

/// A stroke that was traced.
struct PracticeEntry {
    std::string when;    ///< local time, "2026-03-01 14:05"
    std::string lesson;  ///< the name of its file, without folder and ending
    int step = 1;        ///< from 1, as people count; so is the stroke
    int stroke = 1;
    lesson::Hand hand = lesson::Hand::right;
    int score = 0;             ///< 0 to 100
    double distance_mm = 0.0;  ///< mean
    double speed_cm_s = 0.0;
    friend bool operator==(const PracticeEntry&, const PracticeEntry&) = default;
};

struct PracticeReading {
    std::vector<PracticeEntry> entries;
    std::vector<int> broken_lines;  ///< counted from 1; a file without the heading has its first line here
};
/// A CSV file (RFC 4180) with the heading time,lesson,step,stroke,hand,score,distance_mm,speed_cm_s. An empty text is a
/// history without entries.
[[nodiscard]] PracticeReading parse_practice(std::string_view text);
[[nodiscard]] std::string written_practice(const std::vector<PracticeEntry>& entries);

/// The history of a learner's practising, in one file on this machine, written beside and renamed. Before each change
/// it is read anew, so that what another window has added stays. A file with broken lines is renamed to
/// `<name>.broken`, in place of an older such file; its good lines are kept on. Nothing that goes wrong with it stops
/// the program: it is told. For one thread.
class PracticeHistory {
public:
    static constexpr std::size_t most_entries = 5000;  ///< older ones are dropped

    /// Reads it. @param file  empty = there is no place to keep it: it lasts as long as the program
    explicit PracticeHistory(std::filesystem::path file);

    [[nodiscard]] const std::vector<PracticeEntry>& entries() const { return entries_; }
    void add(PracticeEntry entry);
    void erase();
    /// Undoes the erasing: what was erased comes before what was added since.
    void put_back();
    [[nodiscard]] bool can_put_back() const { return !erased_.empty(); }
    /// To be told to the person, each once.
    [[nodiscard]] std::vector<std::string> take_problems();

private:
    void read();
    void set_aside(const PracticeReading& reading);
    void write();

    std::filesystem::path file_;
    std::vector<PracticeEntry> entries_;
    std::vector<PracticeEntry> erased_;
    std::vector<std::string> problems_;
    bool readable_ = true;  ///< else it is not written over
};

}  // namespace dorsum::app
