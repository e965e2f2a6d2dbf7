#include "lesson/syntax_hint.h"

#include <algorithm>
#include <cctype>

#include "core/translate.h"
#include "lesson/message.h"

namespace dorsum::lesson {
namespace {

bool is_digit(const char letter) {
    return std::isdigit(static_cast<unsigned char>(letter)) != 0;
}

/// "16,5" outside of quotes and lists, as most of Europe writes it; empty where there is none.
std::string decimal_comma(const std::string_view line) {
    bool in_text = false;
    int lists = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        in_text = in_text != (line[i] == '"');
        lists += in_text ? 0 : (line[i] == '[') - (line[i] == ']');
        const bool between_digits =
            line[i] == ',' && i > 0 && i + 1 < line.size() && is_digit(line[i - 1]) && is_digit(line[i + 1]);
        if (!between_digits || in_text || lists > 0) {
            continue;
        }
        std::size_t first = i;
        while (first > 0 && is_digit(line[first - 1])) {
            --first;
        }
        std::size_t end = i + 1;
        while (end < line.size() && is_digit(line[end])) {
            ++end;
        }
        return std::string(line.substr(first, i - first)) + "." + std::string(line.substr(i + 1, end - i - 1));
    }
    return {};
}

bool has_curly_quotes(const std::string_view line) {
    constexpr std::string_view left = "\u201c";
    constexpr std::string_view right = "\u201d";
    constexpr std::string_view low = "\u201e";
    return line.find(left) != std::string_view::npos || line.find(right) != std::string_view::npos ||
           line.find(low) != std::string_view::npos;
}

/// The word behind `=` where it is neither text, number, list, true nor false; empty otherwise.
std::string bare_word(const std::string_view line) {
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) {
        return {};
    }
    std::string_view value = line.substr(equals + 1);
    value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
    if (value.empty() || std::isalpha(static_cast<unsigned char>(value.front())) == 0) {
        return {};
    }
    const std::string word(value.substr(0, value.find_first_of(" ,}#\r")));
    return word == "true" || word == "false" ? std::string() : word;
}

/// The table that is a list of tables, where it is written like a single one.
std::string single_heading(const std::string_view line) {
    for (const char* name : {"step", "zone", "step.stroke"}) {
        if (const std::string heading = std::string("[") + name + "]";
            line.find(heading) != std::string_view::npos && line.find("[" + heading) == std::string_view::npos) {
            return name;
        }
    }
    return {};
}

}  // namespace

std::string syntax_hint(const std::string_view line) {
    if (has_curly_quotes(line)) {
        return tr("Use straight quotes: \"...\"");
    }
    if (const std::string heading = single_heading(line); !heading.empty()) {
        return fill(tr("Write two brackets on each side: [[{0}]]"), {heading});
    }
    if (const std::string number = decimal_comma(line); !number.empty()) {
        return fill(tr("Write the number with a point: {0}"), {number});
    }
    if (std::count(line.begin(), line.end(), '"') % 2 != 0) {
        return tr("A quote is missing: a text stands between two of them");
    }
    if (const std::string word = bare_word(line); !word.empty()) {
        return fill(tr("Write the word between quotes: \"{0}\""), {word});
    }
    return tr("Mend this line: texts stand between quotes, lists between [ and ], one key a line");
}

std::string_view line_at(std::string_view text, const int number) {
    for (int line = 1; line < number && !text.empty(); ++line) {
        text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
    }
    return text.substr(0, text.find('\n'));
}

}  // namespace dorsum::lesson
