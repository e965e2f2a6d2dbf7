#pragma once

#include <array>
#include <bitset>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include "mesh/spatial_index.h"

namespace dorsum::scene {

/// Where a hand lies: the contact on the skin at rest, and unit vectors of a right-handed frame or, of a left hand, of
/// its mirror image.
struct HandFrame {
    glm::vec3 contact{0.0F};
    glm::vec3 across{1.0F, 0.0F, 0.0F};   ///< away from the thumb
    glm::vec3 fingers{0.0F, 1.0F, 0.0F};  ///< along them
    glm::vec3 out{0.0F, 0.0F, 1.0F};      ///< out of the skin

    [[nodiscard]] glm::vec3 place(const glm::vec3 at) const {
        return contact + across * at.x + fingers * at.y + out * at.z;
    }
    [[nodiscard]] glm::vec3 turned(const glm::vec3 v) const { return across * v.x + fingers * v.y + out * v.z; }
};

/// The form of the skin under a hand, as a hand of flesh and joints follows it: heights over the plane across and
/// along the hand, smoothed by uniform cubic B-splines over nodes 24 mm apart (de Boor, A Practical Guide to Splines,
/// 1978), so that neither a triangle nor the furrow of the spine is copied, and fingers bend no more than about a
/// joint a node. Its steepness is bounded, so that where the skin ends or falls away a finger stays a finger; that
/// keeps it continuous while the hand moves.
class SkinUnderHand {
public:
    static constexpr int columns = 12;
    static constexpr int rows = 21;
    static constexpr float step_m = 0.024F;
    static constexpr float low_x_m = -0.096F;
    static constexpr float low_y_m = -0.216F;
    using Nodes = std::bitset<std::size_t{columns} * rows>;

    /// One ray for each of the nodes that are asked for; the breath has risen by `chest_rise` (0 to 1).
    SkinUnderHand(const mesh::SpatialIndex& skin, const HandFrame& frame, const Nodes& nodes, float chest_rise);

    struct Height {
        float height_m = 0.0F;
        glm::vec2 slope{0.0F};
    };
    /// At a place across and along the hand, metres; beyond the nodes as at their edge.
    [[nodiscard]] Height at(glm::vec2 place) const;

    /// The nodes on which the heights at a place depend.
    [[nodiscard]] static Nodes nodes_around(glm::vec2 place);

private:
    /// Where the skin falls away, as over the shoulder, a hand stays a hand and spans the fall instead of running down
    /// it: each node lies no further below any other than fingers reach.
    void span_falls(const Nodes& nodes);
    /// Splines lie inside of what bends; the nodes are set out by as much (the first step of interpolation).
    void sharpen(const Nodes& nodes);

    std::array<float, std::size_t{columns} * rows> heights_{};
};

}  // namespace dorsum::scene
