#include "body/surroundings.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <utility>

#include "core/fill.h"
#include "core/translate.h"

namespace dorsum::body {
namespace {

/// Connected triangles of one part.
struct Piece {
    std::size_t part = 0;
    std::uint32_t root = 0;  ///< of its vertices
    std::size_t triangles = 0;
    double area = 0.0;
    double area_along_axes = 0.0;  ///< of triangles that look along an axis
    glm::vec3 low{1.0e30F};
    glm::vec3 high{-1.0e30F};

    [[nodiscard]] glm::vec3 size() const { return high - low; }
};

class Union {
public:
    explicit Union(const std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0U); }
    std::uint32_t root(std::uint32_t at) {
        while (parent_[at] != at) {
            parent_[at] = parent_[parent_[at]];
            at = parent_[at];
        }
        return at;
    }
    void join(const std::uint32_t a, const std::uint32_t b) {
        const std::uint32_t first = root(a);
        const std::uint32_t second = root(b);
        parent_[std::max(first, second)] = std::min(first, second);
    }

private:
    std::vector<std::uint32_t> parent_;
};

/// Finds the first vertex at the same place; an open table, since millions are asked for.
class PlaceTable {
public:
    explicit PlaceTable(const std::vector<glm::vec3>& positions)
        : positions_(positions), slots_(std::bit_ceil(2 * positions.size() + 1), none) {}

    /// The first vertex that was asked for at the place of this one; itself where it is the first.
    std::uint32_t first_at_place_of(const std::uint32_t vertex) {
        std::size_t slot = hash(positions_[vertex]) & (slots_.size() - 1);
        while (slots_[slot] != none) {
            if (std::memcmp(&positions_[slots_[slot]], &positions_[vertex], sizeof(glm::vec3)) == 0) {
                return slots_[slot];
            }
            slot = (slot + 1) & (slots_.size() - 1);
        }
        slots_[slot] = vertex;
        return vertex;
    }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFFU;

    static std::size_t hash(const glm::vec3& at) {
        std::array<std::uint32_t, 3> bits{};
        std::memcpy(bits.data(), &at, sizeof bits);
        std::uint64_t mixed = 0;
        for (const std::uint32_t each : bits) {
            // The multiplier of Knuth's multiplicative hashing, 2^64 over the golden ratio.
            mixed = (mixed ^ each) * 0x9E3779B97F4A7C15U;
            mixed ^= mixed >> 32U;
        }
        return static_cast<std::size_t>(mixed);
    }

    const std::vector<glm::vec3>& positions_;
    std::vector<std::uint32_t> slots_;
};

/// The root of every vertex; vertices at the same place are one.
std::vector<std::uint32_t> connected(const mesh::TriangleMesh& mesh) {
    Union sets(mesh.positions.size());
    PlaceTable places(mesh.positions);
    for (std::uint32_t i = 0; i < mesh.positions.size(); ++i) {
        if (const std::uint32_t first = places.first_at_place_of(i); first != i) {
            sets.join(first, i);
        }
    }
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        sets.join(mesh.indices[i], mesh.indices[i + 1]);
        sets.join(mesh.indices[i], mesh.indices[i + 2]);
    }
    std::vector<std::uint32_t> roots(mesh.positions.size());
    for (std::uint32_t i = 0; i < roots.size(); ++i) {
        roots[i] = sets.root(i);
    }
    return roots;
}

/// Whether all triangles hang together by their vertices, which is quickly found out.
bool is_one_piece(const mesh::TriangleMesh& mesh) {
    Union sets(mesh.positions.size());
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        sets.join(mesh.indices[i], mesh.indices[i + 1]);
        sets.join(mesh.indices[i], mesh.indices[i + 2]);
    }
    return std::ranges::all_of(mesh.indices, [&, first = mesh.indices.empty() ? 0U : sets.root(mesh.indices[0])](
                                                 const std::uint32_t vertex) { return sets.root(vertex) == first; });
}

