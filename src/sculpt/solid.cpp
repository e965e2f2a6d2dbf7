#include "sculpt/solid.h"

#include <meshoptimizer.h>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "sculpt/even_out.h"
#include "sculpt/simplify.h"
#include "sculpt/voxel_surface.h"

namespace dorsum::sculpt {
namespace {

Patch evened(Patch patch, const Field& field, const std::size_t triangles, const int rounds) {
    settle_on_surface(patch, field);
    if (patch.indices.size() / 3 > triangles) {
        simplify(patch, triangles);
    }
    even_out(patch, field, rounds);
    return patch;
}

SurfaceSettings surface_settings(const Solid& solid, const MeshingSettings& settings) {
    const glm::vec3 margin(2.0F * settings.voxel_mm);
    return {solid.bounds_mm.low - margin, solid.bounds_mm.high + margin, settings.voxel_mm, settings.triangles,
            settings.smoothing_rounds};
}

void order_for_drawing(mesh::TriangleMesh& mesh) {
    meshopt_optimizeVertexCache(mesh.indices.data(), mesh.indices.data(), mesh.indices.size(), mesh.positions.size());
}

}  // namespace

mesh::Bounds united(const mesh::Bounds& one, const mesh::Bounds& other) {
    return {glm::min(one.low, other.low), glm::max(one.high, other.high)};
}

mesh::TriangleMesh solid_surface(const Solid& solid, const MeshingSettings& settings) {
    Patch patch = whole_from_voxels(solid.distance, surface_settings(solid, settings));
    patch = evened(std::move(patch), solid.distance, settings.triangles, settings.smoothing_rounds);
    mesh::TriangleMesh result;
    for (const glm::vec3 at : patch.positions) {
        result.normals.push_back(outward(solid.distance, at, settings.shading_step_mm));
    }
    result.positions = std::move(patch.positions);
    result.indices = std::move(patch.indices);
    order_for_drawing(result);
    return result;
}

mesh::TriangleMesh symmetric_solid_surface(const Solid& solid, const MeshingSettings& settings) {
    Patch half = right_half_from_voxels(solid.distance, surface_settings(solid, settings));
    half = evened(std::move(half), solid.distance, settings.triangles / 2, settings.smoothing_rounds);
    mesh::TriangleMesh result = mirrored(half, solid.distance, settings.shading_step_mm);
    order_for_drawing(result);
    return result;
}

}  // namespace dorsum::sculpt
