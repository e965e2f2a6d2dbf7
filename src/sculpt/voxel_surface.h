#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <vector>

#include "sculpt/surface.h"

namespace dorsum::sculpt {

/// Triangles in millimetres that share vertices.
struct Patch {
    std::vector<glm::vec3> positions;
    std::vector<std::uint32_t> indices;
    bool half = false;  ///< its border lies on x = 0 and none of it beyond
};

/// The half with x >= 0 of a symmetric field's surface, cut open along x = 0 where its border
/// vertices lie exactly. Two triangles or so per voxel that the surface passes.
[[nodiscard]] Patch right_half_from_voxels(const Field& field, SurfaceSettings settings);

/// The whole surface inside the box.
[[nodiscard]] Patch whole_from_voxels(const Field& field, const SurfaceSettings& settings);

}  // namespace dorsum::sculpt
