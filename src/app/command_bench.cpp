#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>
#include <utility>

#include "app/bench_clock.h"
#include "app/bench_frames.h"
#include "app/bench_large_model.h"
#include "app/bench_video.h"
#include "app/commands.h"
#include "app/isolated_import.h"
#include "app/load_subject.h"
#include "core/log.h"

namespace dorsum::app {
namespace {

using Json = nlohmann::ordered_json;

double evaluation_us(const lesson::Choreography& choreography) {
    constexpr int count = 10000;
    const auto instants = lesson_instants(choreography, count);
    double sum = 0.0;
    const double total_ms = time_ms([&] {
        for (const auto& [step, time_s] : instants) {
            sum += lesson::evaluate(choreography, step, time_s).breath.rise;
        }
    });
    // The sum is used, so that the compiler cannot leave the work out.
    return sum >= 0.0 ? 1000.0 * total_ms / count : 0.0;
}

Result<Json> bench(const BenchCommand& command) {
    auto lesson = load_lesson(command.subject);
    if (!lesson) {
        return tl::unexpected(lesson.error());
    }
    Json start_up;
    const auto import_start = BenchClock::now();
    auto model = import_isolated(model_path(command.subject));
    if (!model) {
        return tl::unexpected(model.error());
    }
    start_up["import_ms"] = milliseconds_since(import_start);
    auto large = measure_large_model(*model, **lesson, command.subject);
    if (!large) {
        log::warning(to_string(large.error()));  // a back by its landmarks file only: all else can be measured
    }
    const auto body_start = BenchClock::now();
    const auto subject = subject_from(*std::move(model), *lesson, command.subject);
    if (!subject) {
        return tl::unexpected(subject.error());
    }
    start_up["landmarks_and_strokes_ms"] = milliseconds_since(body_start);
    auto found = measure_frames(command, *subject, std::move(start_up));
    if (found) {
        (*found)["evaluate_us"] = evaluation_us(*subject->choreography);
        if (large) {
            (*found)["large_model"] = *std::move(large);
        }
        if (command.video) {
            auto video = measure_video(command, *subject);
            if (!video) {
                return tl::unexpected(video.error());
            }
            (*found)["video"] = *std::move(video);
        }
    }
    return found;
}

}  // namespace

int run_bench(const BenchCommand& command) {
    const auto found = bench(command);
    if (!found) {
        log::error(to_string(found.error()));
        return 1;
    }
    std::cout << found->dump(2) << '\n';
    return 0;
}

}  // namespace dorsum::app
