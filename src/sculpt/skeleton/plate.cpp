#include "sculpt/skeleton/plate.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace dorsum::sculpt {
namespace {

constexpr float triangle_edge_mm = 2.5F;
constexpr std::size_t triangles_per_leaf = 6;
constexpr float thinnest_mm = 0.4F;

Station operator+(const Station& a, const Station& b) {
    return {a.centre + b.centre, a.radius + b.radius};
}

Station operator*(const float factor, const Station& a) {
    return {factor * a.centre, factor * a.radius};
}

/// The Catmull-Rom curve through the stations at 0 (first) to 1 (last), its ends continued straight.
Station on_curve(const std::vector<Station>& stations, const float where) {
    const float position = where * static_cast<float>(stations.size() - 1);
    const std::size_t piece = std::min(static_cast<std::size_t>(position), stations.size() - 2);
    const float t = position - static_cast<float>(piece);
    const Station& b = stations[piece];
    const Station& c = stations[piece + 1];
    const Station a = piece > 0 ? stations[piece - 1] : 2.0F * b + -1.0F * c;
    const Station d = piece + 2 < stations.size() ? stations[piece + 2] : 2.0F * c + -1.0F * b;
    return 0.5F * (2.0F * b + t * (c + -1.0F * a) + (t * t) * (2.0F * a + -5.0F * b + 4.0F * c + -1.0F * d) +
                   (t * t * t) * (3.0F * b + -1.0F * a + -3.0F * c + d));
}

float length_of(const std::vector<Station>& stations) {
    float length = 0.0F;
    for (std::size_t i = 0; i + 1 < stations.size(); ++i) {
        length += glm::distance(stations[i].centre, stations[i + 1].centre);
    }
    return length;
}

std::size_t steps_over(const float length_mm) {
    return std::clamp<std::size_t>(static_cast<std::size_t>(std::ceil(length_mm / triangle_edge_mm)), 1, 120);
}

float distance_to_box(const mesh::Bounds& box, const glm::vec3 point) {
    return glm::length(glm::max(glm::max(box.low - point, point - box.high), glm::vec3(0.0F)));
}

glm::vec3 middle(const std::array<Station, 3>& corners) {
    return (corners[0].centre + corners[1].centre + corners[2].centre) / 3.0F;
}

}  // namespace

PlateShape::PlateShape(const std::vector<std::vector<Station>>& rows) {
    triangulate(rows);
    grow_tree(0, triangles_.size());
    bounds_ = {nodes_.front().box.low - nodes_.front().thickest, nodes_.front().box.high + nodes_.front().thickest};
}

void PlateShape::triangulate(const std::vector<std::vector<Station>>& rows) {
    float longest = 0.0F;
    for (const auto& row : rows) {
        longest = std::max(longest, length_of(row));
    }
    const std::size_t columns = steps_over(longest);
    std::vector<std::vector<Station>> across;
    float longest_across = 0.0F;
    for (std::size_t column = 0; column <= columns; ++column) {
        std::vector<Station> line;
        for (const auto& row : rows) {
            line.push_back(on_curve(row, static_cast<float>(column) / static_cast<float>(columns)));
        }
        longest_across = std::max(longest_across, length_of(line));
        across.push_back(std::move(line));
    }
    const std::size_t steps = steps_over(longest_across);
    const auto at = [&](const std::size_t column, const std::size_t step) {
        Station found = on_curve(across[column], static_cast<float>(step) / static_cast<float>(steps));
        found.radius = std::max(found.radius, thinnest_mm);
        return found;
    };
    for (std::size_t column = 0; column < columns; ++column) {
        for (std::size_t step = 0; step < steps; ++step) {
            const Station a = at(column, step);
            const Station b = at(column + 1, step);
            const Station c = at(column + 1, step + 1);
            const Station d = at(column, step + 1);
            triangles_.push_back({{a, b, c}});
            triangles_.push_back({{a, c, d}});
        }
    }
}

