#include "body/level.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace dorsum::body {
namespace {

/// A part of the spine: its letter, the number of the level just before its first vertebra, and
/// how many vertebrae it has.
struct Region {
    char letter;
    int before;
    int count;
};
constexpr std::array<Region, 4> regions{{{'C', 0, 7}, {'T', 7, 12}, {'L', 19, 5}, {'S', 24, 5}}};

}  // namespace

std::optional<Level> parse_level(const std::string_view text) {
    if (text.size() < 2) {
        return std::nullopt;
    }
    const char letter = text[0] >= 'a' && text[0] <= 'z' ? static_cast<char>(text[0] - 'a' + 'A') : text[0];
    const char* const first = text.data() + 1;
    const char* const last = text.data() + text.size();
    if (*first < '0' || *first > '9' || text.back() == '.') {  // no sign, no "inf", no "T4."
        return std::nullopt;
    }
    for (const Region& region : regions) {
        if (letter != region.letter) {
            continue;
        }
        float vertebra = 0.0F;
        const auto [end, problem] = std::from_chars(first, last, vertebra, std::chars_format::fixed);
        // L5.5 lies half-way from L5 to S1; S5 is the last vertebra and has no next one.
        const auto limit = static_cast<float>(region.count) + (region.letter == 'S' ? 0.001F : 1.0F);
        if (problem != std::errc{} || end != last || vertebra < 1.0F || vertebra >= limit) {
            return std::nullopt;
        }
        return Level{static_cast<float>(region.before) + vertebra};
    }
    return std::nullopt;
}

std::string to_string(const Level level) {
    // In whole hundredths, so that 18.999 is "T12" and not "T11.100".
    const auto hundredths = static_cast<int>(std::lround(level.number * 100.0F));
    const Region* region = regions.data();
    for (const Region& candidate : regions) {
        if (hundredths >= (candidate.before + 1) * 100) {
            region = &candidate;
        }
    }
    const int in_region = hundredths - region->before * 100;
    std::string text(1, region->letter);
    text += std::to_string(in_region / 100);
    if (const int part = in_region % 100; part != 0) {
        text += '.';
        text += static_cast<char>('0' + part / 10);
        if (part % 10 != 0) {
            text += static_cast<char>('0' + part % 10);
        }
    }
    return text;
}

}  // namespace dorsum::body
