#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "mesh/mesh.h"

namespace dorsum::mesh {

/// Reads the parts of a GLB file that export_glb wrote, with all that Assimp drops: fibres, tints,
/// coarser levels, shared mirrored meshes. Everything comes back as it was exported; nothing is welded
/// or smoothed. Empty for a file by another program, and for one that has anything in it that
/// export_glb does not write or that cannot be used, which is then read as any other file.
/// `content` has passed preflight.
[[nodiscard]] std::optional<std::vector<ModelPart>> read_own_glb(std::span<const std::byte> content);

}  // namespace dorsum::mesh
