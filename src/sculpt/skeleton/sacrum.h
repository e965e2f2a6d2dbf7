#pragma once

#include <filesystem>

#include "core/error.h"
#include "sculpt/skeleton/bone_shapes.h"
#include "sculpt/skeleton/spine.h"

namespace dorsum::sculpt {

struct SacrumAndCoccyx {
    Solid sacrum;
    Solid coccyx;
};

/// Both symmetric in x. Reads sacrum.toml; fails, naming file and line.
[[nodiscard]] Result<SacrumAndCoccyx> sacrum_and_coccyx(const std::filesystem::path& figures_folder,
                                                        const Spine& spine);

}  // namespace dorsum::sculpt
