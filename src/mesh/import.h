#pragma once

#include <filesystem>
#include <functional>

#include "core/error.h"
#include "mesh/mesh.h"

namespace dorsum::mesh {

/// Called now and then while a file is read, with the share done from 0 to 1.
/// Returning false asks the import to stop.
using ImportProgress = std::function<bool(float)>;

/// Reads OBJ, STL, PLY, FBX, DAE, glTF and GLB. The headers of the binary and announced sizes are
/// checked before anything is allocated for them. Triangles with an index out of range or a
/// position that is not a number are dropped and said in `Model::warnings`; a file in which none
/// remains is an error, and so is a DAE file with such an index, which the library refuses whole.
/// Vertices at the same place with normals less than 60 degrees apart share one normal, so that
/// faceted exports look smooth. Parts of very many triangles get coarser levels (coarser_levels.h). "This is not a
/// model file" and "this model file is broken" are different errors. Thread safe. A hostile file can still bring the
/// reading library down; whoever reads files of unknown origin does so in a process of its own (app/isolated_import.h).
[[nodiscard]] Result<Model> import_model(const std::filesystem::path& path, const ImportProgress& progress = {});

/// Reads a GLB file that export_glb wrote, and no other. Nothing of it reaches the reading library, whatever is
/// in it, so that this may be done in any process.
[[nodiscard]] Result<Model> import_own_model(const std::filesystem::path& path);

}  // namespace dorsum::mesh
