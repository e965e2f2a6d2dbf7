#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/error.h"
#include "sculpt/muscle/sheet.h"
#include "sculpt/structure.h"

namespace dorsum::sculpt {

/// The sheets that are laid together, none on top of another.
struct Muscle {
    std::string id;
    Layer layer = Layer::superficial_muscle;
    std::vector<std::string> under;  ///< the structures it lies under, and that are no floor to it
    std::vector<Sheet> sheets;
};

/// The muscles of one file, the deepest first. The format is written at the top of
/// figures/muscles_superficial.toml. Fails, naming file and line, where figures are missing or wrong.
[[nodiscard]] Result<std::vector<Muscle>> load_muscles(const std::filesystem::path& path);

}  // namespace dorsum::sculpt
