#include <algorithm>
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/isolated_import.h"
#include "app/load_subject.h"
#include "core/log.h"
#include "core/translate.h"
#include "render/offscreen_context.h"
#include "render/picture_target.h"
#include "render/renderer.h"
#include "scene/scene.h"

namespace dorsum::app {
namespace {

using Clock = std::chrono::steady_clock;
using Json = nlohmann::ordered_json;

double milliseconds_since(const Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

template <typename Work>
double time_ms(Work&& work) {
    const auto start = Clock::now();
    work();
    return milliseconds_since(start);
}

/// Instants spread over the steps that have strokes, so that every frame is a lesson frame.
std::vector<std::pair<int, double>> lesson_instants(const lesson::Choreography& choreography, const int count) {
    std::vector<int> steps;
    for (int step = 0; step < static_cast<int>(choreography.steps.size()); ++step) {
        if (!choreography.steps[static_cast<std::size_t>(step)].strokes.empty()) {
            steps.push_back(step);
        }
    }
    std::vector<std::pair<int, double>> instants;
    for (int i = 0; i < count && !steps.empty(); ++i) {
        const int step = steps[static_cast<std::size_t>(i) % steps.size()];
        const double share = (i + 0.5) / count;
        instants.emplace_back(step, share * choreography.steps[static_cast<std::size_t>(step)].duration_s);
    }
    return instants;
}

/// Lesson frames and bare frames alternate, so that what slows the machine slows both.
Result<Json> measure_frames(const BenchCommand& command, const scene::Subject& subject, Json start_up) {
    const auto instants = lesson_instants(*subject.choreography, command.frames);
    if (instants.empty()) {
        return failure(subject.lesson->file, tr("has no strokes to measure"), tr("Give a lesson with strokes"));
    }
    const auto context_start = Clock::now();
    auto context = render::OffscreenContext::create();
    if (!context) {
        return tl::unexpected(context.error());
    }
    start_up["context_ms"] = milliseconds_since(context_start);
    const auto shader_start = Clock::now();
    auto renderer = render::Renderer::create();
    if (!renderer) {
        return tl::unexpected(renderer.error());
    }
    start_up["shaders_ms"] = milliseconds_since(shader_start);
    auto target = render::PictureTarget::create(command.size.x, command.size.y);
    if (!target) {
        return tl::unexpected(target.error());
    }
    const glm::vec2 size_px(command.size);
    scene::State state = scene::initial_state(subject, size_px.x / size_px.y);
    state.cautions_open = false;
    state.zones_shown.set();
    std::vector<double> compose_ms;
    std::vector<double> lesson_ms;
    std::vector<double> bare_ms;
    scene::Scene scene;
    const auto draw_lesson = [&] {
        compose_ms.push_back(time_ms([&] { scene = scene::compose(state, subject, size_px); }));
        renderer->draw(scene, target->framebuffer());
        static_cast<void>(target->read());
    };
    const auto draw_bare = [&] {
        renderer->draw_bare(scene, target->framebuffer());
        static_cast<void>(target->read());
    };
    start_up["first_frame_ms"] = time_ms(draw_lesson);
    draw_bare();
    for (const auto& [step, time_s] : instants) {
        state.step = step;
        state.time_s = time_s;
        lesson_ms.push_back(time_ms(draw_lesson));
        bare_ms.push_back(time_ms(draw_bare));
    }
    return Json{{"renderer", context->renderer_name()},
                {"size", {command.size.x, command.size.y}},
                {"triangles", subject.body->triangle_count},
                {"start_up", std::move(start_up)},
                {"frame",
                 {{"frames", lesson_ms.size()},
                  {"lesson_ms", median(lesson_ms)},
                  {"of_which_compose_ms", median(compose_ms)},
                  {"bare_ms", median(bare_ms)},
                  {"lesson_over_bare", median(lesson_ms) / median(bare_ms)}}}};
}

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
    const auto import_start = Clock::now();
    auto model = import_isolated(model_path(command.subject));
    if (!model) {
        return tl::unexpected(model.error());
    }
    start_up["import_ms"] = milliseconds_since(import_start);
    const auto body_start = Clock::now();
    const auto subject = subject_from(*std::move(model), *lesson, command.subject);
    if (!subject) {
        return tl::unexpected(subject.error());
    }
    start_up["landmarks_and_strokes_ms"] = milliseconds_since(body_start);
    auto found = measure_frames(command, *subject, std::move(start_up));
    if (found) {
        (*found)["evaluate_us"] = evaluation_us(*subject->choreography);
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
