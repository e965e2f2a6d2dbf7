#pragma once

#include <glm/vec3.hpp>
#include <memory>
#include <vector>

#include "sculpt/shapes.h"
#include "sculpt/solid.h"

namespace dorsum::sculpt {

/// A place on the middle line of a bar and its section there, in millimetres.
struct BarStation {
    glm::vec3 centre{0.0F};
    float half_width = 1.0F;            ///< along `broad`
    float half_thickness = 1.0F;        ///< across it
    glm::vec3 broad{0.0F, 1.0F, 0.0F};  ///< any length; its part along the line is ignored
};

/// A bar of bone: a flattened, tapering, twisting rod along a smooth middle line with rounded ends that
/// reach half a thickness beyond the first and last station.
class Bar {
public:
    /// At least two stations. `squareness` is the exponent of the section: 2 an ellipse, 4 almost a rectangle.
    explicit Bar(const std::vector<BarStation>& stations, float squareness = 2.0F);
    [[nodiscard]] float distance(glm::vec3 point) const;
    [[nodiscard]] const mesh::Bounds& bounds() const { return bounds_; }

private:
    struct Piece {
        BarStation from;
        BarStation to;
        glm::vec3 along{0.0F};
        float length = 0.0F;
    };
    [[nodiscard]] float piece_distance(const Piece& piece, glm::vec3 point) const;

    std::vector<Piece> pieces_;
    mesh::Bounds bounds_;
    float squareness_;
};

/// A bone put together from shapes that flow into each other.
class Bone {
public:
    /// `blend_mm` is the width over which the seam with what was there before is filled.
    void add(Solid shape, float blend_mm);
    void add(const Bar& bar, float blend_mm);
    /// Takes a shape away, its rim rounded over `blend_mm`; call after all that it shall cut.
    void cut(Solid shape, float blend_mm);
    [[nodiscard]] float distance(glm::vec3 point) const;
    /// The bone as it stands, and, folded, its mirror image in x = 0 with it.
    [[nodiscard]] Solid solid() const;
    [[nodiscard]] Solid folded() const;

private:
    struct Part {
        Solid shape;
        float blend_mm = 0.0F;
        bool away = false;
    };
    std::vector<Part> parts_;
};

/// A bar as a solid.
[[nodiscard]] Solid solid_of(const Bar& bar);
/// Distance to an upright superelliptic cylinder around the third axis, negative inside.
[[nodiscard]] float superellipse(float x, float y, float half_x, float half_y, float exponent);
/// An ellipsoid as a solid.
[[nodiscard]] Solid ellipsoid_solid(glm::vec3 centre, glm::vec3 half_axes);

}  // namespace dorsum::sculpt
