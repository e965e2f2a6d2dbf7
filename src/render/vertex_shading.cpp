#include "render/vertex_shading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <utility>

namespace dorsum::render {

namespace {

/// How deep below its blurred surroundings a point must lie to be fully shaded, for three sizes of hollow:
/// the spinal furrow, the rim of a shoulder blade, the gap between trunk and arm.
struct HollowScale {
    float radius_m;
    float depth_m;
    float weight;
};
constexpr std::array<HollowScale, Surroundings::hollow_scale_count> hollow_scales{
    {{0.014F, 0.008F, 0.40F}, {0.040F, 0.020F, 0.40F}, {0.11F, 0.07F, 0.45F}}};

constexpr float most_openness = 1.25F;  // ridges see more than a plain does; shaders/surface.frag has the same
constexpr float sharpest_curvature_per_m = 45.0F;

/// Calls `visit` with both ends of every edge, once for each triangle that has it.
template <typename Visit>
void over_edges(const mesh::TriangleMesh& mesh, const Visit& visit) {
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        for (std::size_t corner = 0; corner < 3; ++corner) {
            visit(mesh.indices[i + corner], mesh.indices[i + (corner + 1) % 3]);
        }
    }
}

/// Draws every vertex's value half-way to the mean of its neighbours, `passes` times.
void smooth(std::vector<float>& values, const mesh::TriangleMesh& mesh, const int passes) {
    std::vector<float> sum(values.size());
    std::vector<float> count(values.size());
    for (int pass = 0; pass < passes; ++pass) {
        std::fill(sum.begin(), sum.end(), 0.0F);
        std::fill(count.begin(), count.end(), 0.0F);
        over_edges(mesh, [&](const std::uint32_t a, const std::uint32_t b) {
            sum[a] += values[b];
            sum[b] += values[a];
            count[a] += 1.0F;
            count[b] += 1.0F;
        });
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (count[i] > 0.0F) {
                values[i] = 0.5F * (values[i] + sum[i] / count[i]);
            }
        }
    }
}

/// Divergence of the normals along the edges: an estimate of the mean curvature in 1/m, positive on ridges.
std::vector<float> mean_curvature(const mesh::TriangleMesh& mesh, const std::vector<glm::vec3>& normals) {
    std::vector<float> sum(mesh.positions.size(), 0.0F);
    std::vector<float> count(mesh.positions.size(), 0.0F);
    over_edges(mesh, [&](const std::uint32_t a, const std::uint32_t b) {
        const glm::vec3 edge = mesh.positions[b] - mesh.positions[a];
        const float bend = glm::dot(normals[b] - normals[a], edge) / std::max(glm::dot(edge, edge), 1.0e-10F);
        sum[a] += bend;
        sum[b] += bend;
        count[a] += 1.0F;
        count[b] += 1.0F;
    });
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] = std::clamp(sum[i] / std::max(count[i], 1.0F), -200.0F, 200.0F);
    }
    smooth(sum, mesh, 2);
    return sum;
}

float lattice_value(const int x, const int y, const int z) {
    std::uint32_t hash = static_cast<std::uint32_t>(x) * 0x8da6b343U ^ static_cast<std::uint32_t>(y) * 0xd8163841U ^
                         static_cast<std::uint32_t>(z) * 0xcb1ab31fU;
    hash = (hash ^ (hash >> 15U)) * 0x2c1b3c6dU;
    hash = (hash ^ (hash >> 12U)) * 0x297a2d39U;
    return static_cast<float>((hash ^ (hash >> 15U)) & 0xffffU) / 65535.0F;
}

/// Smooth noise from 0 to 1 with one value per unit of space.
float noise(const glm::vec3 point) {
    const glm::vec3 cell = glm::floor(point);
    const glm::vec3 share = glm::smoothstep(glm::vec3{0.0F}, glm::vec3{1.0F}, point - cell);
    const auto x = static_cast<int>(cell.x);
    const auto y = static_cast<int>(cell.y);
    const auto z = static_cast<int>(cell.z);
    const auto row = [&](const int dy, const int dz) {
        return glm::mix(lattice_value(x, y + dy, z + dz), lattice_value(x + 1, y + dy, z + dz), share.x);
    };
    return glm::mix(glm::mix(row(0, 0), row(1, 0), share.y), glm::mix(row(0, 1), row(1, 1), share.y), share.z);
}

/// Walks over the height map towards the lamp and sees how far the ground rises above the line of sight.
float lamp_seen(const HeightMap& heights, const glm::vec3 point, const glm::vec3 to_lamp) {
    const float run = std::sqrt(to_lamp.x * to_lamp.x + to_lamp.y * to_lamp.y);
    const float slope = to_lamp.z / run;
    const glm::vec2 heading{to_lamp.x / run, to_lamp.y / run};
    float covered = 0.0F;
    for (float distance_m = 0.008F; distance_m < 0.22F; distance_m *= 1.45F) {
        const float ground = heights.at(glm::vec2{point} + heading * distance_m);
        const float above = ground - (point.z + slope * distance_m);
        covered = std::max(covered, above / (0.004F + 0.16F * distance_m));  // a broad lamp: the shade softens
    }
    return 1.0F - glm::smoothstep(-0.5F, 1.0F, covered);
}

