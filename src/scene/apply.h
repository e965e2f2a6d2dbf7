#pragma once

#include <glm/vec2.hpp>

#include "scene/command.h"
#include "scene/state.h"
#include "scene/subject.h"

namespace dorsum::scene {

/// The state in which a subject is first shown: first step, cautions open, back view framed.
[[nodiscard]] State initial_state(const Subject& subject, float aspect);

/// The one place where state changes. Pure. `window_px` is the size of the picture the camera
/// commands refer to. Commands with values out of range are brought into it, never refused.
[[nodiscard]] State apply(State state, const Command& command, const Subject& subject, glm::vec2 window_px);

/// Does the picture move by itself (playing, or the camera in flight)?
[[nodiscard]] bool is_moving(const State& state);

/// The camera that frames the back of this body, from the head to the hips, beside and above what is
/// written over the picture; `captions` says whether anything is.
[[nodiscard]] Camera frame_back(View view, const body::Body& body, float aspect, bool captions = true);
/// The same from where `turned` looks.
[[nodiscard]] Camera frame_back(const Camera& turned, const body::Body& body, float aspect);

}  // namespace dorsum::scene
