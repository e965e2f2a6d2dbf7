#include "app/bench_video.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <optional>
#include <vector>

#include "app/bench_clock.h"
#include "app/encoder.h"
#include "app/studio.h"
#include "core/files.h"
#include "core/translate.h"

namespace dorsum::app {

namespace {

constexpr int frame_per_s = 30;
constexpr int frame_count = 90;
constexpr int run_count = 5;

/// The first step in which hands work, as a video begins to show it.
std::optional<scene::State> first_stroke(const BenchCommand& command, const scene::Subject& subject) {
    scene::State state = picture_state(subject, scene::View::back, command.size, true);
    for (const lesson::StepOnBody& step : subject.choreography->steps) {
        if (!step.strokes.empty()) {
            state.step = static_cast<int>(&step - subject.choreography->steps.data());
            return state;
        }
    }
    return std::nullopt;
}

/// Draws the frames and, where there is an encoder, has them encoded. Milliseconds until all is done.
Result<double> make_frames(Studio& studio, scene::State state, const scene::Subject& subject,
                           const std::filesystem::path* file, const glm::ivec2 size) {
    const auto start = BenchClock::now();
    std::optional<Encoder> encoder;
    if (file != nullptr) {
        auto started = Encoder::start(*file, size, frame_per_s);
        if (!started) {
            return tl::unexpected(started.error());
        }
        encoder = *std::move(started);
    }
    for (int frame = 0; frame < frame_count; ++frame) {
        state.time_s = static_cast<double>(frame) / frame_per_s;
        render::Picture picture = studio.picture(state, subject, true);
        if (encoder) {
            if (auto added = encoder->add(std::move(picture)); !added) {
                return tl::unexpected(added.error());
            }
        }
    }
    if (encoder) {
        if (auto finished = encoder->finish(); !finished) {
            return tl::unexpected(finished.error());
        }
    }
    return milliseconds_since(start);
}

}  // namespace

Result<nlohmann::ordered_json> measure_video(const BenchCommand& command, const scene::Subject& subject) {
    std::signal(SIGPIPE, SIG_IGN);  // an ffmpeg that has gone is told by write()
    const auto state = first_stroke(command, subject);
    if (!state) {
        return failure(subject.lesson->file, tr("has no strokes to measure"), tr("Give a lesson with strokes"));
    }
    auto studio = Studio::open(command.size);
    if (!studio) {
        return tl::unexpected(studio.error());
    }
    // Never committed: the file goes when this function ends.
    const auto pending = PendingFile::create(std::filesystem::temp_directory_path() / "dorsum-bench.mp4");
    if (!pending) {
        return tl::unexpected(pending.error());
    }
    static_cast<void>(studio->picture(*state, subject, true));
    std::vector<double> frames_ms;
    std::vector<double> video_ms;
    std::vector<double> ratios;
    for (int run = 0; run < run_count; ++run) {
        const auto drawn = make_frames(*studio, *state, subject, nullptr, command.size);
        const auto encoded = make_frames(*studio, *state, subject, &pending->temporary_path(), command.size);
        if (!drawn || !encoded) {
            return tl::unexpected(drawn ? encoded.error() : drawn.error());
        }
        frames_ms.push_back(*drawn);
        video_ms.push_back(*encoded);
        ratios.push_back(*encoded / *drawn);
    }
    return nlohmann::ordered_json{{"frames", frame_count},
                                  {"runs", run_count},
                                  {"frames_ms", median(frames_ms)},
                                  {"video_ms", median(video_ms)},
                                  {"video_over_frames", median(ratios)}};
}

}  // namespace dorsum::app
