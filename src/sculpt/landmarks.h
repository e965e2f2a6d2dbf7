#pragma once

#include <glm/vec3.hpp>
#include <string>
#include <vector>

#include "core/error.h"
#include "mesh/mesh.h"
#include "sculpt/figures.h"

namespace dorsum::sculpt {

struct SkinPoint {
    std::string id;  ///< as in body/body.h
    glm::vec3 position_m{0.0F};
};

/// The reference body's landmarks, found by rays onto its finished skin.
[[nodiscard]] Result<std::vector<SkinPoint>> find_skin_points(const mesh::TriangleMesh& skin, const Figures& figures);

/// The text of `reference.landmarks.toml`.
[[nodiscard]] std::string landmarks_text(const std::vector<SkinPoint>& points);

}  // namespace dorsum::sculpt
