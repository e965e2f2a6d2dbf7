#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <glm/vec3.hpp>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <vector>

#include "core/error.h"
#include "mesh/model_format.h"

namespace dorsum::mesh {

/// The numbers of a glTF file whose description check_gltf has passed: from the GLB's own chunk, from files beside it
/// or from the text itself; decompressed where EXT_meshopt_compression says so. What is missing or damaged all the same
/// is an error; a value of a wrong type throws Json::exception.
class GltfData {
public:
    /// Keeps references: all four outlive it.
    GltfData(const std::filesystem::path& path, ModelFormat format, const nlohmann::json& document,
             std::span<const std::byte> binary_chunk);

    /// The bytes of a buffer view, valid as long as this object.
    [[nodiscard]] Result<std::span<const std::byte>> view(std::size_t index);
    /// An accessor of three numbers each, whole ones made into what they stand for (KHR_mesh_quantization).
    [[nodiscard]] Result<std::vector<glm::vec3>> vectors(std::size_t accessor);
    /// An accessor of whole numbers, whatever their width.
    [[nodiscard]] Result<std::vector<std::uint32_t>> indices(std::size_t accessor);

    /// This file is damaged.
    [[nodiscard]] tl::unexpected<Error> broken_because(const std::string& why) const;

private:
    [[nodiscard]] Result<std::span<const std::byte>> buffer(std::size_t index);
    [[nodiscard]] Result<std::span<const std::byte>> decompressed(std::size_t index, const nlohmann::json& compression);

    const std::filesystem::path& path_;
    ModelFormat format_;
    const nlohmann::json& document_;
    std::span<const std::byte> binary_chunk_;
    std::map<std::size_t, std::vector<std::byte>> buffers_;  ///< those read from beside the file or its text
    std::map<std::size_t, std::vector<std::byte>> views_;    ///< those decompressed
};

}  // namespace dorsum::mesh
