#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dorsum::body {

/// A height on the back, running continuously along the tips of the spinous processes.
/// `number` counts vertebrae from the head: C1 = 1 ... C7 = 7, T1 = 8 ... T12 = 19,
/// L1 = 20 ... L5 = 24, S1 = 25 ... S5 = 29; 11.5 lies half-way from T4 to T5.
struct Level {
    float number = 0.0F;
    friend bool operator==(const Level&, const Level&) = default;
};

/// Places are defined from C4 to S4.
inline constexpr Level highest_level{4.0F};
inline constexpr Level lowest_level{28.0F};

/// Reads "C7", "T4.5", "l5"; empty when it is no level between C1 and S5.
[[nodiscard]] std::optional<Level> parse_level(std::string_view text);

/// "T4", "T4.5": at most two decimals.
[[nodiscard]] std::string to_string(Level level);

}  // namespace dorsum::body
