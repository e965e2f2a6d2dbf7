#pragma once

#include <cstddef>
#include <vector>

#include "mesh/mesh.h"
#include "sculpt/surface.h"

namespace dorsum::sculpt {

/// A shape as a signed distance in millimetres and the box that holds all of its surface.
struct Solid {
    Field distance;
    mesh::Bounds bounds_mm;
};

/// The box around both.
[[nodiscard]] mesh::Bounds united(const mesh::Bounds& one, const mesh::Bounds& other);

struct MeshingSettings {
    float voxel_mm = 1.5F;
    std::size_t triangles = 2000;  ///< at most
    int smoothing_rounds = 4;      ///< how often the triangles are made more even
    float shading_step_mm = 0.8F;  ///< over which the field's slope gives the normals
};

/// The closed surface of a solid, in millimetres, wound outwards, normals taken from the field. Of
/// several loose pieces all are kept. The same input gives the same mesh. Fields are called from
/// several threads at once and should be true to about a third near the surface.
[[nodiscard]] mesh::TriangleMesh solid_surface(const Solid& solid, const MeshingSettings& settings);

/// The same of a solid that is symmetric in x: its left the exact mirror of its right.
[[nodiscard]] mesh::TriangleMesh symmetric_solid_surface(const Solid& solid, const MeshingSettings& settings);

}  // namespace dorsum::sculpt
