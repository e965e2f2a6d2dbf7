#pragma once

#include <glm/vec3.hpp>
#include <memory>
#include <vector>

#include "mesh/mesh.h"

namespace dorsum::mesh {

struct SurfaceGraph;

/// Shortest ways over a surface. Immutable; questions are thread safe. Made in tenths of a second for some hundred
/// thousand triangles; of a mesh of more, a coarser level is walked on where it has one.
class SurfaceWays {
public:
    explicit SurfaceWays(const TriangleMesh& mesh);
    ~SurfaceWays();
    SurfaceWays(SurfaceWays&&) noexcept;
    SurfaceWays& operator=(SurfaceWays&&) noexcept;
    SurfaceWays(const SurfaceWays&) = delete;
    SurfaceWays& operator=(const SurfaceWays&) = delete;

    /// The way over the triangles from the place nearest to `from` to that nearest to `to`: at least two points,
    /// straight from one to the next within a triangle. Nowhere can it be made shorter by a small change, and it begins
    /// from a row of triangles that is short as a whole. Empty where no way leads there. Milliseconds. Based on: S. Xin
    /// and G. Wang, Efficiently determining a locally exact shortest path on polyhedral surfaces (2007): the row of
    /// triangles is laid flat and a string pulled tight in it (D. Lee and F. Preparata 1984); where the string rests
    /// against a corner and the other side of that corner is the shorter one, the row goes round there.
    [[nodiscard]] std::vector<glm::vec3> shortest(glm::vec3 from, glm::vec3 to) const;

private:
    std::unique_ptr<const SurfaceGraph> graph_;
};

/// The length of a line from point to point.
[[nodiscard]] double length_of(const std::vector<glm::vec3>& line);

}  // namespace dorsum::mesh
