#pragma once

#include "mesh/mesh.h"

namespace dorsum::body {

/// A person of the reference adult's size, swept from ellipses in the body frame: head with a nose,
/// trunk with a furrow and a cleft, two legs with feet, two arms that hang beside the trunk.
/// Symmetric. Metres, up +y, facing -z.
struct SyntheticParts {
    bool head = true;
    bool legs = true;
    bool arms = true;
};
[[nodiscard]] mesh::TriangleMesh synthetic_person(const SyntheticParts& parts = {});

/// The same as a model whose file has other axes and another unit and lies elsewhere.
[[nodiscard]] mesh::Model as_model(const mesh::TriangleMesh& body_frame, mesh::Axis up, mesh::Axis facing, float unit_m,
                                   glm::vec3 shift_m = glm::vec3(0.0F));

/// The half breadth of the trunk at a height, where arms do not count; metres.
[[nodiscard]] float synthetic_half_breadth(float y);

}  // namespace dorsum::body
