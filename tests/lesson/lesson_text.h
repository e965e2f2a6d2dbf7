#pragma once

#include <string>
#include <string_view>

namespace dorsum::lesson {

/// A short lesson without a fault.
[[nodiscard]] std::string faultless_text();

/// The text with the first `from` replaced; the test fails where there is none.
[[nodiscard]] std::string replaced(std::string text, std::string_view from, std::string_view to);

/// The line, counted from 1, on which `marker` begins first; the test fails where there is none.
[[nodiscard]] int line_of(std::string_view text, std::string_view marker);

}  // namespace dorsum::lesson
