#pragma once

#include <toml++/toml.h>

#include <glm/vec3.hpp>
#include <vector>

#include "sculpt/curve.h"
#include "sculpt/organ/chest_cavity.h"
#include "sculpt/organ/organ_form.h"

namespace dorsum::sculpt {

/// The liver: a wedge between the diaphragm, the chest wall and its own hollow underside.
class Liver {
public:
    /// Reads the table `liver`; call it inside figure::read_figures.
    explicit Liver(const toml::table& root);
    /// Distance in millimetres, negative inside; `neighbours` is the distance from the nearest organ that
    /// leaves an impression.
    [[nodiscard]] float distance(glm::vec3 point, const ChestCavity& cavity, float neighbours) const;

private:
    [[nodiscard]] float underside(glm::vec3 point) const;

    float gap_mm_;
    float edge_blend_mm_;
    std::vector<Knot> lower_edge_y_;  ///< over x, left to right
    std::vector<Knot> upper_y_;       ///< over x
    std::vector<Knot> back_z_;        ///< over x
    std::vector<Knot> hollow_mm_;     ///< over z: how far the underside rises above the lower edge
    std::vector<Knot> hollow_share_;  ///< over x: how much of that rise is there
    OrganForm cuts_;
};

}  // namespace dorsum::sculpt
