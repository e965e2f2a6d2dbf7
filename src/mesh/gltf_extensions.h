#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>

#include "core/error.h"

namespace dorsum::mesh {

/// Whether every extension that a glTF file needs is one that can be read or that leaves its shape alone. The error
/// names the extension and says how to save the file without it. A value of a wrong type throws Json::exception.
[[nodiscard]] Result<void> check_gltf_extensions(const std::filesystem::path& path, const nlohmann::json& document);

}  // namespace dorsum::mesh
