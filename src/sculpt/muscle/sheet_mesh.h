#pragma once

#include <vector>

#include "sculpt/muscle/ground.h"
#include "sculpt/muscle/sheet.h"
#include "sculpt/muscle/skins.h"

namespace dorsum::sculpt {

struct SheetSettings {
    float thickness = 1.0F;   ///< factor on the thickness
    float coarseness = 1.0F;  ///< as Detail has it
    unsigned seed = 0;        ///< tells the bundles of one sheet from those of another
};

/// The sheet laid over the ground, given its thickness and cut into its parts.
[[nodiscard]] std::vector<SheetPiece> sheet_pieces(const Sheet& sheet, const Ground& ground,
                                                   const SheetSettings& settings);

}  // namespace dorsum::sculpt
