#pragma once

#include <filesystem>

#include "core/error.h"
#include "mesh/mesh.h"

namespace dorsum::mesh {

/// Writes a binary glTF 2.0 file with one named node per part (positions as stored, normals if
/// present). The same model gives the same bytes. Nothing is left behind when it fails.
[[nodiscard]] Result<void> export_glb(const Model& model, const std::filesystem::path& target);

}  // namespace dorsum::mesh
