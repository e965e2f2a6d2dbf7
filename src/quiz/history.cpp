#include "quiz/history.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <optional>
#include <set>
#include <utility>

#include "core/files.h"
#include "core/translate.h"

namespace dorsum::quiz {

namespace {

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

Result<History> read_history(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        return History{};
    }
    const auto text = read_text_file(path, most_bytes);
    if (!text) {
        return tl::unexpected(text.error());
    }
    return parse_history(*text);
}

Result<void> append_answer(const std::filesystem::path& path, const Answer& answer) {
    std::error_code problem;
    std::filesystem::create_directories(path.parent_path(), problem);
    const bool is_new = !std::filesystem::exists(path, problem);
    std::string line = is_new ? std::string(heading) : std::string();
    line += quoted(answer.learner) + "," + answer.date + "," + quoted(answer.question) + "," + quoted(answer.given) +
            "," + (answer.right ? "yes" : "no") + "\r\n";
    std::ofstream file(path, std::ios::binary | std::ios::app);
    file << line << std::flush;
    if (!file) {
        return failure(path.string(), tr("the answer cannot be written down"),
                       tr("Check that there is space left on the disk, and that you may write there"));
    }
    return {};
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
    std::set<std::pair<std::string, std::string>> counted;
    for (const Answer* answer : in_order) {
        if (counted.emplace(answer->question, answer->date).second) {
            Memory& memory = memories[answer->question];
            memory = reviewed(memory, answer->right ? grade_right : grade_wrong, day_of(answer->date));
        }
    }
    return memories;
}

}  // namespace dorsum::quiz
