#include "scene/openings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "scene/exploring.h"
#include "scene/scene.h"

namespace dorsum::scene {

namespace {

float radius_for(const lesson::Contact contact) {
    switch (contact) {
        case lesson::Contact::palm:
        case lesson::Contact::forearm:
            return 0.082F;
        case lesson::Contact::knuckles:
            return 0.070F;
        case lesson::Contact::fingertips:
            return 0.070F;
        case lesson::Contact::thumb:
            break;
    }
    return 0.066F;
}

/// Lies a part's layer below the outermost that is shown? What a person has taken off stays off.
bool lies_below(const Layers& layers, const body::Role role) {
    const auto depth = parse_depth(name_of(layer_of(role)));
    return depth && static_cast<int>(*depth) > static_cast<int>(depth_of(layers));
}

/// Does nothing on a body without muscles.
void open_around_hands(Scene& scene, const State& state, const Subject& subject) {
    constexpr float around_m = 0.02F;
    const bool outermost_opens = shows(state.layers, Layer::skin) ||
                                 (state.hand_peel == HandPeel::superficial && shows(state.layers, Layer::superficial));
    if (state.hand_peel == HandPeel::none || !outermost_opens || !has_muscles(subject) || !subject.under) {
        return;
    }
    scene.opened = state.hand_peel;
    scene.openings = openings_around(scene.moment);
    for (const Opening& opening : scene.openings) {
        for (const std::size_t part : subject.under->parts_near(opening.centre, opening.radius_m + around_m)) {
            if (lies_below(state.layers, subject.body->parts[part].role)) {
                scene.part_shown[part] = true;
            }
        }
    }
}

}  // namespace

std::vector<Opening> openings_around(const lesson::Moment& moment) {
    std::vector<Opening> openings;
    for (const auto& hand : {moment.left, moment.right}) {
        if (hand) {
            openings.push_back({hand->point.position, hand->point.normal, radius_for(hand->contact)});
        }
    }
    return openings;
}

bool is_open(const std::vector<Opening>& openings, const glm::vec3 at, const float share) {
    // As in shaders/opening.glsl.
    constexpr float depth_m = 0.065F;
    constexpr float rim_m = 0.011F;
    constexpr float flow_m = 0.03F;
    constexpr float far_m = 1.0F;
    std::array<float, 2> beyond{far_m, far_m};
    for (std::size_t i = 0; i < std::min(openings.size(), beyond.size()); ++i) {
        const Opening& opening = openings[i];
        const glm::vec3 from = at - opening.centre;
        const float along = glm::dot(from, opening.axis);
        const float aside = glm::length(from - along * opening.axis) - opening.radius_m * share;
        beyond[i] = std::max(aside, std::abs(along) - depth_m);
    }
    const float h = std::clamp(0.5F + 0.5F * (beyond[1] - beyond[0]) / flow_m, 0.0F, 1.0F);
    return glm::mix(beyond[1], beyond[0], h) - flow_m * h * (1.0F - h) < -0.5F * rim_m;
}

void show_parts(Scene& scene, const State& state, const Subject& subject) {
    for (const body::Part& part : subject.body->parts) {
        scene.part_shown.push_back(shows_part(state.layers, part.role));
    }
    open_around_hands(scene, state, subject);
    hide_structures(scene, state);
}

}  // namespace dorsum::scene
