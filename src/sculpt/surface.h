#pragma once

#include <cstddef>
#include <functional>
#include <glm/vec3.hpp>

#include "mesh/mesh.h"

namespace dorsum::sculpt {

/// A signed distance in millimetres, negative inside; called from several threads at once.
using Field = std::function<float(glm::vec3)>;

struct SurfaceSettings {
    glm::vec3 low_mm{0.0F};  ///< box around the surface; its low x does not matter
    glm::vec3 high_mm{0.0F};
    float voxel_mm = 2.0F;
    std::size_t triangles = 10000;  ///< of both halves together, at most
    int smoothing_rounds = 0;       ///< how often the triangles are made more even
};

/// The surface of a field that is symmetric in x, in metres: closed, outward, its left the exact
/// mirror of its right, normals taken from the field. The same input gives the same mesh.
[[nodiscard]] mesh::TriangleMesh symmetric_surface(const Field& field, const SurfaceSettings& settings);

struct Patch;

/// A right half and its mirror image as one mesh in millimetres, normals from the field's slope over the step.
[[nodiscard]] mesh::TriangleMesh mirrored(const Patch& half, const Field& field, float shading_step_mm);

/// The unit gradient of a field.
[[nodiscard]] glm::vec3 outward(const Field& field, glm::vec3 point, float step_mm = 1.0F);

}  // namespace dorsum::sculpt
