#pragma once

#include <string>
#include <string_view>

namespace dorsum::lesson {

/// What would mend a line that is not valid TOML, in words for somebody who knows no TOML: a decimal comma,
/// curly or missing quotes, a word without quotes, [step] for [[step]].
[[nodiscard]] std::string syntax_hint(std::string_view line);

/// The line of a text, counted from 1, without its end; empty where there are fewer.
[[nodiscard]] std::string_view line_at(std::string_view text, int number);

}  // namespace dorsum::lesson
