#pragma once

#include <array>
#include <cstdint>
#include <glm/vec3.hpp>
#include <vector>

#include "mesh/mesh.h"
#include "render/height_map.h"

namespace dorsum::render {

/// What is worked out once for a vertex so that a fragment need not: all from 0 to 1.
struct VertexShade {
    float openness = 1.0F;   ///< how much of the sky it sees: small in furrows and under the body
    float lamp = 1.0F;       ///< how much of the lamp it sees
    float mottling = 0.5F;   ///< slow variation of the skin's tone
    float curvature = 0.5F;  ///< 0.5 flat, above it a ridge, below it a hollow
};

/// Meshes with more vertices than this get the plain values, so that loading stays quick.
inline constexpr std::size_t most_shaded_vertices = 300'000;

/// Direction from the back towards the lamp, in the body frame, unit length: from the receiver's
/// upper left. shaders/light.glsl has the same.
[[nodiscard]] glm::vec3 direction_to_lamp();

/// What lies around the vertices that are shaded: a height map, and its cells averaged over the radii of
/// several sizes of hollow.
struct Surroundings {
    static constexpr std::size_t hollow_scale_count = 3;
    explicit Surroundings(HeightMap map);
    HeightMap heights;
    std::array<std::vector<float>, hollow_scale_count> blurred;
};

/// Shades every vertex of a mesh. `normals` is as long as `mesh.positions`.
[[nodiscard]] std::vector<VertexShade> shade_vertices(const mesh::TriangleMesh& mesh,
                                                      const std::vector<glm::vec3>& normals,
                                                      const Surroundings& surroundings);

/// Shades a mesh by its own form alone: by curvature and mottling.
[[nodiscard]] std::vector<VertexShade> shade_by_form(const mesh::TriangleMesh& mesh,
                                                     const std::vector<glm::vec3>& normals);

/// How dark the ground is under and beside the body, 0 to 1, for each cell of the height map.
[[nodiscard]] std::vector<std::uint8_t> contact_shade(const HeightMap& heights);

/// The mesh's normals, or, where it has none, those of its triangles averaged by area.
[[nodiscard]] std::vector<glm::vec3> vertex_normals(const mesh::TriangleMesh& mesh);

}  // namespace dorsum::render
