#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "mesh/mesh.h"

namespace dorsum::render {

/// The upper contour of a lying body: for each cell of a grid over x and y (body frame) the largest z
/// of the meshes, or `floor_m` where there is none. Light and contact shade are derived from it.
class HeightMap {
public:
    /// `meshes` may be empty; then everything is at the floor of 0.
    explicit HeightMap(std::span<const mesh::TriangleMesh* const> meshes);

    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] glm::vec2 low() const { return low_; }  ///< corner of the first cell, metres
    [[nodiscard]] float cell_m() const { return cell_m_; }
    [[nodiscard]] float floor_m() const { return floor_m_; }
    [[nodiscard]] const std::vector<float>& cells() const { return cells_; }  ///< [height][width]
    /// Interpolated between cell centres; the floor outside the grid.
    [[nodiscard]] float at(glm::vec2 point) const { return sample(cells_, point); }
    [[nodiscard]] float sample(const std::vector<float>& cells, glm::vec2 point) const;
    /// Cells averaged over about `radius_m` (two passes of a box).
    [[nodiscard]] std::vector<float> blurred(const std::vector<float>& cells, float radius_m) const;

private:
    void draw(const mesh::TriangleMesh& mesh);
    int width_ = 1;
    int height_ = 1;
    float cell_m_ = 1.0F;
    float floor_m_ = 0.0F;
    glm::vec2 low_{0.0F};
    std::vector<float> cells_{0.0F};
};

}  // namespace dorsum::render
