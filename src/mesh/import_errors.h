#pragma once

#include <filesystem>
#include <string>

#include "core/error.h"
#include "mesh/model_format.h"

namespace dorsum::mesh {

/// The file is no model of any format that can be read.
[[nodiscard]] tl::unexpected<Error> not_a_model(const std::filesystem::path& path);

/// The file is recognisably of a format, but damaged; `why` is a short reason without a full stop.
[[nodiscard]] tl::unexpected<Error> broken(const std::filesystem::path& path, ModelFormat format,
                                           const std::string& why);

/// The file is sound, but there is no surface in it.
[[nodiscard]] tl::unexpected<Error> no_triangles(const std::filesystem::path& path);

/// The import was asked to stop.
[[nodiscard]] tl::unexpected<Error> stopped(const std::filesystem::path& path);

}  // namespace dorsum::mesh
