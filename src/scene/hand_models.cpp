#include "scene/hand_models.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "body/breathing_shape.h"
#include "scene/marks.h"
#include "scene/skin_walk.h"

namespace dorsum::scene {

namespace {

// In the order of HandPose.
constexpr std::array pose_names{"hand_flat_palm", "hand_thumbs", "hand_fingertips"};

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

/// How far the hand must be lifted so that it does not sink in more than flesh gives way.
float needed_lift_m(const mesh::TriangleMesh& hand_mesh, const glm::mat4& body_from_hand, const glm::vec3 normal,
                    const mesh::SpatialIndex& skin, const int pressure) {
    constexpr std::size_t most_rays = 160;
    constexpr float low_m = 0.02F;  // what lies higher than that over the contact does not touch
    constexpr float reach_m = 0.05F;
    constexpr float most_lift_m = 0.025F;
    const float soft_m = 0.003F + 0.001F * static_cast<float>(std::clamp(pressure, 0, 5));
    const std::size_t stride = std::max<std::size_t>(hand_mesh.positions.size() / most_rays, 1);
    float deepest_m = 0.0F;
    for (std::size_t i = 0; i < hand_mesh.positions.size(); i += stride) {
        if (hand_mesh.positions[i].z > low_m) {
            continue;
        }
        const auto place = glm::vec3(body_from_hand * glm::vec4(hand_mesh.positions[i], 1.0F));
        if (const auto hit = skin.first_hit(place + normal * reach_m, -normal, 2.0F * reach_m)) {
            deepest_m = std::max(deepest_m, reach_m - hit->distance);
        }
    }
    return std::clamp(deepest_m - soft_m, 0.0F, most_lift_m);
}

glm::vec3 middle_of(const mesh::TriangleMesh& mesh) {
    glm::vec3 sum(0.0F);
    for (const glm::vec3 position : mesh.positions) {
        sum += position;
    }
    return sum / static_cast<float>(std::max<std::size_t>(mesh.positions.size(), 1));
}

HandShown place_hand(const HandModels& models, const mesh::SpatialIndex& skin, const lesson::HandNow& hand,
                     const float chest_rise) {
    HandShown shown;
    shown.hand = hand.hand;
    shown.pose = pose_for(hand.contact);
    const glm::vec3 normal = slope_under(skin, hand, finger_direction(hand));
    const float side = hand.hand == lesson::Hand::right ? 1.0F : -1.0F;
    const float lean = lean_rad(hand.contact);
    const glm::vec3 headwards = tangent(finger_direction(hand), normal);
    const glm::vec3 fingers =
        glm::normalize(std::cos(lean) * headwards - side * std::sin(lean) * glm::cross(headwards, normal));
    const glm::vec3 right = glm::cross(fingers, normal);
    const glm::vec2 aside = aside_m(hand.contact);
    const glm::vec3 shift = right * side * aside.x + fingers * aside.y;
    const auto matrix_at = [&](const glm::vec3 place) {
        return glm::mat4(glm::vec4(right * side, 0.0F), glm::vec4(fingers, 0.0F), glm::vec4(normal, 0.0F),
                         glm::vec4(place + shift, 1.0F));
    };
    const mesh::TriangleMesh& mesh = models.poses.at(static_cast<std::size_t>(shown.pose));
    const float lift_m = needed_lift_m(mesh, matrix_at(hand.point.position), normal, skin, hand.pressure);
    const glm::vec3 risen = body::breathing_displacement(hand.point.position, chest_rise);
    const glm::vec3 place = hand.point.position + normal * (lift_m + hand.lift_m);
    shown.body_from_hand = matrix_at(place + risen);
    shown.middle = {glm::vec3(matrix_at(place) * glm::vec4(middle_of(mesh), 1.0F)), normal};
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
        models.poses.at(pose) = std::move(part->mesh);
    }
    return models;
}

HandPose pose_for(const lesson::Contact contact) {
    switch (contact) {
        case lesson::Contact::palm:
        case lesson::Contact::forearm:
            break;
        case lesson::Contact::thumb:
            return HandPose::thumbs;
        case lesson::Contact::knuckles:
        case lesson::Contact::fingertips:
            return HandPose::fingertips;
    }
    return HandPose::flat_palm;
}

std::vector<HandShown> place_hands(const HandModels& models, const mesh::SpatialIndex& skin,
                                   const lesson::Moment& moment, const float chest_rise) {
    std::vector<HandShown> hands;
    for (const auto& hand : {moment.left, moment.right}) {
        if (hand) {
            hands.push_back(place_hand(models, skin, *hand, chest_rise));
        }
    }
    return hands;
}

}  // namespace dorsum::scene
