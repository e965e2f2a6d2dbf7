#pragma once

#include "lesson/choreography.h"
#include "scene/skin_walk.h"
#include "scene/state.h"

namespace dorsum::scene {

/// The prints of both hands where they are now. Where the hands themselves are shown, only what presses of
/// thumbs and fingertips is: the rest would look out from beneath them.
void add_hand_marks(PatchSet& patches, const mesh::SpatialIndex& skin, const lesson::Moment& moment,
                    bool hands_shown = false);

/// The zones that a state shows: those switched on, and the one that is hovered or selected.
[[nodiscard]] bool is_zone_visible(const State& state, int zone_number);
[[nodiscard]] float zone_emphasis(const State& state, int zone_number);  ///< 0, or 0.6 hovered, or 1 selected
void add_zones(PatchSet& patches, const mesh::SpatialIndex& skin, const lesson::Choreography& choreography,
               const State& state, const lesson::Moment& moment);

/// Which way the fingers of a hand point: towards the head, as the giver's do who faces the head, leaning
/// into the direction of travel without ever turning over, and as the contact asks: two thumbs towards each other. Unit
/// length, tangent to the skin.
[[nodiscard]] glm::vec3 finger_direction(const lesson::HandNow& hand);

/// Over the middle of the back of the hand, where its letter covers nothing that touches the skin.
[[nodiscard]] body::SkinPoint back_of_hand(const mesh::SpatialIndex& skin, const lesson::HandNow& hand);

}  // namespace dorsum::scene
