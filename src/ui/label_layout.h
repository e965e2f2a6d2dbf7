#pragma once

#include <glm/vec2.hpp>
#include <string>
#include <vector>

namespace dorsum::ui {

/// An upright rectangle of the picture; x to the right, y down.
struct Box {
    glm::vec2 low{0.0F};
    glm::vec2 high{0.0F};
};
[[nodiscard]] bool meet(const Box& first, const Box& second);

/// What is to be written beside, or over, a place of the picture. Lengths in pixels.
struct LabelToPlace {
    std::string key;  ///< the same from picture to picture, no other's
    glm::vec2 anchor{0.0F};
    float anchor_radius = 0.0F;  ///< how large the target is: lines end there, and other labels keep off it if they can
    glm::vec2 size{0.0F};
    std::vector<glm::vec2> offsets;  ///< of its middle from the anchor: the best first
    int target = 0;                  ///< labels of one target may cross each other's lines
    bool may_bend = false;           ///< its line may go round what is in its way
    bool leads = false;              ///< sits on what moves: all others give way, and it stays with its target
};

struct PlacedLabel {
    std::string key;
    glm::vec2 anchor{0.0F};
    Box box;
    std::vector<glm::vec2> leader;  ///< from the box to the target, two or three points; none where the box lies close
    int target = 0;
};

/// What one picture leaves to the next.
struct LabelMemory {
    std::vector<PlacedLabel> placed;
    glm::vec2 size{0.0F};    ///< of the picture
    bool in_flight = false;  ///< the camera was turning by itself
};

/// Finds room for as many labels as there is, the first ones first. No box meets another, one of `taken`, or the edge
/// of `bounds`; no leader crosses another or a box. A label that finds no room is left out.
///
/// A label that was placed in the last picture keeps its offset from its anchor, or gives way by at most
/// most_given_way_px. Where that is not enough it is left out of this one picture and placed afresh in the next, so
/// that no label jumps; and what is placed afresh keeps a little more distance than it needs, so that none comes and
/// goes. A label that belongs on its anchor (its first offset is zero) glides back there when it can. Pure; under a
/// few milliseconds for a hundred labels.
[[nodiscard]] std::vector<PlacedLabel> place_labels(const std::vector<LabelToPlace>& labels,
                                                    const std::vector<Box>& taken, const Box& bounds,
                                                    const std::vector<PlacedLabel>& last);

inline constexpr float most_given_way_px = 4.5F;

}  // namespace dorsum::ui
