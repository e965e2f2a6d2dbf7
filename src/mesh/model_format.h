#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dorsum::mesh {

/// The formats that can be read.
enum class ModelFormat { obj, stl, ply, fbx, dae, gltf, glb };

/// The name that people know a format by, e.g. "glTF".
[[nodiscard]] const char* format_name(ModelFormat format);

/// The usual extension, without the dot.
[[nodiscard]] const char* format_extension(ModelFormat format);

/// What a file is, by its first bytes; where a format has no mark of its own (OBJ, binary STL), by
/// the extension and whether the content could be that. Empty: this is not a model file.
[[nodiscard]] std::optional<ModelFormat> recognise_format(const std::filesystem::path& path,
                                                          std::span<const std::byte> content);

/// The same bytes as text.
[[nodiscard]] inline std::string_view as_text(const std::span<const std::byte> content) {
    return {reinterpret_cast<const char*>(content.data()), content.size()};
}

/// What the header of a binary STL file says.
struct BinaryStlHeader {
    std::size_t triangles = 0;
    std::size_t file_bytes = 0;  ///< how long a file with so many triangles has to be
};

/// Empty where the content is too short for a header.
[[nodiscard]] std::optional<BinaryStlHeader> binary_stl_header(std::span<const std::byte> content);

}  // namespace dorsum::mesh