std::size_t PlateShape::grow_tree(const std::size_t first, const std::size_t count) {
    Node node;
    node.first = first;
    node.count = count;
    node.box = {triangles_[first].corners[0].centre, triangles_[first].corners[0].centre};
    for (std::size_t i = first; i < first + count; ++i) {
        for (const Station& corner : triangles_[i].corners) {
            node.box.low = glm::min(node.box.low, corner.centre);
            node.box.high = glm::max(node.box.high, corner.centre);
            node.thickest = std::max(node.thickest, corner.radius);
        }
    }
    const std::size_t index = nodes_.size();
    nodes_.push_back(node);
    if (count <= triangles_per_leaf) {
        return index;
    }
    const glm::vec3 size = node.box.size();
    const int axis = size.x >= size.y && size.x >= size.z ? 0 : (size.y >= size.z ? 1 : 2);
    const auto begin = triangles_.begin() + static_cast<std::ptrdiff_t>(first);
    std::stable_sort(begin, begin + static_cast<std::ptrdiff_t>(count), [axis](const Triangle& a, const Triangle& b) {
        return middle(a.corners)[axis] < middle(b.corners)[axis];
    });
    grow_tree(first, count / 2);
    const std::size_t second = grow_tree(first + count / 2, count - count / 2);
    nodes_[index].second = second;
    return index;
}

/// Closest point of a triangle after Ericson, Real-Time Collision Detection (2005), 5.1.5.
float PlateShape::distance(const Triangle& triangle, const glm::vec3 point) {
    const auto& [a, b, c] = triangle.corners;
    const glm::vec3 ab = b.centre - a.centre;
    const glm::vec3 ac = c.centre - a.centre;
    const auto from = [&](const float v, const float w) {
        const glm::vec3 closest = a.centre + v * ab + w * ac;
        return glm::distance(point, closest) - (a.radius + v * (b.radius - a.radius) + w * (c.radius - a.radius));
    };
    const float d1 = glm::dot(ab, point - a.centre);
    const float d2 = glm::dot(ac, point - a.centre);
    const float d3 = glm::dot(ab, point - b.centre);
    const float d4 = glm::dot(ac, point - b.centre);
    const float d5 = glm::dot(ab, point - c.centre);
    const float d6 = glm::dot(ac, point - c.centre);
    if (d1 <= 0.0F && d2 <= 0.0F) {
        return from(0.0F, 0.0F);
    }
    if (d3 >= 0.0F && d4 <= d3) {
        return from(1.0F, 0.0F);
    }
    if (d6 >= 0.0F && d5 <= d6) {
        return from(0.0F, 1.0F);
    }
    const float vc = d1 * d4 - d3 * d2;
    const float vb = d5 * d2 - d1 * d6;
    const float va = d3 * d6 - d5 * d4;
    if (vc <= 0.0F && d1 >= 0.0F && d3 <= 0.0F) {
        return from(d1 / std::max(d1 - d3, 1.0e-12F), 0.0F);
    }
    if (vb <= 0.0F && d2 >= 0.0F && d6 <= 0.0F) {
        return from(0.0F, d2 / std::max(d2 - d6, 1.0e-12F));
    }
    if (va <= 0.0F && d4 >= d3 && d5 >= d6) {
        const float w = (d4 - d3) / std::max((d4 - d3) + (d5 - d6), 1.0e-12F);
        return from(1.0F - w, w);
    }
    const float sum = std::max(va + vb + vc, 1.0e-12F);
    return from(vb / sum, vc / sum);
}

float PlateShape::distance(const glm::vec3 point) const {
    constexpr std::size_t deepest = 48;
    std::array<std::size_t, deepest> waiting{};
    std::size_t waiting_count = 1;
    float best = 1.0e9F;
    const auto least = [&](const std::size_t index) {
        return distance_to_box(nodes_[index].box, point) - nodes_[index].thickest;
    };
    while (waiting_count > 0) {
        const std::size_t index = waiting[--waiting_count];
        const Node& node = nodes_[index];
        if (least(index) >= best) {
            continue;
        }
        if (node.second == 0) {
            for (std::size_t i = node.first; i < node.first + node.count; ++i) {
                best = std::min(best, distance(triangles_[i], point));
            }
            continue;
        }
        const bool first_is_nearer = least(index + 1) < least(node.second);
        waiting[waiting_count++] = first_is_nearer ? node.second : index + 1;
        waiting[waiting_count++] = first_is_nearer ? index + 1 : node.second;
    }
    return best;
}

}  // namespace dorsum::sculpt
