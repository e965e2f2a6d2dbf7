#pragma once

#include <toml++/toml.h>

#include <array>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

#include "sculpt/curve.h"

namespace dorsum::sculpt {

/// The room inside the ribs and the diaphragm that divides it, in millimetres in the body frame.
class ChestCavity {
public:
    /// Reads the tables `chest` and `diaphragm`; call it inside figure::read_figures.
    explicit ChestCavity(const toml::table& root);
    /// Distance from the inside of the chest and belly wall, negative inside. Symmetric in x.
    [[nodiscard]] float wall(glm::vec3 point) const;
    /// Distance above (positive) or below the diaphragm.
    [[nodiscard]] float above_diaphragm(glm::vec3 point) const;

private:
    /// How far from the summit the dome has fallen by so much.
    struct Flank {
        float run_mm = 1.0F;
        float fall_mm = 0.0F;
    };
    struct Dome {
        glm::vec2 summit{0.0F};  ///< |x| and z
        float top_y = 0.0F;
        Flank lateral;
        Flank medial;
        Flank front;
        Flank back;
    };
    [[nodiscard]] static Dome read_dome(const toml::table& table);
    [[nodiscard]] float behind(float x, float y) const;
    [[nodiscard]] float dome_height(const Dome& dome, float outwards, float z) const;
    [[nodiscard]] float diaphragm_y(float x, float z) const;

    float wall_mm_;
    float front_exponent_;
    float dome_exponent_;
    float bridge_mm_;
    float top_y_;
    std::vector<Knot> angle_x_;
    std::vector<Knot> angle_z_;
    std::vector<Knot> widest_x_;
    std::vector<Knot> widest_z_;
    std::vector<Knot> front_z_;
    std::vector<Knot> head_z_;
    std::array<Dome, 2> domes_;  ///< right, left
};

}  // namespace dorsum::sculpt
