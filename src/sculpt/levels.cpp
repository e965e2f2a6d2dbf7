#include "sculpt/levels.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <map>
#include <utility>

#include "sculpt/pockets.h"

namespace dorsum::sculpt {
namespace {

constexpr float share_per_level = 0.25F;
constexpr float largest_error = 0.5F;  ///< of the mesh's extent
constexpr std::size_t fewest_triangles = 24;

/// Exactly one triangle on each side of every edge, wound the same way.
bool is_closed(const std::vector<std::uint32_t>& indices) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> uses;
    for (std::size_t i = 0; i < indices.size(); ++i) {
        const std::size_t first = i / 3 * 3;
        ++uses[{indices[i], indices[first + (i + 1 - first) % 3]}];
    }
    return std::ranges::all_of(uses, [&uses](const auto& use) {
        const auto back = uses.find({use.first.second, use.first.first});
        return use.second == 1 && back != uses.end() && back->second == 1;
    });
}

std::vector<std::uint32_t> fewer(const mesh::TriangleMesh& mesh, const std::vector<std::uint32_t>& from,
                                 const std::size_t triangles) {
    std::vector<std::uint32_t> indices(from.size());
    indices.resize(meshopt_simplify(indices.data(), from.data(), from.size(), &mesh.positions.front().x,
                                    mesh.positions.size(), sizeof(glm::vec3), triangles * 3, largest_error, 0,
                                    nullptr));
    Patch patch{mesh.positions, std::move(indices), false};
    remove_pockets(patch);
    meshopt_optimizeVertexCache(patch.indices.data(), patch.indices.data(), patch.indices.size(),
                                mesh.positions.size());
    return patch.indices;
}

/// The simplifier can pinch a surface; asked for a few more triangles it usually does not.
std::vector<std::uint32_t> fewer_but_closed(const mesh::TriangleMesh& mesh, const std::vector<std::uint32_t>& from,
                                            const std::size_t triangles) {
    for (std::size_t wanted = triangles; wanted * 3 < from.size(); wanted += wanted / 12 + 2) {
        std::vector<std::uint32_t> indices = fewer(mesh, from, wanted);
        if (!indices.empty() && indices.size() < from.size() && is_closed(indices)) {
            return indices;
        }
    }
    return {};
}

}  // namespace

std::vector<std::vector<std::uint32_t>> coarser_levels(const mesh::TriangleMesh& mesh, const int count) {
    std::vector<std::vector<std::uint32_t>> levels;
    std::vector<std::uint32_t> from = mesh.indices;
    for (int level = 0; level < count; ++level) {
        const auto wanted =
            std::max(fewest_triangles, static_cast<std::size_t>(static_cast<float>(from.size() / 3) * share_per_level));
        std::vector<std::uint32_t> next = fewer_but_closed(mesh, from, wanted);
        if (next.empty()) {
            break;
        }
        levels.push_back(next);
        from = std::move(next);
    }
    return levels;
}

}  // namespace dorsum::sculpt
