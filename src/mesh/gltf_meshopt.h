#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <vector>

namespace dorsum::mesh {

/// How a buffer view says that its data are compressed: the extension object that it has, as the Khronos extension
/// EXT_meshopt_compression describes it.
inline constexpr const char* meshopt_extension = "EXT_meshopt_compression";

/// The extension object of a buffer view; null where its data lie there plainly.
[[nodiscard]] const nlohmann::json* meshopt_of(const nlohmann::json& buffer_view);

/// Is what the extension object says possible: numbers in their ranges, a known mode and filter, and no more data than
/// so many compressed bytes can hold? A wrong type of a value throws Json::exception.
[[nodiscard]] bool is_meshopt_sound(const nlohmann::json& compression);

/// The data of such a view, for a sound extension object; empty where the compressed bytes are damaged.
[[nodiscard]] std::optional<std::vector<std::byte>> decode_meshopt(const nlohmann::json& compression,
                                                                   std::span<const std::byte> compressed);

}  // namespace dorsum::mesh
