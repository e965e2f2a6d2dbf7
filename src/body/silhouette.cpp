#include "body/silhouette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <limits>
#include <utility>

namespace dorsum::body {
namespace {

constexpr float empty_cell = std::numeric_limits<float>::quiet_NaN();
constexpr int cells_along_longest = 240;

mesh::Bounds turned_bounds(const std::vector<const mesh::TriangleMesh*>& meshes, const glm::mat3& rotation) {
    mesh::Bounds box{glm::vec3(std::numeric_limits<float>::max()), glm::vec3(std::numeric_limits<float>::lowest())};
    for (const mesh::TriangleMesh* mesh : meshes) {
        for (const glm::vec3& position : mesh->positions) {
            const glm::vec3 turned = rotation * position;
            box.low = glm::min(box.low, turned);
            box.high = glm::max(box.high, turned);
        }
    }
    return box;
}

/// Many large triangles that cross each other would cost minutes; points farther apart still fill them.
float affordable_spacing(const std::vector<const mesh::TriangleMesh*>& meshes, const float spacing) {
    constexpr double most_points = 2.0e7;
    double area = 0.0;
    for (const mesh::TriangleMesh* mesh : meshes) {
        for (std::size_t i = 0; i + 2 < mesh->indices.size(); i += 3) {
            const glm::vec3 a = mesh->positions[mesh->indices[i]];
            area += 0.5 * static_cast<double>(glm::length(glm::cross(mesh->positions[mesh->indices[i + 1]] - a,
                                                                     mesh->positions[mesh->indices[i + 2]] - a)));
        }
    }
    const double points = area / (static_cast<double>(spacing) * static_cast<double>(spacing));
    return points > most_points ? spacing * static_cast<float>(std::sqrt(points / most_points)) : spacing;
}

/// Of fine meshes, whose triangles are smaller than the spacing, every vertex is visited once, not with each of the
/// six triangles around it.
class VisitedVertices {
public:
    VisitedVertices(const mesh::TriangleMesh& mesh, const float spacing)
        : mesh_(mesh), visited_(mesh.positions.size(), 0), squared_small_(0.999F * spacing * spacing) {}

