#pragma once

#include <filesystem>

#include "core/error.h"
#include "sculpt/table.h"

namespace dorsum::sculpt {

/// Skin and fat over the muscles of the back.
class SkinCover {
public:
    /// Reads `fat.toml`: thickness of skin and of fat at places of the back of an average adult man.
    [[nodiscard]] static Result<SkinCover> load(const std::filesystem::path& path);
    /// Millimetres from muscle to air at |x| and y of the reference man. `fat` multiplies the fat alone; what it adds
    /// to the reference man's (1) is spread more evenly than his own.
    [[nodiscard]] float thickness_mm(float x, float y, float fat) const;

    /// The largest thickness anywhere.
    [[nodiscard]] float most_mm(float fat) const;

private:
    SkinCover();
    Table skin_;
    Table fat_;
    Table further_fat_;  ///< what each more of `fat` than 1 adds
};

}  // namespace dorsum::sculpt
