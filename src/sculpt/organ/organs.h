#pragma once

#include <filesystem>
#include <vector>

#include "core/error.h"
#include "sculpt/detail.h"
#include "sculpt/structure.h"

namespace dorsum::sculpt {

/// Lungs, heart, stomach, liver, spleen and kidneys, from the figures in `figures_folder`. Fails,
/// naming file and line, where figures are missing or wrong.
[[nodiscard]] Result<std::vector<Structure>> organs(const std::filesystem::path& figures_folder, const Detail& detail);

}  // namespace dorsum::sculpt
