#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace dorsum {

/// Puts values into a translated sentence: "{0}" becomes the first, "{1}" the second, at most ten,
/// in whatever order the language wants them.
[[nodiscard]] std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values);

/// A cause and what is known of it, "cannot be read: no such device", with the colon of the language.
[[nodiscard]] std::string with_detail(std::string_view what, std::string_view detail);

}  // namespace dorsum