    /// Whether nothing of a triangle (the place of its first index) is left to visit: it is small, and its corners have
    /// been visited before.
    [[nodiscard]] bool done(const std::size_t first) {
        const std::array corners{mesh_.indices[first], mesh_.indices[first + 1], mesh_.indices[first + 2]};
        if (visited_[corners[0]] == 0 || visited_[corners[1]] == 0 || visited_[corners[2]] == 0) {
            for (const std::uint32_t corner : corners) {
                visited_[corner] = 1;  // by whoever asks
            }
            return false;
        }
        const glm::vec3 a = mesh_.positions[corners[0]];
        const glm::vec3 b = mesh_.positions[corners[1]];
        const glm::vec3 c = mesh_.positions[corners[2]];
        return glm::dot(b - a, b - a) < squared_small_ && glm::dot(c - b, c - b) < squared_small_ &&
               glm::dot(a - c, a - c) < squared_small_;
    }

private:
    const mesh::TriangleMesh& mesh_;
    std::vector<std::uint8_t> visited_;
    float squared_small_;
};

}  // namespace

void for_each_surface_point(const std::vector<const mesh::TriangleMesh*>& meshes, const float spacing,
                            const std::function<void(glm::vec3)>& visit) {
    const float affordable = affordable_spacing(meshes, spacing);
    const auto steps_over = [affordable](const float length) {
        constexpr float most_steps = 1000.0F;
        return std::max(1, static_cast<int>(std::ceil(std::min(length / affordable, most_steps))));
    };
    for (const mesh::TriangleMesh* mesh : meshes) {
        VisitedVertices visited(*mesh, affordable);
        for (std::size_t i = 0; i + 2 < mesh->indices.size(); i += 3) {
            if (visited.done(i)) {
                continue;
            }
            glm::vec3 a = mesh->positions[mesh->indices[i]];
            glm::vec3 b = mesh->positions[mesh->indices[i + 1]];
            glm::vec3 c = mesh->positions[mesh->indices[i + 2]];
            // Lines along the longest edge, so that slivers cost no more than their length.
            while (glm::distance(a, b) < std::max(glm::distance(b, c), glm::distance(c, a))) {
                std::swap(a, b);
                std::swap(b, c);
            }
            const float longest = glm::distance(a, b);
            const float twice_area = glm::length(glm::cross(b - a, c - a));
            const int lines = longest > 0.0F ? steps_over(twice_area / longest) : 1;
            for (int line = 0; line <= lines; ++line) {
                const float share = static_cast<float>(line) / static_cast<float>(lines);
                const glm::vec3 from = glm::mix(a, c, share);
                const glm::vec3 to = glm::mix(b, c, share);
                const int steps = steps_over(longest * (1.0F - share));
                for (int step = 0; step <= steps; ++step) {
                    visit(glm::mix(from, to, static_cast<float>(step) / static_cast<float>(steps)));
                }
            }
        }
    }
}

int Silhouette::column_at(const float x) const {
    return std::clamp(static_cast<int>(std::lround((x - low.x) / cell)), 0, columns - 1);
}

int Silhouette::row_at(const float y) const {
    return std::clamp(static_cast<int>(std::lround((y - low.y) / cell)), 0, rows - 1);
}

bool Silhouette::filled(const int row, const int column) const {
    return row >= 0 && row < rows && column >= 0 && column < columns && !std::isnan(back[index(row, column)]);
}

std::optional<Run> run_at(const Silhouette& silhouette, const int row, const int column) {
    if (!silhouette.filled(row, column)) {
        return std::nullopt;
    }
    Run run{column, column};
    while (silhouette.filled(row, run.first - 1)) {
        --run.first;
    }
    while (silhouette.filled(row, run.last + 1)) {
        ++run.last;
    }
    return run;
}

Silhouette make_silhouette(const std::vector<const mesh::TriangleMesh*>& meshes, const glm::mat3& body_from_model) {
    Silhouette silhouette;
    const mesh::Bounds box = turned_bounds(meshes, body_from_model);
    const glm::vec3 size = box.size();
    silhouette.cell = std::max(size.x, size.y) / static_cast<float>(cells_along_longest);
    if (!(silhouette.cell > 0.0F) || !std::isfinite(silhouette.cell)) {
        return silhouette;
    }
    silhouette.columns = std::max(1, static_cast<int>(std::ceil(size.x / silhouette.cell)));
    silhouette.rows = std::max(1, static_cast<int>(std::ceil(size.y / silhouette.cell)));
    // Columns lie evenly about the middle: the left and the right of a symmetric body then fall into
    // mirrored columns.
    const float half_breadth = 0.5F * static_cast<float>(silhouette.columns - 1) * silhouette.cell;
    silhouette.low = {0.5F * (box.low.x + box.high.x) - half_breadth, box.low.y + 0.5F * silhouette.cell};
    silhouette.back.assign(silhouette.index(silhouette.rows, 0), empty_cell);
    silhouette.front = silhouette.back;
    for_each_surface_point(meshes, 0.7F * silhouette.cell, [&](const glm::vec3 point) {
        const glm::vec3 turned = body_from_model * point;
        const std::size_t at = silhouette.index(silhouette.row_at(turned.y), silhouette.column_at(turned.x));
        silhouette.back[at] = std::fmax(silhouette.back[at], turned.z);
        silhouette.front[at] = std::fmin(silhouette.front[at], turned.z);
    });
    return silhouette;
}

Silhouette upside_down(const Silhouette& silhouette) {
    Silhouette turned = silhouette;
    turned.low = {-silhouette.x_of(silhouette.columns - 1), -silhouette.y_of(silhouette.rows - 1)};
    std::reverse(turned.back.begin(), turned.back.end());
    std::reverse(turned.front.begin(), turned.front.end());
    return turned;
}

Silhouette turned_round(const Silhouette& silhouette) {
    Silhouette turned = silhouette;
    turned.low.x = -silhouette.x_of(silhouette.columns - 1);
    for (int row = 0; row < silhouette.rows; ++row) {
        for (int column = 0; column < silhouette.columns; ++column) {
            const std::size_t from = silhouette.index(row, silhouette.columns - 1 - column);
            turned.back[silhouette.index(row, column)] = -silhouette.front[from];
            turned.front[silhouette.index(row, column)] = -silhouette.back[from];
        }
    }
    return turned;
}

float symmetry_x(const Silhouette& silhouette) {
    std::vector<float> middles;
    for (int row = 0; row < silhouette.rows; ++row) {
        double sum = 0.0;
        int count = 0;
        for (int column = 0; column < silhouette.columns; ++column) {
            if (silhouette.filled(row, column)) {
                sum += static_cast<double>(silhouette.x_of(column));
                ++count;
            }
        }
        if (count > 0) {
            middles.push_back(static_cast<float>(sum / count));
        }
    }
    if (middles.empty()) {
        return 0.0F;
    }
    const auto half = middles.begin() + static_cast<std::ptrdiff_t>(middles.size() / 2);
    std::nth_element(middles.begin(), half, middles.end());
    return *half;
}

}  // namespace dorsum::body