void add_pieces(std::vector<Piece>& pieces, const mesh::TriangleMesh& mesh, const std::size_t part,
                const std::vector<std::uint32_t>& roots) {
    std::unordered_map<std::uint32_t, std::size_t> piece_of;
    std::size_t current = 0;               // neighbours mostly belong together
    constexpr float along_axis = 0.9998F;  // within 1 degree
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::uint32_t root = roots[mesh.indices[i]];
        if (pieces.empty() || pieces[current].part != part || pieces[current].root != root) {
            const auto [found, is_new] = piece_of.try_emplace(root, pieces.size());
            if (is_new) {
                pieces.push_back({part, root});
            }
            current = found->second;
        }
        Piece& piece = pieces[current];
        const glm::vec3 a = mesh.positions[mesh.indices[i]];
        const glm::vec3 b = mesh.positions[mesh.indices[i + 1]];
        const glm::vec3 c = mesh.positions[mesh.indices[i + 2]];
        const glm::vec3 normal = glm::cross(b - a, c - a);
        const float twice = glm::length(normal);
        const glm::vec3 looks = glm::abs(normal) / std::max(twice, 1.0e-30F);
        ++piece.triangles;
        piece.area += static_cast<double>(twice);
        piece.area_along_axes += std::max({looks.x, looks.y, looks.z}) > along_axis ? static_cast<double>(twice) : 0.0;
        piece.low = glm::min(piece.low, glm::min(a, glm::min(b, c)));
        piece.high = glm::max(piece.high, glm::max(a, glm::max(b, c)));
    }
}

bool is_plane_or_box(const Piece& piece) {
    const glm::vec3 size = piece.size();
    constexpr float flat = 0.004F;
    constexpr double most_of_it = 0.93;
    constexpr std::size_t coarse = 24;
    return std::min({size.x, size.y, size.z}) < flat * std::max({size.x, size.y, size.z}) ||
           piece.area_along_axes > most_of_it * piece.area || piece.triangles <= coarse;
}

struct Box {
    glm::vec3 low;
    glm::vec3 high;
};

bool lies_around(const Piece& piece, const Box& body, const glm::vec3 margin) {
    return glm::all(glm::lessThan(piece.low, body.low - margin)) &&
           glm::all(glm::greaterThan(piece.high, body.high + margin));
}

bool touches(const Piece& piece, const Box& body, const glm::vec3 margin) {
    return !glm::any(glm::greaterThan(piece.low, body.high + margin)) &&
           !glm::any(glm::lessThan(piece.high, body.low - margin));
}

/// Which pieces belong to the body: from its largest one on, whatever touches what is already there.
std::vector<bool> pieces_of_body(const std::vector<Piece>& pieces, const std::size_t largest) {
    std::vector<bool> belongs(pieces.size(), false);
    belongs[largest] = true;
    Box body{pieces[largest].low, pieces[largest].high};
    const glm::vec3 margin(0.05F * glm::length(pieces[largest].size()));
    for (bool grown = true; grown;) {
        grown = false;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const Piece& piece = pieces[i];
            if (!belongs[i] && !is_plane_or_box(piece) && touches(piece, body, margin) &&
                !lies_around(piece, body, margin)) {
                belongs[i] = true;
                body = {glm::min(body.low, piece.low), glm::max(body.high, piece.high)};
                grown = true;
            }
        }
    }
    return belongs;
}

using Indices = std::vector<std::uint32_t>;

/// The triangles of one level whose piece is taken out, and those that stay.
std::pair<Indices, Indices> divided(const Indices& level, const Indices& roots,
                                    const std::unordered_map<std::uint32_t, bool>& is_out) {
    Indices out;
    Indices stay;
    for (std::size_t i = 0; i + 2 < level.size(); i += 3) {
        auto& to = is_out.at(roots[level[i]]) ? out : stay;
        to.insert(to.end(), level.begin() + static_cast<std::ptrdiff_t>(i),
                  level.begin() + static_cast<std::ptrdiff_t>(i) + 3);
    }
    return {std::move(out), std::move(stay)};
}

