#pragma once

#include <filesystem>
#include <vector>

#include "core/error.h"
#include "sculpt/detail.h"
#include "sculpt/structure.h"

namespace dorsum::sculpt {

/// Vertebrae C1 to L5 with their discs, sacrum and coccyx, ribs with their cartilages, sternum: from
/// the figures in `figures_folder`. Fails, naming file and line, where figures are missing or wrong.
[[nodiscard]] Result<std::vector<Structure>> axial_skeleton(const std::filesystem::path& figures_folder,
                                                            const Detail& detail);

}  // namespace dorsum::sculpt
