#pragma once

#include <cstddef>
#include <span>

namespace dorsum {

/// Writes all of it to an open file or pipe; false when that is not possible, and then errno says why.
[[nodiscard]] bool write_all(int descriptor, std::span<const std::byte> bytes);

}  // namespace dorsum
