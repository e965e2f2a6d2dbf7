#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "mesh/mesh.h"

namespace dorsum::mesh {

struct SurfacePoint {
    glm::vec3 position{0.0F};
    glm::vec3 normal{0.0F};         ///< of the triangle, unit length, outward for outward triangles
    glm::vec3 smooth_normal{0.0F};  ///< interpolated from the vertices; equals `normal` without them
    std::uint32_t triangle = 0;
    float distance = 0.0F;  ///< from the query's origin
};

/// Answers where rays meet a mesh and which of its points is nearest. Immutable; queries are
/// thread safe. Which library does the work stays behind this header.
class SpatialIndex {
public:
    /// An empty mesh gives an index that never hits.
    explicit SpatialIndex(TriangleMesh mesh);
    ~SpatialIndex();
    SpatialIndex(SpatialIndex&&) noexcept;
    SpatialIndex& operator=(SpatialIndex&&) noexcept;
    SpatialIndex(const SpatialIndex&) = delete;
    SpatialIndex& operator=(const SpatialIndex&) = delete;

    /// The first meeting of a ray with the mesh, from either side. `direction` is unit length.
    [[nodiscard]] std::optional<SurfacePoint> first_hit(glm::vec3 origin, glm::vec3 direction,
                                                        float max_distance = 1.0e30F) const;
    /// The point of the mesh nearest to `point`, empty when none lies within `max_distance`.
    [[nodiscard]] std::optional<SurfacePoint> nearest(glm::vec3 point, float max_distance = 1.0e30F) const;

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace dorsum::mesh
