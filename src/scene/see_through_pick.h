#pragma once

#include <cstddef>
#include <optional>

#include "scene/apply.h"

namespace dorsum::scene {

/// The muscle, bone or organ under a ray as the picture shows it where layers have faded, are cut or taken apart: what
/// is cut away is not there, the face of a cut is that of the structure it passes through, ghosts are none, and of
/// layers that are seen through each other the one that is seen most. Less than a tenth is not seen,
/// nor what more than three quarters of skin lie over.
[[nodiscard]] std::optional<std::size_t> structure_seen_under(const State& state, const Subject& subject,
                                                              const Ray& ray);

}  // namespace dorsum::scene
