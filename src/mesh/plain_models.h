#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "mesh/mesh.h"

namespace dorsum::mesh {

// Scans come in a plain form of three formats: one surface of triangles and nothing else. Read here, millions of
// triangles take a fraction of the time and memory that the general reading library needs. Each function gives nothing
// for a file with anything else in it, sound or not, which is then read as any other file.

struct PlainModel {
    TriangleMesh mesh;                ///< normals not yet smoothed, vertices not yet welded
    std::string name;                 ///< empty where the file gives none
    std::size_t bad_index_faces = 0;  ///< triangles left out because they name vertices that do not exist
    std::size_t bad_positions = 0;    ///< triangles left out because a position is no usable number
};

/// A binary STL file that has passed preflight. Its vertices are welded already, since each stands there six times.
[[nodiscard]] std::optional<PlainModel> read_plain_stl(std::span<const std::byte> content);
/// A binary PLY file, little end first, that has passed preflight: vertices, with normals or not, and triangles.
[[nodiscard]] std::optional<PlainModel> read_plain_ply(std::span<const std::byte> content);
/// An OBJ file of vertices, with normals or not, and triangles, in one group at most.
[[nodiscard]] std::optional<PlainModel> read_plain_obj(std::span<const std::byte> content);

}  // namespace dorsum::mesh
