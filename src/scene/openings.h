#pragma once

#include <glm/vec3.hpp>
#include <vector>

#include "lesson/choreography.h"

namespace dorsum::scene {

struct Scene;
struct State;
struct Subject;

/// The muscles are opened less far than the skin over them: a share of its radius.
inline constexpr float muscle_opening_share = 0.84F;

/// A disc around a hand in which layers are opened: a short cylinder that stands on the skin.
struct Opening {
    glm::vec3 centre{0.0F};  ///< body frame, on the skin at rest
    glm::vec3 axis{0.0F};    ///< unit length, out of the skin
    float radius_m = 0.0F;   ///< of the outermost layer; those below are opened less far
};

/// One for each hand, as large as what touches with room around it.
[[nodiscard]] std::vector<Opening> openings_around(const lesson::Moment& moment);

/// Whether a place on a layer (body frame, at rest) is seen as opened: within the openings, of which this layer has a
/// share of the radius, beyond the middle of the rim in which it fades. As shaders/opening.glsl draws it.
[[nodiscard]] bool is_open(const std::vector<Opening>& openings, glm::vec3 at, float share);

/// Puts into a scene, whose body and moment are known, which of its parts are drawn, and the openings that a state asks
/// for with the muscles and bones that are seen through them. A body without muscles is never opened.
void show_parts(Scene& scene, const State& state, const Subject& subject);

}  // namespace dorsum::scene
