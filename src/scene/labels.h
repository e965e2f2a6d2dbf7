#pragma once

#include "scene/scene.h"

namespace dorsum::scene {

/// The labels of what a scene shows; those off the picture, turned away or covered are left out.
/// Reads the scene's body, camera, size, breath and moment.
[[nodiscard]] std::vector<Label> make_labels(const State& state, const Subject& subject, const Scene& scene);

}  // namespace dorsum::scene
