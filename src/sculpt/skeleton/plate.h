#pragma once

#include <array>
#include <cstddef>
#include <glm/vec3.hpp>
#include <vector>

#include "mesh/mesh.h"
#include "sculpt/shapes.h"

namespace dorsum::sculpt {

/// A curved plate of bone with rounded rims: a smooth surface through rows of stations, as thick on either side as
/// the stations' radius says. Rows follow one another across the plate; each has at least two stations, and
/// neighbouring rows may have different numbers of them.
class PlateShape {
public:
    /// At least two rows.
    explicit PlateShape(const std::vector<std::vector<Station>>& rows);
    /// In millimetres, negative inside.
    [[nodiscard]] float distance(glm::vec3 point) const;
    [[nodiscard]] const mesh::Bounds& bounds_mm() const { return bounds_; }

private:
    struct Triangle {
        std::array<Station, 3> corners;
    };
    /// A box of the search tree over the triangles; a leaf where `second` is zero.
    struct Node {
        mesh::Bounds box;
        float thickest = 0.0F;
        std::size_t first = 0;  ///< first triangle of a leaf
        std::size_t count = 0;
        std::size_t second = 0;  ///< the second child; the first child follows its parent
    };
    void triangulate(const std::vector<std::vector<Station>>& rows);
    std::size_t grow_tree(std::size_t first, std::size_t count);
    [[nodiscard]] static float distance(const Triangle& triangle, glm::vec3 point);

    std::vector<Triangle> triangles_;
    std::vector<Node> nodes_;
    mesh::Bounds bounds_;
};

}  // namespace dorsum::sculpt
