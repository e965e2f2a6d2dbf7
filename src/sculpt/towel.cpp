#include "sculpt/towel.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "core/units.h"
#include "sculpt/cloth.h"
#include "sculpt/table_furniture.h"

namespace dorsum::sculpt {
namespace {

constexpr std::size_t columns = 81;
constexpr std::size_t rows = 92;
constexpr float half_breadth_mm = 470.0F;
constexpr float length_mm = 1060.0F;
constexpr float thickness_mm = 6.0F;
constexpr std::size_t hem_rows = 5;
constexpr float hem_lift_mm = 5.5F;

/// One cloth row of the finished towel: which row, and how far it is lifted off the cloth.
struct ProfileRow {
    float row;
    float lift_mm;
};

/// From the feet up to the free edge of the folded-over hem, up its step, over it to the fold and
/// round to the underside, which lies on the skin.
std::vector<ProfileRow> profile() {
    std::vector<ProfileRow> result;
    result.push_back({static_cast<float>(rows) - 1.0F, -2.5F});
    for (std::size_t row = rows - 1; row > hem_rows; --row) {
        result.push_back({static_cast<float>(row), 0.0F});
    }
    const auto edge = static_cast<float>(hem_rows);
    result.push_back({edge + 0.45F, 0.1F * hem_lift_mm});
    result.push_back({edge + 0.25F, 0.5F * hem_lift_mm});
    result.push_back({edge + 0.05F, 0.9F * hem_lift_mm});
    for (std::size_t row = hem_rows; row-- > 1;) {
        result.push_back({static_cast<float>(row) + 0.4F, hem_lift_mm});
    }
    result.push_back({0.45F, hem_lift_mm});
    result.push_back({0.12F, 0.85F * hem_lift_mm});
    result.push_back({-0.08F, 0.45F * hem_lift_mm});
    result.push_back({-0.06F, -0.1F * hem_lift_mm});
    result.push_back({0.10F, -0.55F * hem_lift_mm});
    return result;
}

/// The cloth as a smooth surface between its rows.
glm::vec3 between_rows(const std::vector<glm::vec3>& values, const float row, const std::size_t column) {
    const float base = std::clamp(std::floor(row), 0.0F, static_cast<float>(rows) - 2.0F);
    const auto index = static_cast<std::size_t>(base);
    const glm::vec3 a = values[index * columns + column];
    const glm::vec3 b = values[(index + 1) * columns + column];
    return a + (b - a) * (row - base);
}

std::vector<glm::vec3> grid_normals(const std::vector<glm::vec3>& grid, const std::size_t row_count) {
    std::vector<glm::vec3> normals(grid.size());
    for (std::size_t row = 0; row < row_count; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            const auto at = [&](const std::size_t r, const std::size_t c) { return grid[r * columns + c]; };
            const glm::vec3 across = at(row, std::min(column + 1, columns - 1)) - at(row, column > 0 ? column - 1 : 0);
            const glm::vec3 down = at(std::min(row + 1, row_count - 1), column) - at(row > 0 ? row - 1 : 0, column);
            normals[row * columns + column] = glm::normalize(glm::cross(down, across));
        }
    }
    return normals;
}

}  // namespace

mesh::TriangleMesh draped_towel(const Field& figure, const TowelPlace& place) {
    const Field obstacle = [&](const glm::vec3 at) {
        return std::min(figure(at), table_top_distance(at, place.table_top_z)) - thickness_mm;
    };
    const std::vector<glm::vec3> cloth =
        draped_cloth(obstacle, {columns, rows, half_breadth_mm, place.top_y, length_mm});
    const std::vector<glm::vec3> normals = grid_normals(cloth, rows);

    const std::vector<ProfileRow> surface_rows = profile();
    std::vector<glm::vec3> surface;
    for (const ProfileRow& row : surface_rows) {
        for (std::size_t column = 0; column < columns; ++column) {
            surface.push_back(between_rows(cloth, row.row, column) +
                              between_rows(normals, row.row, column) * row.lift_mm);
        }
    }
    mesh::TriangleMesh towel;
    // Rows now run from the feet to the head, hence the other sign.
    for (const glm::vec3 normal : grid_normals(surface, surface_rows.size())) {
        towel.normals.push_back(-normal);
    }
    for (const glm::vec3 at : surface) {
        towel.positions.push_back(at * metres_from_mm(1.0F));
    }
    for (std::uint32_t row = 0; row + 1 < surface_rows.size(); ++row) {
        for (std::uint32_t column = 0; column + 1 < columns; ++column) {
            const auto a = static_cast<std::uint32_t>(row * columns + column);
            const auto b = static_cast<std::uint32_t>(a + columns);
            towel.indices.insert(towel.indices.end(), {a, a + 1, b + 1, a, b + 1, b});
        }
    }
    return towel;
}

}  // namespace dorsum::sculpt
