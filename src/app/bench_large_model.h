#pragma once

#include <nlohmann/json.hpp>

#include "app/options.h"
#include "core/error.h"
#include "lesson/lesson.h"
#include "mesh/mesh.h"

namespace dorsum::app {

/// How long the work on a model as large as scans are takes; of `model` itself where that is large, else of its skin
/// cut into ever smaller triangles. Landmarks are found by the shape alone, whatever lies beside the model. Medians of
/// five runs: `landmarks_ms` (from the model to a body with index and chart), `strokes_ms` (all strokes of the lesson
/// laid on it), and of 10 000 queries each `nearest_us` and `pick_us` with `p50` and `p99`.
[[nodiscard]] Result<nlohmann::ordered_json> measure_large_model(const mesh::Model& model, const lesson::Lesson& lesson,
                                                                 const SubjectOptions& options);

}  // namespace dorsum::app
