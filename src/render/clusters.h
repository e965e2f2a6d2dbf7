#pragma once

#include <array>
#include <cstdint>
#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <span>
#include <vector>

namespace dorsum::render {

/// A run of neighbouring triangles of a mesh, small enough to be seen or not as a whole.
struct Cluster {
    glm::vec3 centre{0.0F};  ///< of a ball around the triangles, metres
    float radius_m = 0.0F;
    glm::vec3 axis{0.0F};  ///< about which way the triangles face
    float spread = 0.0F;   ///< radians; no triangle faces farther away from the axis
    std::uint32_t first = 0;
    std::uint32_t count = 0;  ///< of indices from `first` on
};

/// Triangles, those that lie together one behind the other. `indices` are corners among `positions`, three for each.
[[nodiscard]] std::vector<std::uint32_t> in_order_of_place(std::span<const glm::vec3> positions,
                                                           std::span<const std::uint32_t> indices);

/// Cuts triangles into runs, in their order; arguments as above.
[[nodiscard]] std::vector<Cluster> clusters_of(std::span<const glm::vec3> positions,
                                               std::span<const std::uint32_t> indices);

/// From where a picture is seen, in the frame of what is seen.
struct Sight {
    glm::vec3 eye{0.0F};
    std::array<glm::vec4, 4> sides{};  ///< planes left, right, below, above; positive within the picture
};
[[nodiscard]] Sight sight_of(const glm::mat4& view_projection, glm::vec3 eye);

/// How far a surface may be from where its clusters were measured: breath, pressed skin.
struct Give {
    float moved_m = 0.03F;
    float turned = 0.6F;  ///< radians
};

/// The runs of indices in which there may be something to see; `closed` says that back sides are never seen. Runs that
/// meet are one.
struct IndexRun {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};
[[nodiscard]] std::vector<IndexRun> runs_in_sight(std::span<const Cluster> clusters, const Sight& sight, bool closed,
                                                  const Give& give = {});

}  // namespace dorsum::render
