#pragma once

#include <assimp/scene.h>

#include <memory>
#include <string>
#include <vector>

#include "mesh/mesh.h"
#include "mesh/model_format.h"

namespace dorsum::mesh {

struct SceneParts {
    std::vector<ModelPart> parts;   ///< normals not yet smoothed, vertices not yet welded
    std::size_t bad_positions = 0;  ///< triangles left out because a position is no usable number
};

/// Takes a scene apart, one part for each node that has triangles, in the order of the file and
/// with its transforms applied. `fallback_name` names parts to which the file gives no name.
/// Frees each mesh of the scene as soon as it has been copied.
[[nodiscard]] SceneParts take_parts(std::unique_ptr<aiScene> scene, ModelFormat format,
                                    const std::string& fallback_name);

}  // namespace dorsum::mesh
