#pragma once

#include <glm/mat3x3.hpp>
#include <glm/vec3.hpp>

#include "mesh/mesh.h"
#include "sculpt/body_parameters.h"
#include "sculpt/table.h"

namespace dorsum::sculpt {

/// Takes places of the reference man to the same places of another body, millimetres: stature
/// scales everything, breadths of shoulders and pelvis the sides, arms lie further out beside a broader chest, and the
/// spine bends evenly from T1 to T12 and from L1 to S1 to the wished curvatures about the vertebral bodies. One to one
/// and smooth within the ranges of BodyParameters; the identity for the reference man.
class Warp {
public:
    explicit Warp(const BodyParameters& parameters);
    [[nodiscard]] glm::vec3 operator()(glm::vec3 reference) const;
    /// The place of the reference man that is taken to `place`, to about 0.01 mm within a body's extent.
    [[nodiscard]] glm::vec3 inverse(glm::vec3 place) const;
    /// A direction normal to a surface, carried along; unit length.
    [[nodiscard]] glm::vec3 normal(glm::vec3 reference, glm::vec3 reference_normal) const;
    /// A direction within a surface (a fibre), carried along; unit length, zero stays zero.
    [[nodiscard]] glm::vec3 tangent(glm::vec3 reference, glm::vec3 reference_tangent) const;
    [[nodiscard]] float scale() const { return scale_; }
    /// Factor on the breadth of the trunk at a height of the reference man, without the scale of the stature.
    [[nodiscard]] float breadth(float reference_y) const;

    /// Positions and normals; indices stay.
    [[nodiscard]] mesh::TriangleMesh warped(mesh::TriangleMesh mesh) const;

private:
    [[nodiscard]] glm::mat3 slope(glm::vec3 reference) const;
    [[nodiscard]] float breadth_at(float reference_x, float reference_y) const;
    float scale_;
    float arms_breadth_;    ///< the arms follow the shoulders all the way down
    float arms_spread_mm_;  ///< and leave a broader trunk room below the armpit
    Table breadth_;         ///< over y
    Table spine_z_;         ///< of the reference man
    Table centre_y_;        ///< where the spine's place at a height goes
    Table centre_z_;
    Table tilt_rad_;
};

}  // namespace dorsum::sculpt
