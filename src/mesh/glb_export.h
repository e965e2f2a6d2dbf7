#pragma once

#include <filesystem>

#include "core/error.h"
#include "mesh/mesh.h"

namespace dorsum::mesh {

/// Writes a binary glTF 2.0 file with one named node per part: positions as stored, normals, tints
/// (COLOR_0) and fibres (_FIBRE) where there are any, 16 bit indices where they suffice. Coarser levels
/// become nodes of the extension MSFT_lod, which share the finest level's vertices. A part that is
/// the mirror image of another becomes a node of scale [-1, 1, 1] with the other's mesh. Programs that
/// know neither the extension nor the attributes show the finest level all the same. The same model
/// gives the same bytes. Parts without triangles, and mirror images of such, are left out. Fails where
/// two parts have one name, or one mirrors what is not before it. Nothing is left behind when it fails.
[[nodiscard]] Result<void> export_glb(const Model& model, const std::filesystem::path& target);

}  // namespace dorsum::mesh
