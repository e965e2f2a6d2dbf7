#include "lesson/message.h"

#include <array>
#include <cstdio>

namespace dorsum::lesson {

std::string plain(const double number) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.6g", number);
    return text.data();
}

std::string in_quotes(const std::string_view text) {
    constexpr std::size_t longest = 40;
    std::string result = "\"";
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool starts_letter = (byte & 0xC0U) != 0x80U;  // not inside a UTF-8 sequence
        if (starts_letter && result.size() > longest) {
            return result + "...\"";
        }
        if (byte >= 0x20U && byte != 0x7FU) {
            result += letter;
        }
    }
    return result + "\"";
}

}  // namespace dorsum::lesson
