#pragma once

#include <chrono>
#include <string>

namespace dorsum {

// Numbers and dates for people, as the language of the texts writes them. What programs read (files, JSON, CSV) is
// written elsewhere, the same in every language.

/// "4.6" or "4,6": with as many decimals, 0 to 9.
[[nodiscard]] std::string local_number(double number, int decimals);

/// Without trailing zeros: "0.25", "2"; at most six digits that count.
[[nodiscard]] std::string local_number(double number);

/// "27 November 2026", "27 novembre 2026".
[[nodiscard]] std::string local_date(std::chrono::year_month_day date);

}  // namespace dorsum
