#include "sculpt/pockets.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace dorsum::sculpt {
namespace {

/// More triangles than this are not a pocket but a part of the surface.
constexpr std::size_t most_triangles = 64;

using Edge = std::pair<std::uint32_t, std::uint32_t>;
using Triangle = std::uint32_t;

Edge edge_of(const Patch& patch, const Triangle triangle, const std::uint32_t side) {
    const std::uint32_t a = patch.indices[triangle * 3 + side];
    const std::uint32_t b = patch.indices[triangle * 3 + (side + 1) % 3];
    return {std::min(a, b), std::max(a, b)};
}

using Meetings = std::map<Edge, std::vector<Triangle>>;

Meetings triangles_at_edges(const Patch& patch) {
    Meetings meetings;
    for (Triangle triangle = 0; triangle < patch.indices.size() / 3; ++triangle) {
        for (std::uint32_t side = 0; side < 3; ++side) {
            meetings[edge_of(patch, triangle, side)].push_back(triangle);
        }
    }
    return meetings;
}

/// All that can be reached from a triangle without crossing an edge where more than two meet.
/// Empty where that is more than a pocket holds.
std::set<Triangle> pocket_from(const Patch& patch, const Meetings& meetings, const Triangle first) {
    std::set<Triangle> reached{first};
    std::vector<Triangle> open{first};
    while (!open.empty()) {
        const Triangle triangle = open.back();
        open.pop_back();
        for (std::uint32_t side = 0; side < 3; ++side) {
            const std::vector<Triangle>& here = meetings.at(edge_of(patch, triangle, side));
            if (here.size() > 2) {
                continue;
            }
            for (const Triangle neighbour : here) {
                if (reached.insert(neighbour).second) {
                    open.push_back(neighbour);
                }
            }
        }
        if (reached.size() > most_triangles) {
            return {};
        }
    }
    return reached;
}

}  // namespace

void remove_pockets(Patch& patch) {
    const Meetings meetings = triangles_at_edges(patch);
    std::set<Triangle> removed;
    for (const auto& [edge, triangles] : meetings) {
        if (triangles.size() > 2) {
            for (const Triangle triangle : triangles) {
                removed.merge(pocket_from(patch, meetings, triangle));
            }
        }
    }
    std::vector<std::uint32_t> kept;
    for (Triangle triangle = 0; triangle < patch.indices.size() / 3; ++triangle) {
        if (!removed.contains(triangle)) {
            const auto at = patch.indices.begin() + static_cast<std::ptrdiff_t>(triangle) * 3;
            kept.insert(kept.end(), at, at + 3);
        }
    }
    patch.indices = std::move(kept);
}

}  // namespace dorsum::sculpt
