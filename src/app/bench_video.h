#pragma once

#include <nlohmann/json.hpp>

#include "app/options.h"
#include "core/error.h"
#include "scene/subject.h"

namespace dorsum::app {

/// How much longer a video takes than the drawing of its frames: `video_over_frames` is the median over `runs` pairs
/// of the time for `frames` frames of the lesson drawn and encoded, from the start of ffmpeg to the whole file, over
/// the time for drawing the same frames; `frames_ms` and `video_ms` are the medians. Fails without ffmpeg, and on a
/// lesson without strokes.
[[nodiscard]] Result<nlohmann::ordered_json> measure_video(const BenchCommand& command, const scene::Subject& subject);

}  // namespace dorsum::app
