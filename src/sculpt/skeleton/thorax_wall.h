#pragma once

#include <filesystem>

#include "core/error.h"
#include "sculpt/solid.h"

namespace dorsum::sculpt {

/// The chest as one closed body, symmetric in x: its surface runs over the outer faces of ribs, rib cartilages and
/// sternum and bridges the spaces between them, as the intercostal muscles do; behind the spine it runs over the
/// laminae. Reaches from the first rib to the rib margin and the twelfth rib, rounded off there. Millimetres in the
/// body frame, negative inside. Fails, naming file and line, where vertebrae.toml or ribs.toml are missing or wrong.
[[nodiscard]] Result<Solid> thorax_wall(const std::filesystem::path& figures_folder);

}  // namespace dorsum::sculpt
