#pragma once

#include <glm/mat3x3.hpp>
#include <vector>

#include "body/body.h"
#include "body/silhouette.h"
#include "mesh/mesh.h"

namespace dorsum::body {

/// The rotation that takes the model's coordinates to the body's directions: right, up, back.
[[nodiscard]] glm::mat3 body_rotation(mesh::Axis up, mesh::Axis facing);

/// The signed axis nearest to a direction.
[[nodiscard]] mesh::Axis nearest_axis(glm::vec3 direction);

/// Which way a model lies, and how sure that is: 0 (a guess by the format's convention) to 1.
struct FoundAxes {
    mesh::Axis up = mesh::Axis::plus_y;
    mesh::Axis facing = mesh::Axis::plus_z;
    float up_confidence = 0.0F;
    float facing_confidence = 0.0F;
    Silhouette silhouette;  ///< the model seen from behind in these axes, in its own unit
};

/// Finds the axes of a person, standing or lying, whole or without head or legs: left and right are
/// mirror images, the longer of the other two axes runs from feet to head, legs and a narrow neck
/// tell the ends apart, toes, nose, the cleft of the buttocks and the furrow of the back tell the
/// sides apart. What the person at the screen says always holds; what the file's format says holds
/// where the shape does not tell.
[[nodiscard]] FoundAxes find_axes(const std::vector<const mesh::TriangleMesh*>& skin, const mesh::AxisHints& hints,
                                  const AxisOverrides& overrides);

/// The share of rows, from the lower end, in which nothing lies on the midline although both sides
/// are filled: legs.
[[nodiscard]] float leg_gap_share(const Silhouette& silhouette);

}  // namespace dorsum::body
