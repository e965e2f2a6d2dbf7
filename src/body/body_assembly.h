#pragma once

#include <glm/mat4x4.hpp>

#include "body/body.h"
#include "body/model_placement.h"
#include "mesh/mesh.h"

namespace dorsum::body {

/// Moves a mesh by a similarity; normals and fibres stay of unit length.
void bring_into_frame(mesh::TriangleMesh& mesh, const glm::mat4& body_from_model);

/// Takes over what the placement says of a body whose parts lie in the body frame already, and finds on its skin all
/// that places need: index, chart, reach and landmarks. A skin index that the body has already is kept. Adds warnings
/// where there is no skin on the midline.
void take_measures(Body& body, const Placement& placement);

}  // namespace dorsum::body
