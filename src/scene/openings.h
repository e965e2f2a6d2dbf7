#pragma once

#include <glm/vec3.hpp>
#include <vector>

#include "lesson/choreography.h"

namespace dorsum::scene {

struct Scene;
struct State;
struct Subject;

/// A disc around a hand in which layers are opened: a short cylinder that stands on the skin.
struct Opening {
    glm::vec3 centre{0.0F};  ///< body frame, on the skin at rest
    glm::vec3 axis{0.0F};    ///< unit length, out of the skin
    float radius_m = 0.0F;   ///< of the outermost layer; those below are opened less far
};

/// One for each hand, as large as what touches with room around it.
[[nodiscard]] std::vector<Opening> openings_around(const lesson::Moment& moment);

/// Puts into a scene, whose parts and moment are known, the openings that a state asks for, and shows the muscles
/// and bones that are seen through them. Does nothing on a body without muscles.
void open_around_hands(Scene& scene, const State& state, const Subject& subject);

}  // namespace dorsum::scene
