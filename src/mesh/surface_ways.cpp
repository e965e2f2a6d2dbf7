#include "mesh/surface_ways.h"

#include <algorithm>
#include <cmath>
#include <glm/ext/vector_double2.hpp>
#include <glm/geometric.hpp>
#include <optional>
#include <unordered_map>

#include "mesh/surface_graph.h"

namespace dorsum::mesh {

namespace {

using glm::dvec2;
using glm::dvec3;
using Row = std::vector<std::uint32_t>;  // faces side by side

constexpr double pi = 3.14159265358979323846;

double cross(const dvec2 a, const dvec2 b) {
    return a.x * b.y - a.y * b.x;
}

/// An edge that the way crosses, as it lies in the plane into which the row is laid.
struct Gate {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
    dvec2 left_at{0.0};
    dvec2 right_at{0.0};
};

/// The row laid flat: where the way begins and ends, and the edges between its faces.
struct Flat {
    dvec2 from{0.0};
    dvec2 to{0.0};
    std::vector<Gate> gates;
};

/// Where a point lies whose distances from two points of the plane are known, to the left of the way from `a` to `b`.
dvec2 apex_over(const dvec2 a, const dvec2 b, const double from_a, const double from_b) {
    const double base = glm::distance(a, b);
    const double along = (from_a * from_a - from_b * from_b + base * base) / (2.0 * base);
    const double up = std::sqrt(std::max(0.0, from_a * from_a - along * along));
    const dvec2 unit = (b - a) / base;
    return a + unit * along + dvec2(-unit.y, unit.x) * up;
}

std::uint32_t third_vertex(const SurfaceGraph& graph, const std::size_t face, const std::uint32_t a,
                           const std::uint32_t b) {
    for (const std::uint32_t vertex : graph.faces[face]) {
        if (vertex != a && vertex != b) {
            return vertex;
        }
    }
    return a;
}

dvec2 place_in(const SurfaceGraph& graph, const PlaceOnFace& place, const Gate& gate, const std::uint32_t third,
               const dvec2 third_at) {
    const auto weight = [&](const std::uint32_t vertex) { return place.weights[graph.corner_of(place.face, vertex)]; };
    return gate.left_at * weight(gate.left) + gate.right_at * weight(gate.right) + third_at * weight(third);
}

/// Empty where two faces of the row do not lie side by side.
std::optional<Flat> lay_flat(const SurfaceGraph& graph, const Row& row, const PlaceOnFace& from,
                             const PlaceOnFace& to) {
    const auto apart = [&graph](const std::uint32_t a, const std::uint32_t b) {
        return glm::distance(graph.vertices[a], graph.vertices[b]);
    };
    Flat flat;
    Gate gate;
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
        const int edge = graph.edge_to(row[i], static_cast<std::int32_t>(row[i + 1]));
        if (edge == SurfaceGraph::none) {
            return std::nullopt;
        }
        const std::uint32_t a = graph.faces[row[i]][static_cast<std::size_t>(edge)];
        const std::uint32_t b = graph.faces[row[i]][static_cast<std::size_t>((edge + 1) % 3)];
        const std::uint32_t third = third_vertex(graph, row[i], a, b);
        if (i == 0) {
            // The first edge lies across the way, what is before it below.
            gate = {a, b, {0.0, 0.0}, {apart(a, b), 0.0}};
            dvec2 behind = apex_over(gate.left_at, gate.right_at, apart(a, third), apart(b, third));
            behind.y = -behind.y;
            flat.from = place_in(graph, from, gate, third, behind);
        } else {
            // The face before has brought one new corner; the edge out of it keeps one of the old ones.
            const std::uint32_t fresh = third_vertex(graph, row[i], gate.left, gate.right);
            const dvec2 fresh_at =
                apex_over(gate.left_at, gate.right_at, apart(gate.left, fresh), apart(gate.right, fresh));
            if (gate.left == a || gate.left == b) {
                gate.right = fresh;
                gate.right_at = fresh_at;
            } else {
                gate.left = fresh;
                gate.left_at = fresh_at;
            }
        }
        flat.gates.push_back(gate);
    }
    const std::uint32_t last = third_vertex(graph, row.back(), gate.left, gate.right);
    flat.to = place_in(graph, to, gate, last,
                       apex_over(gate.left_at, gate.right_at, apart(gate.left, last), apart(gate.right, last)));
    return flat;
}

/// A place where the tight string bends: the corner of a gate.
struct Bend {
    std::size_t gate = 0;
    bool at_left = false;
    dvec2 at{0.0};
};

/// Pulls the string tight; the gates are passed in order.
std::vector<Bend> pull_tight(const Flat& flat) {
    std::vector<Bend> bends;
    dvec2 apex = flat.from;
    const std::size_t count = flat.gates.size();
    std::size_t left = 0;
    std::size_t right = 0;
    dvec2 left_at = flat.gates.front().left_at;
    dvec2 right_at = flat.gates.front().right_at;
    for (std::size_t i = 1; i <= count; ++i) {
        const dvec2 next_left = i < count ? flat.gates[i].left_at : flat.to;
        const dvec2 next_right = i < count ? flat.gates[i].right_at : flat.to;
        const auto restart = [&](const std::size_t gate, const bool at_left, const dvec2 at) {
            bends.push_back({gate, at_left, at});
            apex = at;
            // On from the last gate that has this corner: up to there the string cannot turn.
            std::size_t on = gate;
            const auto same = [&](const Gate& other) {
                return at_left ? other.left == flat.gates[gate].left : other.right == flat.gates[gate].right;
            };
            while (on + 1 < count && same(flat.gates[on + 1])) {
                ++on;
            }
            i = on + 1;
            left = right = std::min(i, count - 1);
            left_at = i < count ? flat.gates[i].left_at : flat.to;
            right_at = i < count ? flat.gates[i].right_at : flat.to;
        };
        if (cross(right_at - apex, next_right - apex) >= 0.0) {
            if (cross(left_at - apex, next_right - apex) > 0.0) {
                restart(left, true, left_at);
                continue;
            }
            right = i;
            right_at = next_right;
        }
        if (cross(left_at - apex, next_left - apex) <= 0.0) {
            if (cross(right_at - apex, next_left - apex) < 0.0) {
                restart(right, false, right_at);
                continue;
            }
            left = i;
            left_at = next_left;
        }
    }
    return bends;
}

/// The way in space: where the string crosses each gate.
std::vector<glm::vec3> raise(const SurfaceGraph& graph, const Flat& flat, const std::vector<Bend>& bends,
                             const PlaceOnFace& from, const PlaceOnFace& to) {
    const auto place = [&graph](const PlaceOnFace& at) {
        return glm::vec3(graph.corner(at.face, 0) * at.weights.x + graph.corner(at.face, 1) * at.weights.y +
                         graph.corner(at.face, 2) * at.weights.z);
    };
    std::vector<glm::vec3> way{place(from)};
    std::size_t next_bend = 0;
    dvec2 low = flat.from;
    for (std::size_t i = 0; i < flat.gates.size(); ++i) {
        while (next_bend < bends.size() && bends[next_bend].gate < i) {
            low = bends[next_bend++].at;
        }
        const dvec2 high = next_bend < bends.size() ? bends[next_bend].at : flat.to;
        const Gate& gate = flat.gates[i];
        const dvec2 across = gate.right_at - gate.left_at;
        const double against = cross(across, high - low);
        double share = 0.5;
        if (next_bend < bends.size() && bends[next_bend].gate == i) {
            share = bends[next_bend].at_left ? 0.0 : 1.0;
        } else if (std::abs(against) > 1.0e-18) {
            share = std::clamp(cross(low - gate.left_at, high - low) / against, 0.0, 1.0);
        } else {
            share = glm::distance(low, gate.left_at) < glm::distance(low, gate.right_at) ? 0.0 : 1.0;
        }
        const glm::vec3 point(graph.vertices[gate.left] * (1.0 - share) + graph.vertices[gate.right] * share);
        if (glm::distance(way.back(), point) > 1.0e-7F) {
            way.push_back(point);
        }
    }
    if (const glm::vec3 end = place(to); way.size() < 2 || glm::distance(way.back(), end) > 1.0e-7F) {
        way.push_back(end);
    }
    return way;
}

double angle_between(const dvec2 a, const dvec2 b) {
    return std::abs(std::atan2(cross(a, b), glm::dot(a, b)));
}

double angle_at(const SurfaceGraph& graph, const std::size_t face, const std::uint32_t vertex) {
    const int corner = graph.corner_of(face, vertex);
    const dvec3 at = graph.corner(face, corner);
    const dvec3 a = graph.corner(face, (corner + 1) % 3) - at;
    const dvec3 b = graph.corner(face, (corner + 2) % 3) - at;
    return std::atan2(glm::length(glm::cross(a, b)), glm::dot(a, b));
}

/// The faces around a corner of the row, on the side where the row does not go: those between the row's first and last
/// face at this corner. Empty where a border is in between.
std::optional<Row> other_side(const SurfaceGraph& graph, const Row& row, const std::size_t first,
                              const std::size_t last, const std::uint32_t vertex) {
    constexpr int most = 1000;
    Row faces;
    std::uint32_t face = row[first];
    int through = graph.edge_to(face, static_cast<std::int32_t>(row[first + 1]));
    for (int turned = 0; turned < most; ++turned) {
        // Each face has two edges at the corner: in through one, out through the other.
        int out = SurfaceGraph::none;
        for (int edge = 0; edge < 3; ++edge) {
            const bool at_corner = graph.faces[face][static_cast<std::size_t>(edge)] == vertex ||
                                   graph.faces[face][static_cast<std::size_t>((edge + 1) % 3)] == vertex;
            out = at_corner && edge != through ? edge : out;
        }
        const std::int32_t next = out == SurfaceGraph::none ? out : graph.beyond[face][static_cast<std::size_t>(out)];
        if (next == SurfaceGraph::none) {
            return std::nullopt;
        }
        through = graph.edge_to(static_cast<std::size_t>(next), static_cast<std::int32_t>(face));
        face = static_cast<std::uint32_t>(next);
        if (face == row[last]) {
            return faces;
        }
        faces.push_back(face);
    }
    return std::nullopt;
}

/// A row must not come back to a face: what lies between is a detour.
void cut_detours(Row& row) {
    std::unordered_map<std::uint32_t, std::size_t> seen;
    Row shorter;
    for (const std::uint32_t face : row) {
        if (const auto found = seen.find(face); found != seen.end()) {
            while (shorter.size() > found->second + 1) {
                seen.erase(shorter.back());
                shorter.pop_back();
            }
        } else {
            seen.emplace(face, shorter.size());
            shorter.push_back(face);
        }
    }
    row = std::move(shorter);
}

/// Leads the row round the other side of a bend, if that is the shorter one. From `known_to` on the row is no longer as
/// it was laid flat; goes down to what this changes.
bool go_round(const SurfaceGraph& graph, Row& row, const Flat& flat, const std::vector<Bend>& bends,
              const std::size_t which, std::size_t& known_to) {
    const Bend& bend = bends[which];
    const auto vertex_of = [&](const Gate& gate) { return bend.at_left ? gate.left : gate.right; };
    const std::uint32_t vertex = vertex_of(flat.gates[bend.gate]);
    std::size_t first = bend.gate;
    std::size_t last = bend.gate;
    while (first > 0 && vertex_of(flat.gates[first - 1]) == vertex) {
        --first;
    }
    while (last + 1 < flat.gates.size() && vertex_of(flat.gates[last + 1]) == vertex) {
        ++last;
    }
    if (last + 1 > known_to) {
        return false;
    }
    dvec2 direction = (which == 0 ? flat.from : bends[which - 1].at) - bend.at;
    double on_this_side = 0.0;
    for (std::size_t gate = first; gate <= last; ++gate) {
        const dvec2 to_gate = (bend.at_left ? flat.gates[gate].right_at : flat.gates[gate].left_at) - bend.at;
        on_this_side += angle_between(direction, to_gate);
        direction = to_gate;
    }
    on_this_side += angle_between(direction, (which + 1 < bends.size() ? bends[which + 1].at : flat.to) - bend.at);
    // Gate i lies between the faces i and i + 1 of the row.
    const auto around = other_side(graph, row, first, last + 1, vertex);
    if (!around) {
        return false;
    }
    double whole = 0.0;
    for (std::size_t i = first; i <= last + 1; ++i) {
        whole += angle_at(graph, row[i], vertex);
    }
    for (const std::uint32_t face : *around) {
        whole += angle_at(graph, face, vertex);
    }
    constexpr double clearly = 1.0e-7;
    if (whole - on_this_side >= pi - clearly) {
        return false;
    }
    known_to = first;
    row.erase(row.begin() + static_cast<std::ptrdiff_t>(first) + 1,
              row.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    row.insert(row.begin() + static_cast<std::ptrdiff_t>(first) + 1, around->begin(), around->end());
    return true;
}

}  // namespace

SurfaceWays::SurfaceWays(const TriangleMesh& mesh) {
    constexpr std::size_t most_indices = std::size_t{3} * 300'000;
    const std::vector<std::uint32_t>* indices = &mesh.indices;
    for (const std::vector<std::uint32_t>& level : mesh.coarser) {
        if (indices->size() > most_indices && !level.empty()) {
            indices = &level;
        }
    }
    graph_ = std::make_unique<const SurfaceGraph>(surface_graph(mesh.positions, *indices));
}

SurfaceWays::~SurfaceWays() = default;
SurfaceWays::SurfaceWays(SurfaceWays&&) noexcept = default;
SurfaceWays& SurfaceWays::operator=(SurfaceWays&&) noexcept = default;

std::vector<glm::vec3> SurfaceWays::shortest(const glm::vec3 from, const glm::vec3 to) const {
    const auto begin = nearest_place(*graph_, from);
    const auto end = nearest_place(*graph_, to);
    if (!begin || !end) {
        return {};
    }
    Row row = row_of_faces(*graph_, *begin, *end);
    if (row.empty()) {
        return {};
    }
    if (row.size() == 1) {
        return {from, to};
    }
    constexpr int most_rounds = 4000;  // each makes the way shorter; so many only end what never would
    std::vector<glm::vec3> way;
    for (int round = 0; round < most_rounds; ++round) {
        const auto flat = lay_flat(*graph_, row, *begin, *end);
        if (!flat) {
            break;
        }
        const std::vector<Bend> bends = pull_tight(*flat);
        way = raise(*graph_, *flat, bends, *begin, *end);
        // From the end, so that what is before it keeps its place; what overlaps waits for the next round.
        bool shorter = false;
        std::size_t known_to = row.size();
        for (std::size_t i = bends.size(); i-- > 0;) {
            shorter = go_round(*graph_, row, *flat, bends, i, known_to) || shorter;
        }
        if (!shorter) {
            break;
        }
        cut_detours(row);
        if (row.size() == 1) {
            return {from, to};
        }
    }
    return way;
}

double length_of(const std::vector<glm::vec3>& line) {
    double length = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        length += glm::distance(glm::dvec3(line[i - 1]), glm::dvec3(line[i]));
    }
    return length;
}

}  // namespace dorsum::mesh
