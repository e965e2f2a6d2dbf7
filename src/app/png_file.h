#pragma once

#include <cstddef>
#include <vector>

#include "core/error.h"
#include "render/picture_target.h"

namespace dorsum::app {

/// A picture as a PNG file in memory: 8 bit sRGB, no time stamp, so that the same picture gives
/// the same bytes. Fails only when memory is short.
[[nodiscard]] Result<std::vector<std::byte>> to_png(const render::Picture& picture);

/// Reads an 8 bit PNG as red, green, blue. `file` is named in messages.
[[nodiscard]] Result<render::Picture> from_png(const std::vector<std::byte>& bytes, const std::string& file);

}  // namespace dorsum::app
