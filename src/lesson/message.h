#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace dorsum::lesson {

/// Puts values into a translated sentence: "{0}" becomes the first, "{1}" the second, at most ten,
/// in whatever order the language wants them.
[[nodiscard]] std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values);

/// A number as a person writes it: "260", "0.45".
[[nodiscard]] std::string plain(double number);

/// What the file says, in quotes, shortened where it is long, control characters left out.
[[nodiscard]] std::string in_quotes(std::string_view text);

}  // namespace dorsum::lesson
