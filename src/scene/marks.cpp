#include "scene/marks.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <optional>

#include "scene/motion.h"
#include "scene/palette.h"

namespace dorsum::scene {

namespace {

using lesson::Contact;
using lesson::Hand;

/// Half extents of a print with room for its halo; the shapes are in shaders/hand_print.frag.
struct PrintSize {
    PatchKind kind;
    int rows;
    int columns;
    float half_length_m;
    float half_width_m;
};

PrintSize print_size(const Contact contact) {
    switch (contact) {
        case Contact::palm:
            return {PatchKind::palm_mark, 17, 15, 0.097F, 0.068F};
        case Contact::thumb:
            return {PatchKind::thumb_mark, 19, 23, 0.115F, 0.142F};
        case Contact::fingertips:
        case Contact::knuckles:
        case Contact::forearm:
            break;
    }
    return {PatchKind::fingertips_mark, 25, 15, 0.160F, 0.082F};
}

// Thumbs lean towards each other, so that the wrists below them stay clear of the spine; palms lean a little apart, so
// that their thumbs and the tips of their forefingers do. At the root of the neck the fingers turn out to the
// shoulders: ahead of them there are the neck and the head.
float lean_rad(const lesson::HandNow& hand) {
    constexpr float thumb_lean_deg = 24.0F;
    constexpr float palm_lean_deg = -3.0F;
    constexpr float palm_lean_at_neck_deg = -22.0F;
    constexpr float fingers_reach_m = 0.110F;
    switch (hand.contact) {
        case Contact::thumb:
            return glm::radians(thumb_lean_deg);
        case Contact::palm:
            return glm::radians(glm::mix(palm_lean_deg, palm_lean_at_neck_deg,
                                         glm::smoothstep(fingers_reach_m, 0.0F, hand.below_nape_m)));
        case Contact::fingertips:
        case Contact::knuckles:
        case Contact::forearm:
            break;
    }
    return 0.0F;
}

void add_hand_mark(PatchSet& patches, const mesh::SpatialIndex& skin, const lesson::HandNow& hand,
                   const bool hands_shown) {
    const PrintSize size = print_size(hand.contact);
    PatchVertex like;
    like.kind = static_cast<std::uint32_t>(size.kind);
    like.colour = glm::vec4{hand_colour(hand.hand), hand.pass == lesson::Pass::working ? 0.92F : 0.76F};
    like.emphasis = static_cast<float>(std::clamp(hand.pressure, 0, 5)) / 5.0F;
    like.length_m = size.half_length_m;
    like.done_m = hands_shown ? 1.0F : 0.0F;
    // The print's thumb is on the side of positive `across`: to the receiver's right for a left hand.
    like.half_width_m = size.half_width_m;
    const SkinStep centre{hand.point.position, hand.point.normal, finger_direction(hand)};
    const std::size_t first = patches.vertices.size();
    add_grid(patches, skin, centre, size.rows, size.columns, size.half_length_m, size.half_width_m, like);
    if (hand.hand == Hand::right) {
        for (std::size_t i = first; i < patches.vertices.size(); ++i) {
            patches.vertices[i].across = -patches.vertices[i].across;
        }
    }
}

}  // namespace

glm::vec3 finger_direction(const lesson::HandNow& hand) {
    const glm::vec3 headwards{0.0F, 1.0F, 0.0F};
    // Quadratic in the direction of travel: going up and coming back the hand lies the same way.
    const glm::vec3 leaning = hand.forward * glm::dot(hand.forward, headwards);
    const glm::vec3 ahead = tangent(headwards + 0.5F * leaning, hand.point.normal);
    const float away_from_thumb = hand.hand == Hand::right ? 1.0F : -1.0F;
    const float lean = lean_rad(hand) * away_from_thumb;
    return std::cos(lean) * ahead - std::sin(lean) * glm::cross(ahead, hand.point.normal);
}

body::SkinPoint back_of_hand(const mesh::SpatialIndex& skin, const lesson::HandNow& hand) {
    // From the contact to the middle of the metacarpals in shaders/hand_print.frag.
    glm::vec2 away_m{0.0F};
    if (hand.contact == Contact::thumb) {
        away_m = {0.075F, -0.062F};
    } else if (hand.contact == Contact::fingertips) {
        away_m = {0.030F, -0.078F};
    }
    const glm::vec3 fingers = finger_direction(hand);
    SkinStep step{hand.point.position, hand.point.normal, fingers * -1.0F};
    step = walk(skin, step, -away_m.y);
    const float away_from_thumb = hand.hand == Hand::right ? 1.0F : -1.0F;
    step.heading = glm::cross(fingers, step.normal) * away_from_thumb;
    step = walk(skin, step, away_m.x);
    return {step.position, step.normal};
}

void add_hand_marks(PatchSet& patches, const mesh::SpatialIndex& skin, const lesson::Moment& moment,
                    const bool hands_shown) {
    for (const auto& hand : {moment.left, moment.right}) {
        const bool has_print = hand && (hand->contact == Contact::thumb || hand->contact == Contact::fingertips);
        if (hand && (has_print || !hands_shown)) {
            add_hand_mark(patches, skin, *hand, hands_shown);
        }
    }
}

bool is_zone_visible(const State& state, const int zone_number) {
    return zone_number >= 1 && zone_number <= zone_count &&
           (state.zones_shown.test(static_cast<std::size_t>(zone_number)) || state.hovered_zone == zone_number ||
            state.selected_zone == zone_number);
}

float zone_emphasis(const State& state, const int zone_number) {
    if (state.selected_zone == zone_number) {
        return 1.0F;
    }
    return state.hovered_zone == zone_number ? 0.6F : 0.0F;
}

void add_zones(PatchSet& patches, const mesh::SpatialIndex& skin, const lesson::Choreography& choreography,
               const State& state, const lesson::Moment& moment) {
    constexpr int cells = 11;
    constexpr float ring_share = 0.78F;  // as in shaders/disc.frag
    for (const lesson::ZoneOnBody& zone : choreography.zones) {
        if (!is_zone_visible(state, zone.number)) {
            continue;
        }
        PatchVertex like;
        like.kind = static_cast<std::uint32_t>(PatchKind::zone_disc);
        like.colour = glm::vec4{zone_colour(zone.number), 1.0F};
        like.emphasis = zone_emphasis(state, zone.number);
        like.glow = zone_pulse(state, zone, moment);
        like.done_m = zone.over_vertebrae ? 1.0F : 0.0F;
        like.half_width_m = zone.radius_m / ring_share;
        like.length_m = like.half_width_m;
        const SkinStep centre{zone.point.position, zone.point.normal, tangent({0.0F, 1.0F, 0.0F}, zone.point.normal)};
        add_grid(patches, skin, centre, cells, cells, like.half_width_m, like.half_width_m, like);
    }
}

}  // namespace dorsum::scene
