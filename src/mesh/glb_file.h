#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

#include "core/error.h"

namespace dorsum::mesh {

/// Writes a GLB file of these two chunks. The length of `binary` is a multiple of four. Fails where the
/// file would be too large for the format, or cannot be written; then nothing is left behind.
[[nodiscard]] Result<void> write_glb(const std::filesystem::path& target, std::string_view json,
                                     std::span<const std::byte> binary);

}  // namespace dorsum::mesh
