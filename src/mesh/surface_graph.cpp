#include "mesh/surface_graph.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <limits>
#include <queue>
#include <unordered_map>
#include <utility>

#include "mesh/closest_point.h"

namespace dorsum::mesh {

namespace {

struct Cell {
    std::array<std::int64_t, 3> at;
    friend bool operator==(const Cell&, const Cell&) = default;
};

struct HashCell {
    std::size_t operator()(const Cell& cell) const {
        std::uint64_t hash = 0x9e3779b97f4a7c15U;
        for (const std::int64_t each : cell.at) {
            hash = (hash ^ static_cast<std::uint64_t>(each)) * 0xff51afd7ed558ccdU;
            hash ^= hash >> 32U;
        }
        return static_cast<std::size_t>(hash);
    }
};

Cell cell_of(const glm::vec3 position) {
    constexpr double same_m = 1.0e-5;
    const glm::dvec3 scaled = glm::round(glm::dvec3(position) / same_m);
    return {{static_cast<std::int64_t>(scaled.x), static_cast<std::int64_t>(scaled.y),
             static_cast<std::int64_t>(scaled.z)}};
}

/// Joins faces that share an edge; a third face at an edge finds no neighbour there.
void join_faces(SurfaceGraph& graph) {
    std::unordered_map<std::uint64_t, std::pair<std::uint32_t, int>> open;
    open.reserve(graph.faces.size() * 2);
    graph.beyond.assign(graph.faces.size(), {SurfaceGraph::none, SurfaceGraph::none, SurfaceGraph::none});
    for (std::size_t face = 0; face < graph.faces.size(); ++face) {
        for (int edge = 0; edge < 3; ++edge) {
            const auto& corners = graph.faces[face];
            const std::uint64_t a = corners[static_cast<std::size_t>(edge)];
            const std::uint64_t b = corners[static_cast<std::size_t>((edge + 1) % 3)];
            const std::uint64_t key = (std::min(a, b) << 32U) | std::max(a, b);
            const auto [found, is_new] = open.try_emplace(key, static_cast<std::uint32_t>(face), edge);
            auto& [other, other_edge] = found->second;
            if (!is_new && other_edge >= 0) {
                graph.beyond[face][static_cast<std::size_t>(edge)] = static_cast<std::int32_t>(other);
                graph.beyond[other][static_cast<std::size_t>(other_edge)] = static_cast<std::int32_t>(face);
                other_edge = SurfaceGraph::none;
            }
        }
    }
}

glm::dvec3 middle_of_edge(const SurfaceGraph& graph, const std::size_t face, const int edge) {
    return (graph.corner(face, edge) + graph.corner(face, (edge + 1) % 3)) * 0.5;
}

}  // namespace

int SurfaceGraph::corner_of(const std::size_t face, const std::uint32_t vertex) const {
    for (int i = 0; i < 3; ++i) {
        if (faces[face][static_cast<std::size_t>(i)] == vertex) {
            return i;
        }
    }
    return none;
}

int SurfaceGraph::edge_to(const std::size_t face, const std::int32_t other) const {
    for (int i = 0; i < 3; ++i) {
        if (beyond[face][static_cast<std::size_t>(i)] == other) {
            return i;
        }
    }
    return none;
}

SurfaceGraph surface_graph(const std::span<const glm::vec3> positions, const std::span<const std::uint32_t> indices) {
    SurfaceGraph graph;
    std::unordered_map<Cell, std::uint32_t, HashCell> known;
    known.reserve(positions.size());
    std::vector<std::uint32_t> vertex_of(positions.size());
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const auto [found, is_new] =
            known.try_emplace(cell_of(positions[i]), static_cast<std::uint32_t>(graph.vertices.size()));
        if (is_new) {
            graph.vertices.emplace_back(positions[i]);
        }
        vertex_of[i] = found->second;
    }
    constexpr double least_area = 1.0e-14;
    graph.faces.reserve(indices.size() / 3);
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        const std::array<std::uint32_t, 3> face{vertex_of[indices[i]], vertex_of[indices[i + 1]],
                                                vertex_of[indices[i + 2]]};
        const glm::dvec3 a = graph.vertices[face[0]];
        if (glm::length(glm::cross(graph.vertices[face[1]] - a, graph.vertices[face[2]] - a)) > least_area) {
            graph.faces.push_back(face);
        }
    }
    join_faces(graph);
    return graph;
}

