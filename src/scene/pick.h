#pragma once

#include <cstddef>
#include <optional>

#include "scene/apply.h"

namespace dorsum::scene {

/// The zone under a ray, of those that are shown; 0 = none. Zones on the far side do not count.
[[nodiscard]] int zone_under(const State& state, const Subject& subject, const Ray& ray);

/// The muscle, bone or organ under a ray, its place in the body's parts, of those that are shown, where the layers are
/// opened around the hands also through the opening; empty where there is none or the skin covers it. The first
/// question about a layer takes some tens of milliseconds.
[[nodiscard]] std::optional<std::size_t> structure_under(const State& state, const Subject& subject, const Ray& ray);

}  // namespace dorsum::scene
