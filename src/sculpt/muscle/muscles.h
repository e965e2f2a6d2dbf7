#pragma once

#include <filesystem>
#include <vector>

#include "core/error.h"
#include "sculpt/detail.h"
#include "sculpt/structure.h"

namespace dorsum::sculpt {

/// All muscles and the thoracolumbar fascia, the deepest first, each laid over the skeleton and the
/// muscles beneath it. `thickness` multiplies every muscle's thickness (1 is the reference man).
/// Fails, naming file and line, where figures are missing or wrong.
[[nodiscard]] Result<std::vector<Structure>> muscles(const std::filesystem::path& figures_folder,
                                                     const std::vector<Structure>& skeleton, float thickness,
                                                     const Detail& detail);

}  // namespace dorsum::sculpt