/// Leaves out the vertices that no triangle uses.
mesh::TriangleMesh with_triangles(const mesh::TriangleMesh& mesh, const Indices& indices,
                                  const std::vector<Indices>& coarser) {
    mesh::TriangleMesh result;
    std::unordered_map<std::uint32_t, std::uint32_t> new_index;
    const auto renumbered = [&](const Indices& level) {
        Indices renumbered_level;
        renumbered_level.reserve(level.size());
        for (const std::uint32_t old : level) {
            const auto [found, is_new] =
                new_index.try_emplace(old, static_cast<std::uint32_t>(result.positions.size()));
            if (is_new) {
                result.positions.push_back(mesh.positions[old]);
                if (!mesh.normals.empty()) {
                    result.normals.push_back(mesh.normals[old]);
                }
            }
            renumbered_level.push_back(found->second);
        }
        return renumbered_level;
    };
    for (std::size_t level = coarser.size(); level > 0; --level) {
        if (!coarser[level - 1].empty()) {
            result.coarser.insert(result.coarser.begin(), renumbered(coarser[level - 1]));
        }
    }
    result.indices = renumbered(indices);
    return result;
}

}  // namespace

void take_out_surroundings(mesh::Model& model, const std::vector<bool>& is_skin) {
    if (std::ranges::count(is_skin, true) == 1) {
        const auto skin = static_cast<std::size_t>(std::ranges::find(is_skin, true) - is_skin.begin());
        if (is_one_piece(model.parts[skin].mesh)) {
            return;
        }
    }
    std::vector<std::vector<std::uint32_t>> roots(model.parts.size());
    std::vector<Piece> pieces;
    for (std::size_t part = 0; part < model.parts.size(); ++part) {
        if (is_skin[part]) {
            roots[part] = connected(model.parts[part].mesh);
            add_pieces(pieces, model.parts[part].mesh, part, roots[part]);
        }
    }
    // Large and finely made.
    const auto weight = [](const Piece& piece) { return piece.area * std::cbrt(static_cast<double>(piece.triangles)); };
    std::optional<std::size_t> largest;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!is_plane_or_box(pieces[i]) && (!largest || weight(pieces[i]) > weight(pieces[*largest]))) {
            largest = i;
        }
    }
    if (!largest || pieces.size() < 2) {
        return;
    }
    const std::vector<bool> belongs = pieces_of_body(pieces, *largest);
    std::vector<std::unordered_map<std::uint32_t, bool>> is_out(model.parts.size());
    std::vector<bool> loses(model.parts.size(), false);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        is_out[pieces[i].part][pieces[i].root] = !belongs[i];
        loses[pieces[i].part] = loses[pieces[i].part] || !belongs[i];
    }
    if (std::ranges::none_of(loses, [](const bool does) { return does; })) {
        return;
    }
    std::vector<mesh::ModelPart> parts;
    std::string names;
    for (std::size_t part = 0; part < model.parts.size(); ++part) {
        if (!loses[part]) {
            parts.push_back(std::move(model.parts[part]));
            continue;
        }
        const mesh::TriangleMesh& mesh = model.parts[part].mesh;
        const auto [out, stay] = divided(mesh.indices, roots[part], is_out[part]);
        std::vector<Indices> coarser_out;
        std::vector<Indices> coarser_stay;
        for (const Indices& level : mesh.coarser) {
            auto [level_out, level_stay] = divided(level, roots[part], is_out[part]);
            coarser_out.push_back(std::move(level_out));
            coarser_stay.push_back(std::move(level_stay));
        }
        const std::string name = model.parts[part].name;
        names += (names.empty() ? "" : ", ") + name;
        if (!stay.empty()) {
            parts.push_back({name, with_triangles(mesh, stay, coarser_stay)});
        }
        parts.push_back({name + surroundings_suffix, with_triangles(mesh, out, coarser_out)});
    }
    model.parts = std::move(parts);
    model.warnings.push_back(
        fill(tr("Some surfaces are no body (planes, boxes, what lies apart); they count as table: {0}"), {names}));
}

}  // namespace dorsum::body
