#pragma once

#include <glm/vec3.hpp>
#include <vector>

#include "sculpt/figures.h"

namespace dorsum::sculpt {

/// The head with its ears and a short cap of hair.
class Head {
public:
    explicit Head(const Figures& figures);
    /// In millimetres, negative inside, for a point with x >= 0.
    [[nodiscard]] float distance(glm::vec3 point) const;

private:
    [[nodiscard]] float skull(glm::vec3 point) const;
    std::vector<HeadMass> masses_;
    std::vector<Knot> hairline_;
    float hair_mm_;
};

}  // namespace dorsum::sculpt
