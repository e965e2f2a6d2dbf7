#pragma once

#include <toml++/toml.h>

#include <glm/mat3x3.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <vector>

#include "mesh/mesh.h"
#include "sculpt/shapes.h"

namespace dorsum::sculpt {

/// A shape put together, in the order of its figures, from tubes and turned ellipsoids that are added or
/// cut away, with shallow grooves drawn into it at the end. Distances in millimetres, negative inside.
class OrganForm {
public:
    /// Reads the lists `part` and (if there) `groove` of a table; call it inside figure::read_figures.
    explicit OrganForm(const toml::table& table);
    [[nodiscard]] float distance(glm::vec3 point) const;
    /// Takes only the cut parts out of another shape's distance, then draws the grooves.
    [[nodiscard]] float carved(float distance, glm::vec3 point) const;
    /// The box around all added parts, grown by a few millimetres.
    [[nodiscard]] const mesh::Bounds& bounds() const { return bounds_; }

private:
    /// An ellipsoid whose own axes are the columns of `axes`.
    struct Ellipsoid {
        glm::vec3 centre{0.0F};
        glm::vec3 half_axes{1.0F};
        glm::mat3 axes{1.0F};
    };
    struct Part {
        bool cut = false;
        float blend_mm = 0.0F;
        std::optional<BellyShape> tube;
        Ellipsoid ellipsoid;
    };
    /// Where a plane meets the surface, fading out at `reach_mm` from the point.
    struct Groove {
        glm::vec3 point{0.0F};
        glm::vec3 normal{0.0F, 1.0F, 0.0F};
        float depth_mm = 1.0F;
        float half_width_mm = 3.0F;
        float reach_mm = 100.0F;
    };

    [[nodiscard]] static Belly read_tube(const toml::table& table);
    [[nodiscard]] static Ellipsoid read_ellipsoid(const toml::table& table);
    [[nodiscard]] static float part_distance(const Part& part, glm::vec3 point);
    [[nodiscard]] float groove_depth(glm::vec3 point) const;
    void add_part(const toml::table& table);
    void grow_bounds(glm::vec3 centre, float radius);

    std::vector<Part> parts_;
    std::vector<Groove> grooves_;
    mesh::Bounds bounds_{glm::vec3(1.0e6F), glm::vec3(-1.0e6F)};
};

}  // namespace dorsum::sculpt
