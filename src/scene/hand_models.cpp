#include "scene/hand_models.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "body/breathing_shape.h"
#include "scene/hand_give.h"
#include "scene/marks.h"
#include "scene/skin_walk.h"

namespace dorsum::scene {

namespace {

// In the order of HandPose.
constexpr std::array pose_names{"hand_flat_palm", "hand_thumbs", "hand_fingertips", "hand_knuckles", "hand_forearm"};

// Thumbs lean towards each other, so that the wrists below them stay clear of the spine; palms lean
// apart, so that their thumbs do.
constexpr float thumb_lean_deg = 24.0F;
constexpr float palm_lean_deg = -10.0F;

float lean_rad(const lesson::Contact contact) {
    switch (contact) {
        case lesson::Contact::thumb:
            return glm::radians(thumb_lean_deg);
        case lesson::Contact::palm:
            return glm::radians(palm_lean_deg);
        case lesson::Contact::fingertips:
        case lesson::Contact::knuckles:
        case lesson::Contact::forearm:
            break;
    }
    return 0.0F;
}

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
    const glm::vec3 across = glm::cross(fingers, hand.point.normal);
    glm::vec3 sum = 2.0F * hand.point.normal;
    struct Way {
        glm::vec3 heading;
        float distance_m;
    };
    for (const Way& way :
         {Way{fingers, along_m}, Way{-fingers, along_m}, Way{across, across_m}, Way{-across, across_m}}) {
        sum += walk(skin, {hand.point.position, hand.point.normal, way.heading}, way.distance_m).normal;
    }
    return glm::normalize(sum);
}

HandFrame frame_of(const mesh::SpatialIndex& skin, const lesson::HandNow& hand) {
    HandFrame frame;
    frame.out = slope_under(skin, hand, finger_direction(hand));
    const float side = hand.hand == lesson::Hand::right ? 1.0F : -1.0F;
    const float lean = lean_rad(hand.contact);
    const glm::vec3 headwards = tangent(finger_direction(hand), frame.out);
    frame.fingers =
        glm::normalize(std::cos(lean) * headwards - side * std::sin(lean) * glm::cross(headwards, frame.out));
    frame.across = side * glm::cross(frame.fingers, frame.out);
    const glm::vec2 aside = aside_m(hand.contact);
    frame.contact = hand.point.position + frame.across * aside.x + frame.fingers * aside.y;
    return frame;
}

glm::vec3 middle_of(const mesh::TriangleMesh& mesh) {
    glm::vec3 sum(0.0F);
    for (const glm::vec3 position : mesh.positions) {
        sum += position;
    }
    return sum / static_cast<float>(std::max<std::size_t>(mesh.positions.size(), 1));
}

HandModel with_give(mesh::TriangleMesh mesh, const HandPose pose) {
    HandModel model;
    model.mesh = std::move(mesh);
    model.middle = middle_of(model.mesh);
    for (std::size_t i = 0; i < model.mesh.positions.size(); ++i) {
        const glm::vec3 at = model.mesh.positions[i];
        const float towards_elbow_mm = model.mesh.tints.empty() ? 0.0F : static_cast<float>(model.mesh.tints[i].r);
        model.flexibility.push_back(flexibility_at(pose, at, towards_elbow_mm));
        model.sinking.push_back(sinking_at(pose, at));
        if (model.flexibility.back() > 0.0F) {
            constexpr float beside_m = SkinUnderHand::step_m;
            for (const glm::vec2 beside : {glm::vec2(beside_m, 0.0F), glm::vec2(0.0F, beside_m)}) {
                model.nodes |= SkinUnderHand::nodes_around(glm::vec2(at) + beside);
                model.nodes |= SkinUnderHand::nodes_around(glm::vec2(at) - beside);
            }
        }
    }
    model.nodes |= SkinUnderHand::nodes_around(wrist_of(pose));
    return model;
}

/// Bends a posed hand to the skin. What is stiff goes along with the wrist, or of a fist with the contact.
void lay_down(HandShown& shown, const HandModel& model, const SkinUnderHand& skin, const glm::vec3 moved,
              const float pressed_m) {
    const std::size_t count = model.mesh.positions.size();
    shown.positions.resize(count);
    shown.normals.resize(count);
    const float stiff_m = skin.at(wrist_of(shown.pose)).height_m;
    for (std::size_t i = 0; i < count; ++i) {
        const glm::vec3 at = model.mesh.positions[i];
        const float follows = model.flexibility[i];
        const SkinUnderHand::Height height = follows > 0.0F ? skin.at(at) : SkinUnderHand::Height{};
        const glm::vec3 up = glm::normalize(glm::vec3(-height.slope * follows, 1.0F));
        const float lift_m = glm::mix(stiff_m, height.height_m, follows) - pressed_m * model.sinking[i];
        const glm::vec3 bent = glm::vec3(at.x, at.y, lift_m) + up * at.z;
        shown.positions[i] = shown.frame.place(bent) + moved;
        if (!model.mesh.normals.empty()) {
            const glm::vec3 n = model.mesh.normals[i];
            // The shortest turn from the plane's normal to the skin's.
            const glm::vec2 level(up);
            const float share = glm::dot(level, glm::vec2(n));
            const glm::vec3 turned(glm::vec2(n) + level * (n.z - share / (1.0F + up.z)), up.z * n.z - share);
            shown.normals[i] = shown.frame.turned(turned);
        }
    }
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

std::optional<HandModels> hand_models_from(mesh::Model model) {
    HandModels models;
    for (std::size_t pose = 0; pose < pose_names.size(); ++pose) {
        const auto part = std::ranges::find_if(
            model.parts, [&](const mesh::ModelPart& each) { return each.name == pose_names.at(pose); });
        if (part == model.parts.end() || part->mesh.indices.empty()) {
            return std::nullopt;
        }
        models.poses.at(pose) = with_give(std::move(part->mesh), static_cast<HandPose>(pose));
    }
    return models;
}

HandPose pose_for(const lesson::Contact contact) {
    switch (contact) {
        case lesson::Contact::palm:
            break;
        case lesson::Contact::thumb:
            return HandPose::thumbs;
        case lesson::Contact::fingertips:
            return HandPose::fingertips;
        case lesson::Contact::knuckles:
            return HandPose::knuckles;
        case lesson::Contact::forearm:
            return HandPose::forearm;
    }
    return HandPose::flat_palm;
}

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
