#pragma once

#include "mesh/animated_model.h"
#include "scene/subject.h"

namespace dorsum::scene {

/// How many instants of each second are written down; players blend between them.
inline constexpr int samples_per_s = 12;

/// A lesson as a model that moves, for other programs: the receiver, whose trunk breathes, towel and table, the giver's
/// hands as they glide, each stroke as a strip on the skin while its step plays, and, while nothing plays, the zones as
/// discs. The first clip is the whole lesson, then comes one for each step, with its title. Metres, +y towards the
/// head, +z out of the back. Hands keep their shape while a step lasts: they do not bend with the skin. Takes some
/// milliseconds for each sample. Needs a body, a lesson and a choreography; without hands there are none.
[[nodiscard]] mesh::AnimatedModel animated_lesson(const Subject& subject);

}  // namespace dorsum::scene