std::optional<PlaceOnFace> nearest_place(const SurfaceGraph& graph, const glm::vec3 point) {
    const glm::dvec3 wanted(point);
    std::optional<PlaceOnFace> nearest;
    double least = std::numeric_limits<double>::max();
    for (std::size_t face = 0; face < graph.faces.size(); ++face) {
        const glm::dvec3 a = graph.corner(face, 0);
        const glm::dvec3 b = graph.corner(face, 1);
        const glm::dvec3 c = graph.corner(face, 2);
        // No point of a triangle is nearer than its box.
        const glm::dvec3 outside = glm::max(glm::max(glm::min(a, glm::min(b, c)) - wanted, glm::dvec3(0.0)),
                                            wanted - glm::max(a, glm::max(b, c)));
        if (glm::dot(outside, outside) >= least) {
            continue;
        }
        const glm::dvec3 weights = closest_point_weights(wanted, a, b, c);
        const glm::dvec3 away = a * weights.x + b * weights.y + c * weights.z - wanted;
        if (const double distance = glm::dot(away, away); distance < least) {
            least = distance;
            nearest = PlaceOnFace{face, weights};
        }
    }
    if (nearest) {
        // On an edge or a corner nobody could say on which side of the way it lies.
        constexpr double inside = 1.0e-4;
        nearest->weights = glm::max(nearest->weights, glm::dvec3(inside));
        nearest->weights /= nearest->weights.x + nearest->weights.y + nearest->weights.z;
    }
    return nearest;
}

namespace {

glm::dvec3 place_of(const SurfaceGraph& graph, const PlaceOnFace& at) {
    return graph.corner(at.face, 0) * at.weights.x + graph.corner(at.face, 1) * at.weights.y +
           graph.corner(at.face, 2) * at.weights.z;
}

glm::dvec3 normal_of(const SurfaceGraph& graph, const std::size_t face) {
    const glm::dvec3 a = graph.corner(face, 0);
    return glm::normalize(glm::cross(graph.corner(face, 1) - a, graph.corner(face, 2) - a));
}

/// From where on the way to a face is taken as straight.
struct Anchor {
    glm::dvec3 at{0.0};
    glm::dvec3 normal{0.0};
    double way = 0.0;
};

struct Reached {
    double way = std::numeric_limits<double>::max();
    double from_anchor = 0.0;  ///< from edge to edge
    Anchor anchor;
    std::int32_t before = SurfaceGraph::none;
    glm::dvec3 at{0.0};
};

/// One face on. As long as the surface has hardly turned, the way counts as straight from the anchor: from the middle
/// of one edge to that of the next it would be longer in some directions than in others.
Reached step_on(const SurfaceGraph& graph, const Reached& here, const std::size_t face, const std::size_t next,
                const glm::dvec3 at) {
    constexpr double hardly_turned = 0.966;  // cosine of 15 degrees
    constexpr double straight = 0.4;         // else the way has gone round something
    Reached there;
    there.before = static_cast<std::int32_t>(face);
    there.at = at;
    there.anchor = here.anchor;
    there.from_anchor = here.from_anchor + glm::distance(here.at, at);
    const double chord = glm::distance(here.anchor.at, at);
    if (std::abs(glm::dot(normal_of(graph, next), here.anchor.normal)) < hardly_turned ||
        chord < straight * there.from_anchor) {
        there.anchor = {here.at, normal_of(graph, face), here.way};
        there.from_anchor = glm::distance(here.at, at);
    }
    // Ever farther, so that no row of faces runs in a ring.
    constexpr double least_step = 1.0e-6;
    there.way = std::max(there.anchor.way + glm::distance(there.anchor.at, at), here.way + least_step);
    return there;
}

}  // namespace

std::vector<std::uint32_t> row_of_faces(const SurfaceGraph& graph, const PlaceOnFace& from, const PlaceOnFace& to) {
    const glm::dvec3 goal = place_of(graph, to);
    const glm::dvec3 start = place_of(graph, from);
    std::vector<Reached> reached(graph.faces.size());
    struct Next {
        double least;  ///< that the whole way through this face can be
        double way;    ///< up to it
        std::uint32_t face;
        bool operator<(const Next& other) const { return least > other.least; }
    };
    std::priority_queue<Next> next;
    reached[from.face] = {0.0, 0.0, {start, normal_of(graph, from.face), 0.0}, SurfaceGraph::none, start};
    next.push({glm::distance(start, goal), 0.0, static_cast<std::uint32_t>(from.face)});
    while (!next.empty() && next.top().least < reached[to.face].way) {
        const Next now = next.top();
        next.pop();
        if (now.way > reached[now.face].way) {
            continue;  // a shorter way to it was found since
        }
        for (int edge = 0; edge < 3; ++edge) {
            const std::int32_t other = graph.beyond[now.face][static_cast<std::size_t>(edge)];
            if (other == SurfaceGraph::none) {
                continue;
            }
            const auto index = static_cast<std::size_t>(other);
            const glm::dvec3 at = index == to.face ? goal : middle_of_edge(graph, now.face, edge);
            const Reached there = step_on(graph, reached[now.face], now.face, index, at);
            if (there.way < reached[index].way) {
                reached[index] = there;
                next.push({there.way + glm::distance(at, goal), there.way, static_cast<std::uint32_t>(index)});
            }
        }
    }
    std::vector<std::uint32_t> row;
    if (from.face != to.face && reached[to.face].before == SurfaceGraph::none) {
        return row;
    }
    for (auto face = static_cast<std::int32_t>(to.face); face != SurfaceGraph::none;
         face = reached[static_cast<std::size_t>(face)].before) {
        row.push_back(static_cast<std::uint32_t>(face));
    }
    std::reverse(row.begin(), row.end());
    return row;
}

}  // namespace dorsum::mesh
