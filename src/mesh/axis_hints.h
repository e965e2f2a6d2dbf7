#pragma once

#include <assimp/scene.h>

#include <string_view>

#include "mesh/mesh.h"
#include "mesh/model_format.h"

namespace dorsum::mesh {

/// What a file says of its axes and unit. glTF 2.0 (section 3.4) fixes metres, y up, front +z; FBX
/// tells them in its global settings (unit in centimetres), DAE in its <asset>; OBJ, STL and PLY
/// say nothing. `dae_text` is the text of a DAE file, at least to the end of its first <asset>.
[[nodiscard]] AxisHints axis_hints(const aiScene& scene, ModelFormat format, std::string_view dae_text);

/// What glTF says for every file.
[[nodiscard]] AxisHints gltf_hints();

}  // namespace dorsum::mesh
