#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace dorsum::lesson {

/// The known name that a person most likely meant by `written`; empty when none is near, i.e. when
/// it is no beginning of one and more than a third of its letters (at least two) would have to change.
[[nodiscard]] std::optional<std::string_view> nearest_name(std::string_view written,
                                                           std::span<const std::string_view> known);

}  // namespace dorsum::lesson
