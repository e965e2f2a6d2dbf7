#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mesh/mesh.h"
#include "sculpt/muscle/sheet.h"

namespace dorsum::sculpt {

/// The outer and the inner surface of a sheet, on the same lattice.
struct Skins {
    Points top;
    Points bottom;
    Points outward;
    Lattice<float> tendon;
};

/// A piece of a structure: closed, two-manifold, wound outwards, in millimetres.
struct SheetPiece {
    std::string id;
    mesh::TriangleMesh mesh;
    std::vector<glm::vec3> fibres;  ///< as Structure has them
    std::vector<float> tendon;      ///< as Structure has it
};

/// Closes the columns from `first` to `last` along their rim; its id is left empty. The inner skin has every
/// second column and row only, as nobody looks at it. Both ranges hold an even number of strips.
[[nodiscard]] SheetPiece closed_piece(const Skins& skins, std::size_t first, std::size_t last);

}  // namespace dorsum::sculpt
