#pragma once

#include <toml++/toml.h>

#include <glm/vec3.hpp>
#include <vector>

#include "sculpt/curve.h"
#include "sculpt/organ/chest_cavity.h"
#include "sculpt/organ/organ_form.h"

namespace dorsum::sculpt {

/// One lung: what the chest wall, the diaphragm, the mediastinum and the heart leave free on its side.
class Lung {
public:
    /// Reads the tables `lungs` and `lung_right` or `lung_left`; call it inside figure::read_figures.
    /// `side` is +1 for the right lung and -1 for the left.
    Lung(const toml::table& root, float side);
    /// Distance in millimetres, negative inside; `heart` is the distance from the heart there.
    [[nodiscard]] float distance(glm::vec3 point, const ChestCavity& cavity, float heart) const;

private:
    [[nodiscard]] float fissure_depth(glm::vec3 point) const;
    [[nodiscard]] float mediastinum(glm::vec3 point) const;

    float side_;
    float gap_mm_;
    float front_edge_x_mm_;
    float front_from_z_;
    float front_to_z_;
    std::vector<Knot> mediastinum_half_width_;
    glm::vec3 oblique_point_{0.0F};
    glm::vec3 oblique_normal_{0.0F, 1.0F, 0.0F};
    float horizontal_y_;  ///< far below the body where there is no such fissure
    float fissure_depth_mm_;
    float fissure_half_width_mm_;
    OrganForm cuts_;
};

}  // namespace dorsum::sculpt
