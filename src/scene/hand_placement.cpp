#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <optional>

#include "body/breathing_shape.h"
#include "scene/hand_give.h"
#include "scene/hand_models.h"
#include "scene/marks.h"
#include "scene/skin_walk.h"

namespace dorsum::scene {

namespace {

/// Where a hand's own origin lies from the contact, across (away from its thumb) and along its fingers. Of fingertips
/// the pulp next to the spine is at the contact, as their prints have it, and the hand's origin is at the middle
/// finger.
glm::vec2 aside_m(const lesson::Contact contact) {
    constexpr glm::vec2 from_index_to_middle_finger(0.0215F, 0.013F);
    return contact == lesson::Contact::fingertips ? from_index_to_middle_finger : glm::vec2(0.0F);
}

/// The slope of the skin under a hand: its normal averaged over as much as the hand covers.
glm::vec3 slope_under(const mesh::SpatialIndex& skin, const lesson::HandNow& hand, const glm::vec3 fingers) {
    constexpr float along_m = 0.045F;
    constexpr float across_m = 0.030F;
    // Of a thumb the hand lies beside it, away from the spine.
    const float away_m = hand.contact == lesson::Contact::thumb ? 0.085F : across_m;
    const float side = hand.hand == lesson::Hand::right ? 1.0F : -1.0F;
    const glm::vec3 away = side * glm::cross(fingers, hand.point.normal);
    glm::vec3 sum = 2.0F * hand.point.normal;
    struct Way {
        glm::vec3 heading;
        float distance_m;
    };
    for (const Way& way : {Way{fingers, along_m}, Way{-fingers, along_m}, Way{away, away_m}, Way{-away, across_m}}) {
        sum += walk(skin, {hand.point.position, hand.point.normal, way.heading}, way.distance_m).normal;
    }
    return glm::normalize(sum);
}

HandFrame frame_of(const mesh::SpatialIndex& skin, const lesson::HandNow& hand) {
    HandFrame frame;
    frame.out = slope_under(skin, hand, finger_direction(hand));
    const float side = hand.hand == lesson::Hand::right ? 1.0F : -1.0F;
    frame.fingers = tangent(finger_direction(hand), frame.out);
    frame.across = side * glm::cross(frame.fingers, frame.out);
    const glm::vec2 aside = aside_m(hand.contact);
    frame.contact = hand.point.position + frame.across * aside.x + frame.fingers * aside.y;
    return frame;
}

/// How the stiff parts of a hand lie over the skin: a line along the hand that bends at a hinge.
class StiffLine {
public:
    StiffLine(const HandPose pose, const HandModel& model, const SkinUnderHand& skin)
        : anchor_(anchor_of(pose)), hinge_(hinge_of(pose)) {
        const SkinUnderHand::Height at_anchor = skin.at(anchor_);
        height_m_ = at_anchor.height_m;
        if (const auto straight = straight_part_of(pose)) {
            const float from_m = skin.at({anchor_.x, straight->from_y_m}).height_m;
            const float to_m = skin.at({anchor_.x, straight->to_y_m}).height_m;
            slope_ = (to_m - from_m) / (straight->to_y_m - straight->from_y_m);
            const float line_m = from_m + slope_ * (anchor_.y - straight->from_y_m);
            height_m_ = std::max(line_m, 0.5F * (line_m + height_m_));  // into a hill it sinks, a hollow it bridges
        }
        if (hinge_) {
            const float straight = hinge_->continues ? hinge_->way * at_anchor.slope.y : 0.0F;
            rise_ = std::max(straight, std::min(hinge_->rises, straight + most_bent));
            for (const Underside& underside : model.stiff_end) {
                const float over_skin_m =
                    underside.height_m + at(underside.place.y).height_m - skin.at(underside.place).height_m;
                rise_ = std::max(rise_, rise_ - (over_skin_m + hinge_->gives_way_m) / eased(beyond(underside.place.y)));
            }
            rise_ = std::clamp(rise_, -steepest, steepest);
        }
    }

    [[nodiscard]] SkinUnderHand::Height at(const float along_m) const {
        SkinUnderHand::Height line{height_m_ + slope_ * (along_m - anchor_.y), {0.0F, slope_}};
        if (hinge_ && beyond(along_m) > 0.0F) {
            line.height_m += rise_ * eased(beyond(along_m));
            line.slope.y += hinge_->way * rise_ * std::min(beyond(along_m) / bend_m, 1.0F);
        }
        return line;
    }

private:
    static constexpr float steepest = 0.55F;
    static constexpr float most_bent = 0.34F;  // a wrist that only rises stays nearly straight
    static constexpr float bend_m = 0.030F;    // a wrist has some length

