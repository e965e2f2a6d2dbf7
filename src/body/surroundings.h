#pragma once

#include <string>
#include <vector>

#include "mesh/mesh.h"

namespace dorsum::body {

/// What a surface that is plainly no skin is called after it was taken out: the part's name and this.
inline constexpr const char* surroundings_suffix = " (table)";

/// Takes out of the parts named in `is_skin` (one flag for each part of the model) what is connected in itself and
/// plainly no body: planes, boxes, and what lies far from the body or around it (floors, tables, frames, lamps). Each
/// part that loses something is followed by a part of its own for that. Nothing is taken out where nothing else would
/// remain. Adds a warning that names the parts.
void take_out_surroundings(mesh::Model& model, const std::vector<bool>& is_skin);

}  // namespace dorsum::body
