#pragma once

#include "app/options.h"
#include "app/outcome.h"
#include "scene/apply.h"

namespace dorsum::app {

/// What cannot be shown on this subject is wrong use.
[[nodiscard]] Outcome validate(const PictureExtras& extras, const scene::Subject& subject);

/// The state with what was asked for.
[[nodiscard]] scene::State with_extras(scene::State state, const PictureExtras& extras, const scene::Subject& subject);

}  // namespace dorsum::app
