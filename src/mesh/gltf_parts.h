#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

#include "core/error.h"
#include "mesh/import.h"
#include "mesh/mesh.h"
#include "mesh/model_format.h"

namespace dorsum::mesh {

struct GltfParts {
    std::vector<ModelPart> parts;     ///< normals not yet smoothed, vertices not yet welded
    std::size_t bad_index_faces = 0;  ///< triangles left out because they name vertices that do not exist
    std::size_t bad_positions = 0;    ///< triangles left out because a position is no usable number
};

/// The triangles of a glTF or GLB file that has passed preflight: one part for each node with triangles in the shown
/// scene, its transforms applied, called after the node, else its mesh, else the file. Strips and fans are cut into
/// triangles, points and lines passed over; compressed data (EXT_meshopt_compression, KHR_draco_mesh_compression,
/// KHR_mesh_quantization) are unpacked, and those that are damaged are an error. Progress runs from 0 to 1; a stop
/// asked for is an error.
[[nodiscard]] Result<GltfParts> read_gltf_parts(const std::filesystem::path& path, ModelFormat format,
                                                std::span<const std::byte> content, const ImportProgress& progress);

}  // namespace dorsum::mesh