    [[nodiscard]] float beyond(const float along_m) const { return hinge_->way * (along_m - hinge_->at_y_m); }
    /// The way beyond the hinge, its beginning smoothed.
    [[nodiscard]] static float eased(const float beyond_m) {
        return beyond_m < bend_m ? beyond_m * beyond_m / (2.0F * bend_m) : beyond_m - 0.5F * bend_m;
    }

    glm::vec2 anchor_;
    std::optional<Hinge> hinge_;
    float height_m_ = 0.0F;
    float slope_ = 0.0F;
    float rise_ = 0.0F;  ///< of the end beyond the hinge, more than the line's
};

/// Of each vertex, weighted by the area of its triangles; `side` is -1 of a mirror image.
std::vector<glm::vec3> normals_of(const std::vector<std::uint32_t>& indices, const std::vector<glm::vec3>& positions,
                                  const float side) {
    std::vector<glm::vec3> normals(positions.size(), glm::vec3(0.0F));
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        const glm::vec3 origin = positions[indices[i]];
        const glm::vec3 area = glm::cross(positions[indices[i + 1]] - origin, positions[indices[i + 2]] - origin);
        for (std::size_t corner = 0; corner < 3; ++corner) {
            normals[indices[i + corner]] += side * area;
        }
    }
    for (glm::vec3& normal : normals) {
        const float length = glm::length(normal);
        normal = length > 0.0F ? normal / length : glm::vec3(0.0F, 0.0F, 1.0F);
    }
    return normals;
}

/// Bends a posed hand to the skin.
void lay_down(HandShown& shown, const HandModel& model, const SkinUnderHand& skin, const glm::vec3 moved,
              const float pressed_m) {
    const std::size_t count = model.mesh.positions.size();
    shown.positions.resize(count);
    // What lies on the skin tilts with it, what stands over it as a raised knuckle only rises and sinks.
    constexpr float tilts_up_to_m = 0.020F;
    const StiffLine stiff_line(shown.pose, model, skin);
    for (std::size_t i = 0; i < count; ++i) {
        const glm::vec3 at = model.mesh.positions[i];
        const float follows = model.flexibility[i];
        const SkinUnderHand::Height stiff = stiff_line.at(at.y);
        const SkinUnderHand::Height height = follows > 0.0F ? skin.at(at) : stiff;
        const glm::vec3 up = glm::normalize(glm::vec3(-glm::mix(stiff.slope, height.slope, follows), 1.0F));
        const float lift_m = glm::mix(stiff.height_m, height.height_m, follows) - pressed_m * model.sinking[i];
        const float tilted_m = std::min(at.z, tilts_up_to_m);
        const glm::vec3 bent = glm::vec3(at.x, at.y, lift_m + at.z - tilted_m) + up * tilted_m;
        shown.positions[i] = shown.frame.place(bent) + moved;
    }
    shown.normals = normals_of(model.mesh.indices, shown.positions, shown.hand == lesson::Hand::left ? -1.0F : 1.0F);
}

HandShown place_hand(const HandModels& models, const mesh::SpatialIndex& skin, const lesson::HandNow& hand,
                     const float chest_rise, const float pressed_m) {
    HandShown shown;
    shown.hand = hand.hand;
    shown.pose = pose_for(hand.contact);
    shown.frame = frame_of(skin, hand);
    const HandModel& model = models.poses.at(static_cast<std::size_t>(shown.pose));
    const SkinUnderHand under(skin, shown.frame, model.nodes, chest_rise);
    const glm::vec3 lifted = shown.frame.out * hand.lift_m;
    lay_down(shown, model, under, body::breathing_displacement(shown.frame.contact, chest_rise) + lifted, pressed_m);
    shown.middle = {shown.frame.place(model.middle) + lifted, shown.frame.out};
    for (const PressingSpot& spot : pressing_spots(shown.pose)) {
        const auto on_skin = skin.nearest(shown.frame.place({spot.place_m, under.at(spot.place_m).height_m}), 0.05F);
        if (on_skin && pressed_m > 0.0F) {
            shown.dents.push_back({on_skin->position, spot.radius_m, spot.share * pressed_m});
        }
    }
    return shown;
}

}  // namespace

std::vector<HandShown> place_hands(const HandModels& models, const mesh::SpatialIndex& skin,
                                   const lesson::Moment& moment, const float chest_rise, const Pressed pressed) {
    std::vector<HandShown> hands;
    if (moment.left) {
        hands.push_back(place_hand(models, skin, *moment.left, chest_rise, pressed.left_m));
    }
    if (moment.right) {
        hands.push_back(place_hand(models, skin, *moment.right, chest_rise, pressed.right_m));
    }
    return hands;
}

}  // namespace dorsum::scene
