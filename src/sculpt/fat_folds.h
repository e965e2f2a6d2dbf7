#pragma once

#include <filesystem>
#include <glm/vec3.hpp>

#include "core/error.h"
#include "sculpt/table.h"

namespace dorsum::sculpt {

/// The creases of the skin between pads of fat, at nape and flank, with the pads swelling on both sides of each.
class FatFolds {
public:
    /// Reads the folds of `fat.toml`: lines over the angle from straight back and the height, with their depth.
    [[nodiscard]] static Result<FatFolds> load(const std::filesystem::path& path);
    /// How far, in millimetres, the skin stands out (pads) or in (creases, negative) at a place of the reference man,
    /// for each more of `fat` than 1.5. Arms have none.
    [[nodiscard]] float relief_mm(glm::vec3 reference, float fat) const;

private:
    FatFolds();
    Table relief_;  ///< over the angle (degrees) and the height y
};

}  // namespace dorsum::sculpt
