#include "scene/skin_line.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "scene/skin_walk.h"

namespace dorsum::scene {

namespace {

constexpr float rim_m = 0.0009F;
constexpr float soft_edge_m = 0.0006F;  // of the band beyond what is drawn; as in shaders/skin_line.frag
constexpr float sharp = 0.35F;          // cosine of the turn from which a bend becomes two ends

using Points = std::vector<body::SkinPoint>;

/// One band of two columns; the ends reach out by its half width, for their roundness.
void add_band(PatchSet& patches, const Points& points, const std::size_t first, const std::size_t last,
              const PatchVertex& like) {
    const auto start = static_cast<std::uint32_t>(patches.vertices.size());
    const float half_m = like.half_width_m;
    const auto direction = [&](const std::size_t from, const std::size_t to) {
        return tangent(points[to].position - points[from].position, points[from].normal);
    };
    const auto add_row = [&](const glm::vec3 middle, const glm::vec3 normal, const glm::vec3 along, const float at_m) {
        const glm::vec3 side = glm::normalize(glm::cross(along, normal));
        for (const float across : {-1.0F, 1.0F}) {
            PatchVertex vertex = like;
            vertex.position = middle + side * (across * half_m) + normal * patch_lift_m;
            vertex.normal = normal;
            vertex.along = at_m;
            vertex.across = across;
            patches.vertices.push_back(vertex);
        }
    };
    const glm::vec3 out =
        first == last ? tangent({1.0F, 0.0F, 0.0F}, points[first].normal) : direction(first, first + 1);
    add_row(points[first].position - out * half_m, points[first].normal, out, -half_m);
    float along_m = 0.0F;
    for (std::size_t i = first; i <= last; ++i) {
        along_m += i > first ? glm::distance(points[i].position, points[i - 1].position) : 0.0F;
        const glm::vec3 before = i > first ? direction(i - 1, i) : out;
        const glm::vec3 after = i < last ? direction(i, i + 1) : before;
        add_row(points[i].position, points[i].normal, tangent(before + after, points[i].normal), along_m);
    }
    const glm::vec3 in = first == last ? out : direction(last - 1, last);
    add_row(points[last].position + in * half_m, points[last].normal, in, along_m + half_m);
    for (std::size_t i = start; i < patches.vertices.size(); ++i) {
        patches.vertices[i].length_m = along_m;
    }
    add_grid_indices(patches, start, static_cast<int>(patches.vertices.size() - start) / 2, 2);
}

/// Pieces without sharp bends, each with round ends of its own.
void add_bands(PatchSet& patches, const Points& points, const PatchVertex& like) {
    std::size_t first = 0;
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const glm::vec3 before = points[i].position - points[i - 1].position;
        const glm::vec3 after = points[i + 1].position - points[i].position;
        if (glm::dot(before, after) < sharp * glm::length(before) * glm::length(after)) {
            add_band(patches, points, first, i, like);
            first = i;
        }
    }
    add_band(patches, points, first, points.size() - 1, like);
}

}  // namespace

PatchSet skin_line(const Points& all, const SkinLineLook& look) {
    Points points;
    for (const body::SkinPoint& point : all) {
        if (points.empty() || glm::distance(points.back().position, point.position) > 1.0e-5F) {
            points.push_back(point);
        }
    }
    PatchSet patches;
    if (points.empty()) {
        return patches;
    }
    PatchVertex like;
    like.kind = static_cast<std::uint32_t>(PatchKind::skin_line);
    // All of the rim lies below all of the core, so that bends and crossings of one line stay one.
    like.colour = glm::vec4{look.rim, 1.0F};
    like.half_width_m = look.half_width_m + rim_m + soft_edge_m;
    add_bands(patches, points, like);
    like.colour = glm::vec4{look.core, 1.0F};
    like.half_width_m = look.half_width_m + soft_edge_m;
    add_bands(patches, points, like);
    return patches;
}

void append(PatchSet& patches, const PatchSet& more) {
    const auto start = static_cast<std::uint32_t>(patches.vertices.size());
    patches.vertices.insert(patches.vertices.end(), more.vertices.begin(), more.vertices.end());
    patches.indices.reserve(patches.indices.size() + more.indices.size());
    for (const std::uint32_t index : more.indices) {
        patches.indices.push_back(start + index);
    }
}

Points even_line(const mesh::SpatialIndex& skin, const std::vector<glm::vec3>& line, const float reach_m) {
    constexpr float farthest_m = 0.005F;
    constexpr float nearest_m = 0.001F;
    Points points;
    const auto add = [&](const glm::vec3 place) {
        if (const auto on_skin = skin.nearest(place, reach_m)) {
            points.push_back({on_skin->position, on_skin->smooth_normal});
        }
    };
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool is_end = i == 0 || i + 1 == line.size();
        if (!is_end && !points.empty() && glm::distance(points.back().position, line[i]) < nearest_m) {
            continue;
        }
        const int pieces =
            i == 0 ? 1 : std::max(1, static_cast<int>(std::ceil(glm::distance(line[i - 1], line[i]) / farthest_m)));
        for (int piece = 1; piece <= pieces; ++piece) {
            add(i == 0 ? line[0]
                       : glm::mix(line[i - 1], line[i], static_cast<float>(piece) / static_cast<float>(pieces)));
        }
    }
    return points;
}

}  // namespace dorsum::scene
