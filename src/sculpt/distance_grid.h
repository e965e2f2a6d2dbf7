#pragma once

#include <glm/vec3.hpp>
#include <memory>
#include <vector>

#include "mesh/mesh.h"
#include "sculpt/surface.h"

namespace dorsum::sculpt {

/// The union of closed meshes as a sampled signed distance in millimetres: negative inside, exact
/// to about a fifth of a voxel near the surface, and never beyond `reach_mm` (a place further away
/// reads as exactly that far). Reading is thread safe while nobody adds.
class DistanceGrid {
public:
    DistanceGrid(float voxel_mm, float reach_mm);
    DistanceGrid(DistanceGrid&&) noexcept;
    DistanceGrid& operator=(DistanceGrid&&) noexcept;
    DistanceGrid(const DistanceGrid&) = delete;
    DistanceGrid& operator=(const DistanceGrid&) = delete;
    ~DistanceGrid();

    /// Unites a closed mesh, in millimetres, with what is there.
    void add(const mesh::TriangleMesh& mesh_mm);
    [[nodiscard]] float distance(glm::vec3 point) const;
    /// Unit length, away from the surface.
    [[nodiscard]] glm::vec3 outward(glm::vec3 point) const;
    /// Unites many closed meshes at once, with their mirror images: faster than one by one, the distances inside
    /// being those to the nearest of all their surfaces.
    void add_all_with_mirrors(const std::vector<const mesh::TriangleMesh*>& meshes_mm);
    /// Blurred by a Gaussian of about this standard deviation.
    [[nodiscard]] DistanceGrid softened(float deviation_mm) const;
    /// Fills hollows narrower than about twice `radius_mm` and rounds what remains (a closing: grown,
    /// then shrunk by the radius, then softened). The result reaches to `reach_mm`; a grid that reaches only three
    /// voxels itself is closed the fastest.
    [[nodiscard]] DistanceGrid closed(float radius_mm, float reach_mm) const;

private:
    struct Grid;
    std::unique_ptr<Grid> grid_;
};

}  // namespace dorsum::sculpt
