#pragma once

#include <glm/vec3.hpp>
#include <string>
#include <vector>

#include "mesh/mesh.h"

namespace dorsum::sculpt {

// Distances are in millimetres, negative inside. They are exact on the surface and true to about
// a third elsewhere, which is all that finding the surface needs.

/// The union of two shapes whose seam is filled over about `blend_mm`.
[[nodiscard]] float smooth_union(float a, float b, float blend_mm);
/// The part that two shapes share, its rim rounded over about `blend_mm`.
[[nodiscard]] float smooth_intersection(float a, float b, float blend_mm);
/// The shape `a` without the shape `b`, the rim rounded over about `blend_mm`.
[[nodiscard]] float smooth_difference(float a, float b, float blend_mm);

[[nodiscard]] float ellipsoid(glm::vec3 point, glm::vec3 centre, glm::vec3 half_axes);
/// A box whose edges are rounded; `half_size` includes the rounding.
[[nodiscard]] float rounded_box(glm::vec3 point, glm::vec3 centre, glm::vec3 half_size, float rounding);

/// A place on the middle line of a belly and the half thickness there.
struct Station {
    glm::vec3 centre{0.0F};
    float radius = 0.0F;
};

/// A muscle belly, a limb or a ridge of bone: a tube around a smooth middle line.
struct Belly {
    std::string name;
    std::vector<Station> stations;          ///< at least two
    glm::vec3 flat_axis{0.0F, 0.0F, 1.0F};  ///< unit length; the belly is thinner along it
    float flatness = 1.0F;                  ///< thickness along `flat_axis` over that across it
    float blend_mm = 12.0F;                 ///< how softly it goes over into what lies under it
};

/// A belly made ready for many questions.
class BellyShape {
public:
    explicit BellyShape(const Belly& belly);
    [[nodiscard]] float distance(glm::vec3 point) const;
    [[nodiscard]] float blend_mm() const { return blend_mm_; }
    /// False where the point is so far away that the belly cannot matter.
    [[nodiscard]] bool near(glm::vec3 point, float reach_mm) const;

private:
    std::vector<Station> line_;
    mesh::Bounds bounds_;
    glm::vec3 flat_axis_;
    float stretch_;
    float blend_mm_;
};

}  // namespace dorsum::sculpt
