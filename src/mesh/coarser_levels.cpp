#include "mesh/coarser_levels.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <glm/geometric.hpp>
#include <iterator>
#include <limits>
#include <utility>
#include <vector>

namespace dorsum::mesh {
namespace {

using Indices = std::vector<std::uint32_t>;

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// Where the surface has folded over, some triangles look inwards and would be drawn dark: they are turned round.
void turn_outwards(const TriangleMesh& mesh, Indices& level) {
    if (mesh.normals.size() != mesh.positions.size()) {
        return;
    }
    for (std::size_t i = 0; i + 2 < level.size(); i += 3) {
        const glm::vec3 a = mesh.positions[level[i]];
        const glm::vec3 looks = glm::cross(mesh.positions[level[i + 1]] - a, mesh.positions[level[i + 2]] - a);
        const glm::vec3 outwards = mesh.normals[level[i]] + mesh.normals[level[i + 1]] + mesh.normals[level[i + 2]];
        if (glm::dot(looks, outwards) < 0.0F) {
            std::swap(level[i + 1], level[i + 2]);
        }
    }
}

Indices coarsened(const TriangleMesh& mesh, const Indices& finer, const std::size_t triangles) {
    Indices level(finer.size());
    level.resize(meshopt_simplifySloppy(level.data(), finer.data(), finer.size(), &mesh.positions.front().x,
                                        mesh.positions.size(), sizeof(glm::vec3), 3 * triangles, 1.0F, nullptr));
    turn_outwards(mesh, level);
    level.shrink_to_fit();
    constexpr unsigned int cached_vertices = 16;
    Indices ordered(level.size());
    meshopt_optimizeVertexCacheFifo(ordered.data(), level.data(), level.size(), mesh.positions.size(), cached_vertices);
    return ordered;
}

}  // namespace

TriangleMesh with_coarser_levels(TriangleMesh mesh) {
    if (!mesh.coarser.empty() || !mesh.fibres.empty() || !mesh.tints.empty()) {
        return mesh;
    }
    for (const std::size_t triangles : {triangles_to_touch, triangles_of_shape}) {
        const Indices& finer = mesh.coarser.empty() ? mesh.indices : mesh.coarser.back();
        if (finer.size() / 3 >= triangles + triangles / 4) {
            Indices level = coarsened(mesh, finer, triangles);
            if (!level.empty()) {
                mesh.coarser.push_back(std::move(level));
            }
        }
    }
    return mesh;
}

std::vector<std::vector<std::uint32_t>> quarters_of(const TriangleMesh& mesh) {
    constexpr std::size_t fewest_triangles = 200;
    constexpr float largest_error = 0.02F;  // of the size of the mesh
    std::vector<Indices> levels;
    std::size_t wanted = mesh.indices.size() / 12;
    while (wanted >= fewest_triangles) {
        const Indices& finer = levels.empty() ? mesh.indices : levels.back();
        Indices level(finer.size());
        level.resize(meshopt_simplify(level.data(), finer.data(), finer.size(), &mesh.positions.front().x,
                                      mesh.positions.size(), sizeof(glm::vec3), 3 * wanted, largest_error,
                                      meshopt_SimplifyLockBorder, nullptr));
        if (level.empty() || level.size() > finer.size() / 2) {
            break;
        }
        levels.push_back(std::move(level));
        wanted /= 4;
    }
    return levels;
}

std::span<const std::uint32_t> level_near(const TriangleMesh& mesh, const std::size_t triangles) {
    const auto coarsest = std::find_if(mesh.coarser.rbegin(), mesh.coarser.rend(),
                                       [&](const Indices& level) { return level.size() / 3 >= triangles / 2; });
    return coarsest == mesh.coarser.rend() ? std::span(mesh.indices) : std::span(*coarsest);
}

TriangleMesh level_alone(const TriangleMesh& mesh, const std::span<const std::uint32_t> level) {
    TriangleMesh alone;
    std::vector<bool> is_used(mesh.positions.size(), false);
    for (const std::uint32_t vertex : level) {
        is_used[vertex] = true;
    }
    Indices place(mesh.positions.size(), none);
    const bool with_normals = mesh.normals.size() == mesh.positions.size();
    for (std::size_t i = 0; i < is_used.size(); ++i) {
        if (is_used[i]) {
            place[i] = static_cast<std::uint32_t>(alone.positions.size());
            alone.positions.push_back(mesh.positions[i]);
            if (with_normals) {
                alone.normals.push_back(mesh.normals[i]);
            }
        }
    }
    alone.indices.reserve(level.size());
    std::ranges::transform(level, std::back_inserter(alone.indices),
                           [&](const std::uint32_t vertex) { return place[vertex]; });
    return alone;
}

const TriangleMesh* level_or_itself(const TriangleMesh& mesh, const std::size_t triangles,
                                    std::vector<TriangleMesh>& keep) {
    const std::span<const std::uint32_t> level = level_near(mesh, triangles);
    return level.data() == mesh.indices.data() ? &mesh : &keep.emplace_back(level_alone(mesh, level));
}

}  // namespace dorsum::mesh
