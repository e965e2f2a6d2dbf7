#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "mesh/model_format.h"

namespace dorsum::mesh {

/// What a look at a file before reading it found out.
struct Preflight {
    bool mended = false;              ///< `content` was changed, so that it has to stand in for the file
    std::size_t bad_index_faces = 0;  ///< faces taken out of `content` because of an index out of range
    /// How many triangles the file announces, where that is known.
    std::optional<std::size_t> announced_triangles;
};

/// Looks at a model file before the reading library does: whether it is as long as it says, whether
/// every index and size leads to something that is there, whether its extensions can be read. What
/// the library would refuse or trip over, though the rest of the file is sound, is mended in place.
[[nodiscard]] Result<Preflight> preflight(const std::filesystem::path& path, ModelFormat format,
                                          std::vector<std::byte>& content);

// One for each format, each in its own file. A text is the short reason of a broken file, empty
// where there is none.
[[nodiscard]] Preflight preflight_obj(std::vector<std::byte>& content);
[[nodiscard]] std::string preflight_stl(std::vector<std::byte>& content, Preflight& result);
[[nodiscard]] std::string preflight_ply(std::span<const std::byte> content);
[[nodiscard]] std::string preflight_fbx(std::span<const std::byte> content);
[[nodiscard]] std::string preflight_dae(std::string_view text);
[[nodiscard]] Result<Preflight> preflight_gltf(const std::filesystem::path& path, std::string_view json);
[[nodiscard]] Result<Preflight> preflight_glb(const std::filesystem::path& path, std::span<const std::byte> content);

}  // namespace dorsum::mesh
