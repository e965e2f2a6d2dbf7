#pragma once

#include <cstddef>
#include <glm/vec3.hpp>
#include <vector>

#include "sculpt/surface.h"

namespace dorsum::sculpt {

/// A rectangular cloth, laid out level above what it falls on. Millimetres.
struct ClothPattern {
    std::size_t columns = 2;  ///< points along x
    std::size_t rows = 2;     ///< points along -y
    float half_breadth_mm = 0.0F;
    float top_y_mm = 0.0F;
    float length_mm = 0.0F;
};

/// Lets the cloth fall onto the obstacle and come to rest with the folds that it needs: a net of
/// points held together by distances, solved by position based dynamics (Mueller et al. 2007).
/// @param obstacle  signed distance; the cloth stays where it is not negative
/// @return the points row by row
[[nodiscard]] std::vector<glm::vec3> draped_cloth(const Field& obstacle, const ClothPattern& pattern);

}  // namespace dorsum::sculpt
