#pragma once

#include "scene/apply.h"

namespace dorsum::app {

/// The step of `after` that is step `step` of `before`, both from 0: the one with its title (among steps that share
/// a title, by their order), else the one in its place, else the last.
[[nodiscard]] int same_step(const lesson::Lesson& before, const lesson::Lesson& after, int step);

/// The state after a lesson was read anew: the place in it, playing, the camera and all that was chosen stay, as far
/// as the lesson still has them.
[[nodiscard]] scene::State on_new_lesson(scene::State before, const lesson::Lesson& old_lesson,
                                         const scene::Subject& subject);

}  // namespace dorsum::app
