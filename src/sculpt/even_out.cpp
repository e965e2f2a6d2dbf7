#include "sculpt/even_out.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>

namespace dorsum::sculpt {
namespace {

constexpr int longest_search = 5;
constexpr float near_enough_mm = 0.01F;
constexpr float longest_step_mm = 2.0F;

struct Edge {
    std::uint32_t low;
    std::uint32_t high;
    std::uint32_t corner;  ///< index into `indices` of the vertex opposite to the edge
    friend bool operator<(const Edge& a, const Edge& b) {
        return std::tie(a.low, a.high, a.corner) < std::tie(b.low, b.high, b.corner);
    }
    [[nodiscard]] bool same_place(const Edge& other) const { return low == other.low && high == other.high; }
};

std::vector<Edge> sorted_edges(const Patch& patch) {
    std::vector<Edge> edges;
    edges.reserve(patch.indices.size());
    for (std::uint32_t corner = 0; corner < patch.indices.size(); ++corner) {
        const std::uint32_t triangle = corner / 3 * 3;
        const std::uint32_t a = patch.indices[triangle + (corner + 1 - triangle) % 3];
        const std::uint32_t b = patch.indices[triangle + (corner + 2 - triangle) % 3];
        edges.push_back({std::min(a, b), std::max(a, b), corner});
    }
    std::sort(edges.begin(), edges.end());
    return edges;
}

/// The cosine of the smallest angle (the larger, the worse), or 1 for a triangle turned over.
float worst_cosine(const glm::vec3 a, const glm::vec3 b, const glm::vec3 c, const glm::vec3 normal) {
    if (glm::dot(glm::cross(b - a, c - a), normal) <= 0.0F) {
        return 1.0F;
    }
    const auto cosine = [](const glm::vec3 at, const glm::vec3 one, const glm::vec3 other) {
        return glm::dot(glm::normalize(one - at), glm::normalize(other - at));
    };
    return std::max({cosine(a, b, c), cosine(b, c, a), cosine(c, a, b)});
}

bool exists(const std::vector<Edge>& edges, const std::uint32_t a, const std::uint32_t b) {
    const Edge wanted{std::min(a, b), std::max(a, b), 0};
    const auto found = std::lower_bound(edges.begin(), edges.end(), wanted);
    return found != edges.end() && found->same_place(wanted);
}

void flip_edges(Patch& patch) {
    const std::vector<Edge> edges = sorted_edges(patch);
    std::vector<bool> touched(patch.positions.size(), false);
    const auto& p = patch.positions;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        if (!edges[i].same_place(edges[i + 1])) {
            continue;
        }
        const std::uint32_t one = edges[i].corner;
        const std::uint32_t other = edges[i + 1].corner;
        const auto next = [](const std::uint32_t corner) { return corner / 3 * 3 + (corner + 1) % 3; };
        const std::uint32_t c = patch.indices[one];
        const std::uint32_t a = patch.indices[next(one)];
        const std::uint32_t b = patch.indices[next(next(one))];
        const std::uint32_t d = patch.indices[other];
        if (touched[a] || touched[b] || touched[c] || touched[d] || exists(edges, c, d)) {
            continue;
        }
        const glm::vec3 first = glm::cross(p[a] - p[c], p[b] - p[c]);
        const glm::vec3 second = glm::cross(p[b] - p[d], p[a] - p[d]);
        const glm::vec3 normal = first + second;
        if (glm::dot(first, second) < 0.8F * glm::length(first) * glm::length(second)) {
            continue;  // a crease: leave its edge where it is
        }
        const float now = std::max(worst_cosine(p[c], p[a], p[b], normal), worst_cosine(p[d], p[b], p[a], normal));
        const float then = std::max(worst_cosine(p[c], p[a], p[d], normal), worst_cosine(p[d], p[b], p[c], normal));
        if (then < now - 0.01F) {
            const std::array<std::uint32_t, 3> left{c, a, d};
            const std::array<std::uint32_t, 3> right{d, b, c};
            std::copy(left.begin(), left.end(), patch.indices.begin() + one / 3 * 3);
            std::copy(right.begin(), right.end(), patch.indices.begin() + other / 3 * 3);
            touched[a] = touched[b] = touched[c] = touched[d] = true;
        }
    }
}

void slide_vertices(Patch& patch, const Field& field) {
    const std::vector<Edge> edges = sorted_edges(patch);
    std::vector<glm::vec3> sum(patch.positions.size(), glm::vec3(0.0F));
    std::vector<float> count(patch.positions.size(), 0.0F);
    const auto add = [&](const std::uint32_t to, const std::uint32_t from) {
        // A vertex of the border follows its neighbours on the border only.
        if (patch.half && patch.positions[to].x == 0.0F && patch.positions[from].x != 0.0F) {
            return;
        }
        sum[to] += patch.positions[from];
        count[to] += 1.0F;
    };
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (i == 0 || !edges[i].same_place(edges[i - 1])) {
            add(edges[i].low, edges[i].high);
            add(edges[i].high, edges[i].low);
        }
    }
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, patch.positions.size()), [&](const auto& range) {
        for (std::size_t i = range.begin(); i != range.end(); ++i) {
            if (count[i] > 0.0F) {
                glm::vec3& at = patch.positions[i];
                const bool on_border = patch.half && at.x == 0.0F;
                const glm::vec3 step = 0.5F * (sum[i] / count[i] - at);
                const glm::vec3 normal = outward(field, at);
                at += step - normal * glm::dot(step, normal);
                at.x = on_border ? 0.0F : at.x;
            }
        }
    });
}

}  // namespace

void settle_on_surface(Patch& patch, const Field& field) {
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, patch.positions.size()), [&](const auto& range) {
        for (std::size_t i = range.begin(); i != range.end(); ++i) {
            glm::vec3& at = patch.positions[i];
            const bool on_border = patch.half && at.x == 0.0F;
            for (int step = 0; step < longest_search; ++step) {
                const float away = field(at);
                if (std::abs(away) < near_enough_mm) {
                    break;
                }
                at -= outward(field, at) * std::clamp(away, -longest_step_mm, longest_step_mm);
                if (patch.half) {
                    at.x = on_border ? 0.0F : std::max(at.x, 0.05F);
                }
            }
        }
    });
}

void even_out(Patch& patch, const Field& field, const int rounds) {
    settle_on_surface(patch, field);
    for (int round = 0; round < rounds; ++round) {
        flip_edges(patch);
        slide_vertices(patch, field);
        settle_on_surface(patch, field);
    }
}

}  // namespace dorsum::sculpt
