#pragma once

#include <assimp/scene.h>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "core/error.h"
#include "mesh/import.h"
#include "mesh/model_format.h"

namespace dorsum::mesh {

struct AssimpScene {
    std::unique_ptr<aiScene> scene;
    std::size_t bad_index_faces = 0;  ///< faces that were emptied because an index was out of range
};

/// Reads a model with Assimp: shapes and their nodes only, polygons cut into triangles, in the
/// file's own coordinates. `content` stands in for the file itself where it had to be mended.
/// No exception leaves it. Progress runs from 0 to 1; a stop asked for is an error.
[[nodiscard]] Result<AssimpScene> read_assimp_scene(const std::filesystem::path& path, ModelFormat format,
                                                    const std::optional<std::vector<std::byte>>& content,
                                                    const ImportProgress& report);

}  // namespace dorsum::mesh
