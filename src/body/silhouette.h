#pragma once

#include <functional>
#include <glm/mat3x3.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <vector>

#include "mesh/mesh.h"

namespace dorsum::body {

/// Calls `visit` for points spread over every triangle, none further than about `spacing` from the
/// next one; some points more than once, but a vertex of a fine mesh not once for each triangle around it.
void for_each_surface_point(const std::vector<const mesh::TriangleMesh*>& meshes, float spacing,
                            const std::function<void(glm::vec3)>& visit);

/// A body seen from behind, as depths on a grid: x grows to the right, rows grow upwards, depth
/// towards the viewer; all in the model's unit. Cells beside the body are not a number.
struct Silhouette {
    glm::vec2 low{0.0F};  ///< x and y of the centre of cell (0, 0)
    float cell = 1.0F;
    int columns = 0;
    int rows = 0;
    std::vector<float> back;   ///< rows x columns: greatest depth
    std::vector<float> front;  ///< least depth

    [[nodiscard]] float height() const { return cell * static_cast<float>(rows); }
    [[nodiscard]] float x_of(int column) const { return low.x + cell * static_cast<float>(column); }
    [[nodiscard]] float y_of(int row) const { return low.y + cell * static_cast<float>(row); }
    [[nodiscard]] int column_at(float x) const;
    [[nodiscard]] int row_at(float y) const;
    [[nodiscard]] bool filled(int row, int column) const;
    [[nodiscard]] std::size_t index(int row, int column) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
    }
};

/// The columns from `first` to `last` that are filled without a gap.
struct Run {
    int first = 0;
    int last = 0;
};
/// The run of a row that holds a column; empty when that cell is empty.
[[nodiscard]] std::optional<Run> run_at(const Silhouette& silhouette, int row, int column);

/// @param body_from_model  a rotation whose rows are right, up and back
[[nodiscard]] Silhouette make_silhouette(const std::vector<const mesh::TriangleMesh*>& meshes,
                                         const glm::mat3& body_from_model);

/// The same body turned by half a turn in the picture's plane: head and feet change places.
[[nodiscard]] Silhouette upside_down(const Silhouette& silhouette);
/// The same body turned by half a turn about its long axis: back and front change places.
[[nodiscard]] Silhouette turned_round(const Silhouette& silhouette);

/// The x of the plane between left and right: the median over the rows of the middle of what is
/// filled.
[[nodiscard]] float symmetry_x(const Silhouette& silhouette);

}  // namespace dorsum::body
