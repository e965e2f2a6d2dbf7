#pragma once

#include <glm/vec3.hpp>
#include <optional>

#include "body/body.h"
#include "body/level.h"

namespace dorsum::body {

/// A place on any back: a level and the distance from the midline along the skin, right positive,
/// in millimetres of the 1.75 m reference adult; it scales with the body it is put on.
struct Place {
    Level level;
    float lateral_mm = 0.0F;
    friend bool operator==(const Place&, const Place&) = default;
};

struct SkinPoint {
    glm::vec3 position{0.0F};  ///< body frame, metres, on the skin
    glm::vec3 normal{0.0F};    ///< unit length, outward, smoothed over about a fingertip's width
};

/// The point of the skin at a place; empty where the body has no skin there (beyond its sides, or
/// above C4 or below S4). Thread safe.
[[nodiscard]] std::optional<SkinPoint> skin_point(const Body& body, Place place);

/// The place of a point on the skin of the back: the inverse of skin_point(), exact to well under a millimetre. Points
/// off the skin count as those on the same ray from the middle of the trunk. Empty above C4, below S4 and where the
/// chart of the trunk ends at the sides. Thread safe.
[[nodiscard]] std::optional<Place> place_at(const Body& body, glm::vec3 position);

/// The y coordinate (metres, body frame) of a level.
[[nodiscard]] float height_of(const Body& body, Level level);

}  // namespace dorsum::body
