#include "scene/openings.h"

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

}  // namespace dorsum::scene
