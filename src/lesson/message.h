#pragma once

#include <string>
#include <string_view>

#include "core/fill.h"

namespace dorsum::lesson {

using dorsum::fill;

/// A number as files write it: "260", "0.45".
[[nodiscard]] std::string plain(double number);

/// What the file says, in quotes, shortened where it is long, control characters left out.
[[nodiscard]] std::string in_quotes(std::string_view text);

}  // namespace dorsum::lesson
