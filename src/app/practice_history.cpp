#include "app/practice_history.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>
#include <span>
#include <system_error>
#include <utility>

#include "core/files.h"
#include "core/translate.h"

namespace dorsum::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view heading = "time,lesson,step,stroke,hand,score,distance_mm,speed_cm_s";
constexpr std::size_t column_count = 8;
constexpr std::size_t most_bytes = std::size_t{4} << 20U;

/// The fields of a line; empty where quotes do not fit together.
std::vector<std::string> fields_of(const std::string_view line) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char sign = line[i];
        if (sign == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
            fields.back() += sign;
            ++i;
        } else if (sign == '"') {
            quoted = !quoted;
        } else if (sign == ',' && !quoted) {
            fields.emplace_back();
        } else {
            fields.back() += sign;
        }
    }
    return quoted ? std::vector<std::string>{} : fields;
}

std::string in_quotes(const std::string& text) {
    std::string quoted = "\"";
    for (const char sign : text) {
        const bool breaks_line = sign == '\n' || sign == '\r';
        quoted += sign == '"' ? "\"\"" : std::string(1, breaks_line ? ' ' : sign);
    }
    return quoted + "\"";
}

/// From the text as it is written, whatever the locale; nothing where it is another thing or out of range.
template <typename Number>
std::optional<Number> number_in(const std::string& text, const Number lowest, const Number highest) {
    Number number{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = problem == std::errc{} && end == text.data() + text.size();
    return is_whole && number >= lowest && number <= highest ? std::optional(number) : std::nullopt;
}

std::optional<PracticeEntry> entry_in(const std::string_view line) {
    const std::vector<std::string> fields = fields_of(line);
    if (fields.size() != column_count || (fields[4] != "left" && fields[4] != "right")) {
        return std::nullopt;
    }
    constexpr int most_steps = 1000;
    constexpr double most = 1.0e6;
    const auto step = number_in(fields[2], 1, most_steps);
    const auto stroke = number_in(fields[3], 1, most_steps);
    const auto score = number_in(fields[5], 0, 100);
    const auto distance_mm = number_in(fields[6], 0.0, most);
    const auto speed_cm_s = number_in(fields[7], 0.0, most);
    if (!step || !stroke || !score || !distance_mm || !speed_cm_s) {
        return std::nullopt;
    }
    const lesson::Hand hand = fields[4] == "left" ? lesson::Hand::left : lesson::Hand::right;
    return PracticeEntry{fields[0], fields[1], *step, *stroke, hand, *score, *distance_mm, *speed_cm_s};
}

std::string tenths(const double number) {
    std::array<char, 32> text{};
    const double finite = std::isfinite(number) ? std::clamp(number, 0.0, 1.0e6) : 0.0;
    const auto [end, problem] =
        std::to_chars(text.data(), text.data() + text.size(), finite, std::chars_format::fixed, 1);
    return problem == std::errc{} ? std::string(text.data(), end) : "0";
}

}  // namespace

PracticeReading parse_practice(const std::string_view text) {
    PracticeReading reading;
    int number = 0;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        std::string_view line = text.substr(from, end - from);
        from = end + 1;
        ++number;
        line = line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
        if (number == 1) {
            if (line != heading) {
                reading.broken_lines.push_back(1);
            }
        } else if (auto entry = entry_in(line)) {
            reading.entries.push_back(*std::move(entry));
        } else if (!line.empty()) {
            reading.broken_lines.push_back(number);
        }
    }
    return reading;
}

std::string written_practice(const std::vector<PracticeEntry>& entries) {
    std::string text(heading);
    text += "\r\n";
    for (const PracticeEntry& entry : entries) {
        text += in_quotes(entry.when) + "," + in_quotes(entry.lesson) + "," + std::to_string(entry.step) + "," +
                std::to_string(entry.stroke) + "," + (entry.hand == lesson::Hand::left ? "left" : "right") + "," +
                std::to_string(entry.score) + "," + tenths(entry.distance_mm) + "," + tenths(entry.speed_cm_s) + "\r\n";
    }
    return text;
}

PracticeHistory::PracticeHistory(fs::path file) : file_(std::move(file)) {
    read();
}

void PracticeHistory::read() {
    std::error_code ignored;
    if (file_.empty()) {
        return;
    }
    if (!fs::exists(file_, ignored)) {
        entries_.clear();
        readable_ = true;
        return;
    }
    const auto text = read_text_file(file_, most_bytes);
    if (!text) {
        if (std::exchange(readable_, false)) {
            problems_.push_back(to_string(text.error()));
        }
        return;
    }
    PracticeReading reading = parse_practice(*text);
    entries_ = std::move(reading.entries);
    readable_ = true;
    if (!reading.broken_lines.empty()) {
        set_aside(reading);
    }
}

void PracticeHistory::set_aside(const PracticeReading& reading) {
    const fs::path aside = file_.string() + ".broken";
    std::error_code problem;
    fs::rename(file_, aside, problem);
    const std::string cause = tr("is broken and no history of practising as this program writes it");
    const int line = reading.broken_lines.front();
    if (problem) {
        readable_ = false;
        problems_.push_back(
            to_string(Error{file_.string(), cause, tr("Correct or remove it; until then nothing is kept"), line}));
        return;
    }
    problems_.push_back(to_string(
        Error{file_.string(), cause,
              std::string(tr("Its good lines are kept on; what it held lies in")) + " " + aside.string(), line}));
    write();
}

void PracticeHistory::write() {
    if (file_.empty() || !readable_) {
        return;
    }
    std::error_code problem;
    fs::create_directories(file_.parent_path(), problem);
    const std::string text = written_practice(entries_);
    const auto written = write_file(file_, std::as_bytes(std::span(text)));
    if (!written) {
        problems_.push_back(to_string(written.error()));
    }
}

void PracticeHistory::add(PracticeEntry entry) {
    read();
    entries_.push_back(std::move(entry));
    if (entries_.size() > most_entries) {
        entries_.erase(entries_.begin(), entries_.end() - static_cast<std::ptrdiff_t>(most_entries));
    }
    write();
}

void PracticeHistory::erase() {
    read();
    if (!entries_.empty()) {
        erased_ = std::exchange(entries_, {});
        write();
    }
}

void PracticeHistory::put_back() {
    read();
    entries_.insert(entries_.begin(), erased_.begin(), erased_.end());
    erased_.clear();
    write();
}

std::vector<std::string> PracticeHistory::take_problems() {
    return std::exchange(problems_, {});
}

}  // namespace dorsum::app
