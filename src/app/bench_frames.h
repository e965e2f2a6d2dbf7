#pragma once

#include <nlohmann/json.hpp>

#include "app/options.h"
#include "core/error.h"
#include "scene/subject.h"

namespace dorsum::app {

/// Measures frames as the viewer draws them, panels and all, in each tier of quality: against bare frames of the same
/// triangles with one light, and while the lesson plays in the automatic tier. `start_up` is completed with what a
/// person waits for once.
/// @return "renderer", "size", "triangles", "start_up", "frame" and "actions"
[[nodiscard]] Result<nlohmann::ordered_json> measure_frames(const BenchCommand& command, const scene::Subject& subject,
                                                            nlohmann::ordered_json start_up);

/// Instants spread over the strokes of a lesson, in the order in which it is played: a step without any shows no hands,
/// and is no lesson frame.
/// @return step and seconds into it; none of a lesson without strokes
[[nodiscard]] std::vector<std::pair<int, double>> lesson_instants(const lesson::Choreography& choreography, int count);

}  // namespace dorsum::app
