#pragma once

#include <glm/vec3.hpp>
#include <vector>

#include "body/body.h"
#include "scene/scene.h"

namespace dorsum::scene {

/// A place on the skin with a direction to walk on in.
struct SkinStep {
    glm::vec3 position{0.0F};  ///< on the skin, body frame, metres
    glm::vec3 normal{0.0F};    ///< unit length, outward, smoothed
    glm::vec3 heading{0.0F};   ///< unit length, tangent to the skin
};

/// How far over the skin patches lie, so that neither touches the other.
inline constexpr float patch_lift_m = 0.0005F;

/// Walks `distance_m` over the skin, straight on as seen from above it. Where the skin ends (a hole, the edge
/// of a model) or falls away steeply, the walk goes on in the air rather than jump to another limb.
[[nodiscard]] SkinStep walk(const mesh::SpatialIndex& skin, const SkinStep& from, float distance_m);

/// A grid of vertices over the skin around `centre`: `rows` along its heading and `columns` across, both odd
/// and at least 3, of half extents `half_length_m` and `half_width_m`. Every vertex starts as a copy of
/// `like` and gets position, normal, `along` and `across` (both -1 to 1). Appends to `patches`.
void add_grid(PatchSet& patches, const mesh::SpatialIndex& skin, const SkinStep& centre, int rows, int columns,
              float half_length_m, float half_width_m, const PatchVertex& like);

/// Two triangles for each cell of a grid of `rows` times `columns` vertices that starts at `first`.
void add_grid_indices(PatchSet& patches, std::uint32_t first, int rows, int columns);

/// `direction` laid into the plane of `normal`, unit length; any tangent when it stands upright on it.
[[nodiscard]] glm::vec3 tangent(glm::vec3 direction, glm::vec3 normal);

}  // namespace dorsum::scene