/// How much of the room a point sees, 0 to most_openness: less in hollows of every scale and where it looks
/// down on the table.
float open_share(const glm::vec3 position, const glm::vec3 normal, const Surroundings& surroundings) {
    float hollow = 0.0F;
    for (std::size_t scale = 0; scale < hollow_scales.size(); ++scale) {
        const float depth_m =
            surroundings.heights.sample(surroundings.blurred[scale], glm::vec2{position}) - position.z;
        hollow += hollow_scales[scale].weight * std::clamp(depth_m / hollow_scales[scale].depth_m, -0.35F, 1.0F);
    }
    // On steep flanks the map says little: what lies beneath its own outline is not a hollow in it.
    const float level = glm::smoothstep(-0.3F, 0.5F, normal.z);
    const float overhang = std::clamp(-normal.z, 0.0F, 1.0F);
    hollow = glm::mix(0.30F + 0.40F * overhang, hollow, level);
    return std::clamp(1.0F - hollow, 0.0F, most_openness);
}

}  // namespace

glm::vec3 direction_to_lamp() {
    return glm::normalize(glm::vec3{-0.62F, 0.52F, 0.62F});
}

std::vector<glm::vec3> vertex_normals(const mesh::TriangleMesh& mesh) {
    if (mesh.normals.size() == mesh.positions.size()) {
        return mesh.normals;
    }
    std::vector<glm::vec3> normals(mesh.positions.size(), glm::vec3{0.0F});
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 a = mesh.positions[mesh.indices[i]];
        const glm::vec3 normal =
            glm::cross(mesh.positions[mesh.indices[i + 1]] - a, mesh.positions[mesh.indices[i + 2]] - a);
        for (std::size_t corner = 0; corner < 3; ++corner) {
            normals[mesh.indices[i + corner]] += normal;
        }
    }
    for (glm::vec3& normal : normals) {
        const float length = glm::length(normal);
        normal = length > 0.0F ? normal / length : glm::vec3{0.0F, 0.0F, 1.0F};
    }
    return normals;
}

Surroundings::Surroundings(HeightMap map) : heights(std::move(map)) {
    for (std::size_t i = 0; i < hollow_scales.size(); ++i) {
        blurred[i] = heights.blurred(heights.cells(), hollow_scales[i].radius_m);
    }
}

std::vector<VertexShade> shade_by_form(const mesh::TriangleMesh& mesh, const std::vector<glm::vec3>& normals) {
    std::vector<VertexShade> shades(mesh.positions.size());
    if (shades.size() > most_shaded_vertices) {
        return shades;
    }
    const std::vector<float> curvature = mean_curvature(mesh, normals);
    for (std::size_t i = 0; i < shades.size(); ++i) {
        const glm::vec3 position = mesh.positions[i];
        shades[i].openness = 1.0F / most_openness;
        shades[i].mottling =
            0.5F * noise(position * 38.0F) + 0.3F * noise(position * 95.0F) + 0.2F * noise(position * 14.0F);
        shades[i].curvature = 0.5F + 0.5F * std::clamp(curvature[i] / sharpest_curvature_per_m, -1.0F, 1.0F);
    }
    return shades;
}

std::vector<VertexShade> shade_vertices(const mesh::TriangleMesh& mesh, const std::vector<glm::vec3>& normals,
                                        const Surroundings& surroundings) {
    std::vector<VertexShade> shades = shade_by_form(mesh, normals);
    if (shades.size() > most_shaded_vertices) {
        return shades;
    }
    const glm::vec3 to_lamp = direction_to_lamp();
    std::vector<float> openness(shades.size());
    std::vector<float> lamp(shades.size());
    for (std::size_t i = 0; i < shades.size(); ++i) {
        openness[i] = open_share(mesh.positions[i], normals[i], surroundings);
        lamp[i] = lamp_seen(surroundings.heights, mesh.positions[i] + normals[i] * 0.004F, to_lamp);
    }
    // The cells of the height map show in steep places; neighbours share their light.
    smooth(openness, mesh, 3);
    smooth(lamp, mesh, 3);
    for (std::size_t i = 0; i < shades.size(); ++i) {
        shades[i].openness = openness[i] / most_openness;
        shades[i].lamp = lamp[i];
    }
    return shades;
}

std::vector<std::uint8_t> contact_shade(const HeightMap& heights) {
    constexpr float full_height_m = 0.10F;
    std::vector<float> cover(heights.cells().size());
    for (std::size_t i = 0; i < cover.size(); ++i) {
        cover[i] = std::clamp((heights.cells()[i] - heights.floor_m()) / full_height_m, 0.0F, 1.0F);
    }
    const auto near_shade = heights.blurred(cover, 0.02F);
    const auto far_shade = heights.blurred(cover, 0.07F);
    const glm::vec3 to_lamp = direction_to_lamp();
    std::vector<std::uint8_t> shade(cover.size());
    for (int y = 0; y < heights.height(); ++y) {
        for (int x = 0; x < heights.width(); ++x) {
            const std::size_t i =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(heights.width()) + static_cast<std::size_t>(x);
            const glm::vec2 centre =
                heights.low() +
                glm::vec2{static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F} * heights.cell_m();
            // The lamp's own shadow falls away from it.
            const float cast = heights.sample(far_shade, centre + glm::vec2{to_lamp} * 0.05F);
            const float dark = 0.45F * near_shade[i] + 0.35F * far_shade[i] + 0.35F * cast;
            shade[i] = static_cast<std::uint8_t>(std::lround(255.0F * std::clamp(dark, 0.0F, 1.0F)));
        }
    }
    return shade;
}

}  // namespace dorsum::render
