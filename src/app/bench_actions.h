#pragma once

#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "app/bench_window.h"

namespace dorsum::app {

/// What panels cost in frames of the lesson: medians over `instants` (step and seconds into it).
/// @return "say_ms" (what is in them) and "paint_ms" (to the window, the picture below them included)
[[nodiscard]] nlohmann::ordered_json measure_panels(BenchWindow& window, scene::State state,
                                                    const scene::Subject& subject,
                                                    const std::vector<std::pair<int, double>>& instants);

/// A trace of one thing after another that a person does in the window, and what each makes its next frame take.
/// @return "trace", a list of "action" with "change_ms" (of the state), "picture_ms", "panels_ms" and "paint_ms", and
/// "longest_without_drawing" with the "action" that has the largest sum of change and panels, and that sum, "ms"
[[nodiscard]] nlohmann::ordered_json measure_actions(BenchWindow& window, scene::State state,
                                                     const scene::Subject& subject);

}  // namespace dorsum::app
