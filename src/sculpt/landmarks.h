#pragma once

#include <glm/vec3.hpp>
#include <string>
#include <vector>

#include "core/error.h"
#include "mesh/mesh.h"
#include "sculpt/figures.h"
#include "sculpt/warp.h"

namespace dorsum::sculpt {

struct SkinPoint {
    std::string id;  ///< as in body/body.h
    glm::vec3 position_m{0.0F};
};

/// A body's landmarks, found by rays onto its finished skin (metres).
[[nodiscard]] Result<std::vector<SkinPoint>> find_skin_points(const mesh::TriangleMesh& skin, const Figures& figures,
                                                              const Warp& warp);

/// The text of a landmark file for a model.
[[nodiscard]] std::string landmarks_text(const std::string& model_file, const std::vector<SkinPoint>& points);

}  // namespace dorsum::sculpt
