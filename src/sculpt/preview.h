#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/error.h"
#include "mesh/mesh.h"
#include "sculpt/detail.h"

namespace dorsum::sculpt {

/// The groups of structures that can be built alone, for a look: "axial_skeleton", "limb_skeleton", "skeleton",
/// "muscles" (with the skeleton below them), "organs".
[[nodiscard]] std::vector<std::string> preview_groups();

/// A group in metres, left and right, one part per structure.
[[nodiscard]] Result<mesh::Model> preview(const std::string& group, const std::filesystem::path& figures_folder,
                                          const Detail& detail);

}  // namespace dorsum::sculpt
