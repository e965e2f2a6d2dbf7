#include "body/name_match.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace dorsum::body {

namespace {

/// U+00C0 to U+017F without their accents, two letters where one stands for two; empty for × and ÷.
constexpr std::array<std::string_view, 192> plain_letters{
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   //
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "ss",  //
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   //
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "y",   //
    "a", "a", "a",  "a",  "a", "a", "c",  "c", "c", "c", "c", "c", "c", "c", "d",  "d",   //
    "d", "d", "e",  "e",  "e", "e", "e",  "e", "e", "e", "e", "e", "g", "g", "g",  "g",   //
    "g", "g", "g",  "g",  "h", "h", "h",  "h", "i", "i", "i", "i", "i", "i", "i",  "i",   //
    "i", "i", "ij", "ij", "j", "j", "k",  "k", "k", "l", "l", "l", "l", "l", "l",  "l",   //
    "l", "l", "l",  "n",  "n", "n", "n",  "n", "n", "n", "n", "n", "o", "o", "o",  "o",   //
    "o", "o", "oe", "oe", "r", "r", "r",  "r", "r", "r", "s", "s", "s", "s", "s",  "s",   //
    "s", "s", "t",  "t",  "t", "t", "t",  "t", "u", "u", "u", "u", "u", "u", "u",  "u",   //
    "u", "u", "u",  "u",  "w", "w", "y",  "y", "y", "z", "z", "z", "z", "z", "z",  "s"};
constexpr std::uint32_t first_plain = 0xc0;

unsigned char byte_at(const std::string_view text, const std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

/// U+0300 to U+036F: accents that follow their letter.
bool is_accent_by_itself(const std::string_view text, const std::size_t at) {
    const unsigned char first = byte_at(text, at);
    return at + 1 < text.size() && (first == 0xccU || (first == 0xcdU && byte_at(text, at + 1) < 0xb0U));
}

/// The letter as it is compared, and how many bytes it takes; empty where words are split.
std::string letter_at(const std::string_view text, const std::size_t at, std::size_t& length) {
    const unsigned char first = byte_at(text, at);
    length = 1;
    if (first < 0x80U) {
        const bool digit = first >= '0' && first <= '9';
        const bool small = first >= 'a' && first <= 'z';
        const bool large = first >= 'A' && first <= 'Z';
        return digit || small ? std::string(1, text[at])
                              : (large ? std::string(1, static_cast<char>(first - 'A' + 'a')) : std::string());
    }
    const bool two =
        first >= 0xc2U && first < 0xe0U && at + 1 < text.size() && (byte_at(text, at + 1) & 0xc0U) == 0x80U;
    if (!two) {
        return std::string(1, text[at]);
    }
    length = 2;
    const std::uint32_t letter = ((first & 0x1fU) << 6U) | (byte_at(text, at + 1) & 0x3fU);
    if (letter >= first_plain && letter < first_plain + plain_letters.size()) {
        return std::string(plain_letters.at(letter - first_plain));
    }
    return letter < first_plain ? std::string() : std::string(text.substr(at, 2));  // signs, as the hard space
}

/// The last row of the table of distances: from all of `a` to each beginning of `b`.
std::vector<int> slips_to_each_beginning(const std::string_view a, const std::string_view b) {
    const std::size_t width = b.size() + 1;
    std::vector<int> before_last(width);
    std::vector<int> last(width);
    std::vector<int> row(width);
    for (std::size_t j = 0; j < width; ++j) {
        row[j] = static_cast<int>(j);
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before_last.swap(last);
        last.swap(row);
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j < width; ++j) {
            const int changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
    }
    return row;
}

constexpr int whole_word = 0;
constexpr int beginning_of_word = 1;
constexpr int within_word = 4;

/// How one typed word fits one word of a name.
std::optional<NameFit> fit_of_word(const std::string& typed, const std::string& word, const bool with_slips) {
    constexpr std::size_t least_within = 3;
    if (word == typed) {
        return NameFit{0, whole_word};
    }
    if (word.starts_with(typed)) {
        return NameFit{0, beginning_of_word};
    }
    if (typed.size() >= least_within && word.find(typed) != std::string::npos) {
        return NameFit{0, within_word};
    }
    const int allowed = slips_allowed(typed.size());
    if (!with_slips || allowed == 0) {
        return std::nullopt;
    }
    const std::vector<int> slips = slips_to_each_beginning(typed, word);
    const int to_whole = slips.back();
    const int to_beginning = *std::ranges::min_element(slips);
    if (to_beginning > allowed) {
        return std::nullopt;
    }
    return to_whole <= to_beginning ? NameFit{to_whole, whole_word} : NameFit{to_beginning, beginning_of_word};
}

}  // namespace

std::vector<std::string> words_to_match(const std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size(); at += length) {
        if (is_accent_by_itself(text, at)) {
            length = 2;
            continue;
        }
        const std::string letter = letter_at(text, at, length);
        if (!letter.empty()) {
            word += letter;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

int slips_between(const std::string_view a, const std::string_view b) {
    return slips_to_each_beginning(a, b).back();
}

int slips_to_beginning(const std::string_view typed, const std::string_view word) {
    return std::ranges::min(slips_to_each_beginning(typed, word));
}

int slips_allowed(const std::size_t letters) {
    constexpr std::array<std::size_t, 3> from{4, 6, 10};
    return static_cast<int>(
        std::ranges::count_if(from, [letters](const std::size_t least) { return letters >= least; }));
}

std::optional<NameFit> fit_of_name(const std::vector<std::string>& typed, const std::vector<std::string>& name,
                                   const bool with_slips) {
    if (typed.empty() || name.empty()) {
        return std::nullopt;
    }
    constexpr int weight_of_word = 8;
    constexpr int most_words_left = 5;
    NameFit sum;
    std::vector<bool> used(name.size(), false);
    for (const std::string& word : typed) {
        std::optional<NameFit> best;
        std::size_t place = 0;
        for (std::size_t i = 0; i < name.size(); ++i) {
            const auto fit = fit_of_word(word, name[i], with_slips);
            if (fit && (!best || *fit < *best)) {
                best = fit;
                place = i;
            }
        }
        if (!best) {
            return std::nullopt;
        }
        used[place] = true;
        sum.slips += best->slips;
        sum.cost += best->cost * weight_of_word;
    }
    const auto left = static_cast<int>(std::ranges::count(used, false));
    sum.cost += std::min(left, most_words_left) + (used.front() ? 0 : 1);
    return sum;
}

}  // namespace dorsum::body
