#pragma once

#include "scene/apply.h"

namespace dorsum::app {

/// The state in which a person finds the first body: a fresh one, with the sheets, panels and quality as they are now.
[[nodiscard]] scene::State on_first_body(const scene::State& before, scene::State fresh);

/// The state after another body was loaded: the place in the lesson, the layers and, where this body has it, the
/// chosen structure stay, and notes and measured points where they find skin; the camera is that of `fresh`.
[[nodiscard]] scene::State on_new_body(scene::State before, const scene::State& fresh, const scene::Subject& subject);

/// The state after landmarks of the body were moved: the picture of the body stays where it is, although the body frame
/// goes with the landmarks.
/// @param subject  that of the new body
[[nodiscard]] scene::State on_moved_body(scene::State before, const body::Body& old_body,
                                         const scene::Subject& subject);

}  // namespace dorsum::app
