#pragma once

#include <glm/vec3.hpp>
#include <vector>

#include "sculpt/figures.h"

namespace dorsum::sculpt {

/// Where long hair is tied up, millimetres on the reference man.
inline constexpr glm::vec3 hair_knot_centre{0.0F, 436.0F, 100.0F};

/// The head with its ears and a short cap of hair.
class Head {
public:
    /// `hair_knot_mm` is the radius of a knot of hair behind, 0 for none.
    Head(const Figures& figures, float hair_knot_mm);
    /// In millimetres, negative inside, for a point with x >= 0.
    [[nodiscard]] float distance(glm::vec3 point) const;

private:
    [[nodiscard]] float skull(glm::vec3 point) const;
    std::vector<HeadMass> masses_;
    std::vector<Knot> hairline_;
    float hair_mm_;
    float hair_knot_mm_;
};

}  // namespace dorsum::sculpt
