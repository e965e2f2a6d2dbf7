#pragma once

#include <string>

#include "lesson/safety.h"

namespace dorsum::lesson {

/// A region's rule for people, translated: "no pressure within 10 mm of the midline", "no deep pressure, no
/// percussion"; empty where everything is allowed.
[[nodiscard]] std::string rule_in_words(const SafetyRegion& region);

/// A region's title as short as a label wants it: up to its first comma.
[[nodiscard]] std::string short_title(const SafetyRegion& region);

}  // namespace dorsum::lesson
