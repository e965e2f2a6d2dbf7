#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "mesh/mesh.h"

namespace dorsum::mesh {

inline constexpr const char* draco_extension = "KHR_draco_mesh_compression";

/// The numbers under which a compressed primitive keeps what is read of it.
struct DracoAttributes {
    std::uint32_t position = 0;
    std::optional<std::uint32_t> normal;
};

/// Decodes one primitive of triangles: positions, normals where there are any, and indices of any width. Empty where
/// the bytes are damaged or hold something else. May throw std::bad_alloc where they announce too much.
[[nodiscard]] std::optional<TriangleMesh> decode_draco(std::span<const std::byte> compressed,
                                                       const DracoAttributes& attributes);

}  // namespace dorsum::mesh
