#include "quiz/history.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "core/files.h"
#include "core/folder_lock.h"
#include "core/translate.h"

namespace dorsum::quiz {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view heading = "learner,date,question,answer,right\r\n";
constexpr std::size_t most_bytes = std::size_t{64} << 20U;

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char sign : text) {
        result += sign == '"' ? "\"\"" : std::string(1, sign);
    }
    return result + "\"";
}

/// Takes one record off the front of `rest`: its fields, or nothing where quotes are not closed.
std::optional<std::vector<std::string>> take_record(std::string_view& rest) {
    std::vector<std::string> fields(1);
    bool within_quotes = false;
    std::size_t at = 0;
    for (; at < rest.size(); ++at) {
        const char sign = rest[at];
        if (within_quotes) {
            if (sign != '"') {
                fields.back() += sign;
            } else if (at + 1 < rest.size() && rest[at + 1] == '"') {
                fields.back() += rest[++at];
            } else {
                within_quotes = false;
            }
        } else if (sign == '"') {
            within_quotes = true;
        } else if (sign == ',') {
            fields.emplace_back();
        } else if (sign == '\n') {
            ++at;
            break;
        } else if (sign != '\r') {
            fields.back() += sign;
        }
    }
    rest.remove_prefix(at);
    return within_quotes ? std::nullopt : std::optional(std::move(fields));
}

std::string line_of(const Answer& answer) {
    return quoted(answer.learner) + "," + answer.date + "," + quoted(answer.question) + "," + quoted(answer.given) +
           "," + (answer.right ? "yes" : "no") + "\r\n";
}

/// Empty where there is no file.
Result<std::string> text_of(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored) ? read_text_file(path, most_bytes) : Result<std::string>(std::string());
}

Result<void> write(const fs::path& path, const std::string& text) {
    auto written = write_file(path, std::as_bytes(std::span(text)));
    if (!written) {
        return failure(path.string(),
                       std::string(tr("the answers cannot be written down")) + ": " + written.error().cause,
                       tr("Check that there is space left on the disk, and that you may write there"));
    }
    return written;
}

}  // namespace

int day_of(const std::string_view date) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    const std::string text(date);
    char beyond = 0;
    if (text.size() != 10 || std::sscanf(text.c_str(), "%4d-%2u-%2u%c", &year, &month, &day, &beyond) != 3) {
        return -1;
    }
    const std::chrono::year_month_day found{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    return found.ok() ? static_cast<int>(std::chrono::sys_days(found).time_since_epoch().count()) : -1;
}

std::string date_of(const int day) {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text.data();
}

History parse_history(std::string_view text) {
    History history;
    if (text.starts_with("learner,")) {
        static_cast<void>(take_record(text));
    }
    while (!text.empty()) {
        const auto fields = take_record(text);
        if (fields && fields->size() == 1 && fields->front().empty()) {
            continue;
        }
        const bool known = fields && fields->size() == 5 && day_of((*fields)[1]) >= 0 &&
                           ((*fields)[4] == "yes" || (*fields)[4] == "no");
        if (known) {
            history.answers.push_back({(*fields)[0], (*fields)[1], (*fields)[2], (*fields)[3], (*fields)[4] == "yes"});
        } else {
            ++history.unreadable_lines;
        }
    }
    return history;
}

Result<History> read_history(const fs::path& path) {
    const auto text = text_of(path);
    if (!text) {
        return tl::unexpected(text.error());
    }
    return parse_history(*text);
}

std::string csv_of(const std::vector<Answer>& answers) {
    std::string text(heading);
    for (const Answer& answer : answers) {
        text += line_of(answer);
    }
    return text;
}

Result<OpenedHistory> open_history(const fs::path& path) {
    auto history = read_history(path);
    if (!history) {
        return tl::unexpected(history.error());
    }
    if (history->unreadable_lines == 0) {
        return OpenedHistory{*std::move(history), std::nullopt};
    }
    std::error_code problem;
    fs::path aside = path.string() + ".broken";
    for (int number = 2; fs::exists(aside, problem); ++number) {
        aside = path.string() + ".broken-" + std::to_string(number);
    }
    fs::rename(path, aside, problem);
    if (problem) {
        return failure(path.string(), std::string(tr("is broken, and cannot be set aside")) + ": " + problem.message(),
                       tr("Correct or remove it"));
    }
    if (!history->answers.empty()) {
        if (auto written = write(path, csv_of(history->answers)); !written) {
            return tl::unexpected(written.error());
        }
    }
    return OpenedHistory{*std::move(history), aside};
}

Result<void> append_answer(const fs::path& path, const Answer& answer) {
    std::error_code problem;
    fs::create_directories(path.parent_path(), problem);
    const FolderLock lock(path.parent_path());
    auto text = text_of(path);
    if (!text) {
        return tl::unexpected(text.error());
    }
    if (text->empty()) {
        *text = heading;
    } else if (text->back() != '\n') {
        *text += "\r\n";
    }
    return write(path, *text + line_of(answer));
}

Result<std::string> take_history(const fs::path& path) {
    auto text = text_of(path);
    std::error_code problem;
    if (text && fs::exists(path, problem) && !fs::remove(path, problem)) {
        return failure(path.string(), std::string(tr("cannot be erased")) + ": " + problem.message(),
                       tr("Check that you may write to its folder"));
    }
    return text;
}

Result<void> put_back_history(const fs::path& path, const std::string& taken) {
    const FolderLock lock(path.parent_path());
    auto since = text_of(path);
    if (!since) {
        return tl::unexpected(since.error());
    }
    const std::string_view lines = std::string_view(*since).substr(since->starts_with(heading) ? heading.size() : 0);
    return write(path, taken + std::string(lines));
}

fs::path history_file(const fs::path& folder, const std::string_view learner) {
    constexpr std::size_t longest = 180;  // of the 255 bytes that a name may have
    std::string name;
    for (const char sign : learner) {
        const bool fits = static_cast<unsigned char>(sign) >= ' ' && sign != '/' && sign != '%' && sign != '\x7f' &&
                          !(name.empty() && (sign == '.' || sign == ' '));
        std::array<char, 4> code{};
        std::snprintf(code.data(), code.size(), "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(sign)));
        name += fits ? std::string(1, sign) : std::string(code.data());
    }
    return folder / ((name.empty() ? "without name" : name.substr(0, longest)) + ".csv");
}

History read_all_histories(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code problem;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, problem)) {
        if (entry.path().extension() == ".csv") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    History all;
    for (const fs::path& file : files) {
        if (auto history = read_history(file)) {
            std::ranges::move(history->answers, std::back_inserter(all.answers));
            all.unreadable_lines += history->unreadable_lines;
        }
    }
    return all;
}

std::map<std::string, Memory> memories_of(const History& history, const std::string_view learner) {
    std::vector<const Answer*> in_order;
    for (const Answer& answer : history.answers) {
        if (answer.learner == learner) {
            in_order.push_back(&answer);
        }
    }
    std::ranges::stable_sort(in_order, {}, [](const Answer* answer) { return day_of(answer->date); });
    std::map<std::string, Memory> memories;
    for (const Answer* answer : in_order) {
        Memory& memory = memories[answer->question];
        memory = reviewed(memory, answer->right ? grade_right : grade_wrong, day_of(answer->date));
    }
    return memories;
}

}  // namespace dorsum::quiz
