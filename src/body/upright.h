#pragma once

#include <glm/mat3x3.hpp>
#include <vector>

#include "mesh/mesh.h"

namespace dorsum::body {

/// The rotation that brings a tilted model upright: afterwards its plane of symmetry is perpendicular to one of the
/// axes and it is longest along another, each the axis that was nearest before. The identity for a model that stands
/// so already, within what posture does to a body. The normal of a plane of symmetry is a principal axis of the
/// surface, so these are tried, and the model's own axes; that which mirrors the surface best onto itself is taken
/// and refined. Deterministic; takes tens of milliseconds.
[[nodiscard]] glm::mat3 upright_rotation(const std::vector<const mesh::TriangleMesh*>& skin);

}  // namespace dorsum::body
