#pragma once

#include <cstddef>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

#include "core/error.h"
#include "mesh/model_format.h"

namespace dorsum::mesh {

/// Checks the JSON of a glTF 2.0 file: that it is JSON, that its extensions can be read, that
/// buffers are as long as it says (`binary_chunk_bytes` is the length of a GLB's own), and that
/// whatever names something else by number names something that is there. Gives the number of
/// triangles that the shown scene's meshes announce, each mesh counted once; empty where some of
/// them are strips or fans.
[[nodiscard]] Result<std::optional<std::size_t>> check_gltf(const std::filesystem::path& path, ModelFormat format,
                                                            std::string_view json,
                                                            std::optional<std::size_t> binary_chunk_bytes);

/// That number, for a description that was checked.
[[nodiscard]] std::optional<std::size_t> announced_gltf_triangles(const nlohmann::json& document);

}  // namespace dorsum::mesh
