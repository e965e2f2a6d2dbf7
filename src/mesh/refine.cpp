#include "mesh/refine.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dorsum::mesh {
namespace {

/// Every triangle into four, with its edges' middles shared.
void halve_edges(TriangleMesh& mesh) {
    std::unordered_map<std::uint64_t, std::uint32_t> middles;
    middles.reserve(mesh.indices.size());
    const auto middle = [&](const std::uint32_t a, const std::uint32_t b) {
        const std::uint64_t edge = (std::uint64_t{std::min(a, b)} << 32U) | std::max(a, b);
        const auto [known, added] = middles.try_emplace(edge, static_cast<std::uint32_t>(mesh.positions.size()));
        if (added) {
            mesh.positions.push_back(0.5F * (mesh.positions[a] + mesh.positions[b]));
        }
        return known->second;
    };
    std::vector<std::uint32_t> finer;
    finer.reserve(mesh.indices.size() * 4);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::uint32_t a = mesh.indices[i];
        const std::uint32_t b = mesh.indices[i + 1];
        const std::uint32_t c = mesh.indices[i + 2];
        const std::uint32_t ab = middle(a, b);
        const std::uint32_t bc = middle(b, c);
        const std::uint32_t ca = middle(c, a);
        finer.insert(finer.end(), {a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca});
    }
    mesh.indices = std::move(finer);
}

/// Triangles into three about their centre, until there are as many as asked for.
void divide_about_centres(TriangleMesh& mesh, const std::size_t triangles) {
    const std::size_t before = mesh.indices.size();
    for (std::size_t i = 0; i + 2 < before && mesh.triangle_count() < triangles; i += 3) {
        const std::uint32_t a = mesh.indices[i];
        const std::uint32_t b = mesh.indices[i + 1];
        const std::uint32_t c = mesh.indices[i + 2];
        const auto centre = static_cast<std::uint32_t>(mesh.positions.size());
        mesh.positions.push_back((mesh.positions[a] + mesh.positions[b] + mesh.positions[c]) / 3.0F);
        mesh.indices[i + 2] = centre;
        mesh.indices.insert(mesh.indices.end(), {b, c, centre, c, a, centre});
    }
}

}  // namespace

TriangleMesh refined(TriangleMesh mesh, const std::size_t triangles) {
    if (mesh.triangle_count() == 0 || mesh.triangle_count() >= triangles) {
        return mesh;
    }
    TriangleMesh finer;
    finer.positions = std::move(mesh.positions);
    finer.indices = std::move(mesh.indices);
    while (finer.triangle_count() * 4 <= triangles) {
        halve_edges(finer);
    }
    while (finer.triangle_count() < triangles) {
        divide_about_centres(finer, triangles);
    }
    return finer;
}

}  // namespace dorsum::mesh
