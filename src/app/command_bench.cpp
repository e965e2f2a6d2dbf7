#include <algorithm>
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "app/bench_large_model.h"
#include "app/bench_video.h"
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

/// What draws the frames that are measured.
struct Studio {
    render::OffscreenContext context;
    render::Renderer renderer;
    render::PictureTarget target;
};

/// Writes into `start_up` how long it took.
Result<Studio> open_studio(const glm::ivec2 size, Json& start_up) {
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
    auto target = render::PictureTarget::create(size.x, size.y);
    if (!target) {
        return tl::unexpected(target.error());
    }
    return Studio{*std::move(context), *std::move(renderer), *std::move(target)};
}

/// Draws frames of a subject and keeps how long each took.
class FrameClock {
public:
    FrameClock(Studio& studio, const scene::Subject& subject, const glm::vec2 size_px)
        : studio_(studio), subject_(subject), size_px_(size_px) {}

    double draw_lesson(const scene::State& state) {
        const auto start = Clock::now();
        compose_ms_.push_back(time_ms([&] { scene_ = scene::compose(state, subject_, size_px_); }));
        studio_.renderer.draw(scene_, studio_.target.framebuffer());
        static_cast<void>(studio_.target.read());
        return milliseconds_since(start);
    }
    /// The scene drawn last, without what the lesson shows.
    double draw_bare() {
        return time_ms([&] {
            studio_.renderer.draw_bare(scene_, studio_.target.framebuffer());
            static_cast<void>(studio_.target.read());
        });
    }

    /// Lesson frames and bare frames alternate, so that what slows the machine slows both.
    Json measure(scene::State state, const std::vector<std::pair<int, double>>& instants) {
        compose_ms_.clear();
        std::vector<double> lesson_ms;
        std::vector<double> bare_ms;
        for (const auto& [step, time_s] : instants) {
            state.step = step;
            state.time_s = time_s;
            lesson_ms.push_back(draw_lesson(state));
            bare_ms.push_back(draw_bare());
        }
        return {{"frames", lesson_ms.size()},
                {"lesson_ms", median(lesson_ms)},
                {"of_which_compose_ms", median(compose_ms_)},
                {"bare_ms", median(bare_ms)},
                {"lesson_over_bare", median(lesson_ms) / median(bare_ms)}};
    }

private:
    Studio& studio_;
    const scene::Subject& subject_;
    glm::vec2 size_px_;
    scene::Scene scene_;
    std::vector<double> compose_ms_;
};

/// Frames in which something is seen through, each the median of a few after the first.
Json measure_see_through(FrameClock& clock, const scene::State& state) {
    constexpr int frames = 5;
    const auto look_ms = [&](const auto& change) {
        scene::State changed = state;
        change(changed.see_through);
        clock.draw_lesson(changed);
        std::vector<double> times_ms;
        for (int i = 0; i < frames; ++i) {
            times_ms.push_back(clock.draw_lesson(changed));
        }
        return median(times_ms);
    };
    using Through = scene::SeeThrough;
    return {{"skin_faded_ms", look_ms([](Through& through) { through.set_opacity(scene::Layer::skin, 0.5F); })},
            {"x_ray_ms", look_ms([](Through& through) { through.x_ray = true; })},
            {"cut_ms", look_ms([](Through& through) { through.cut = scene::Cut{scene::Section::coronal}; })},
            {"taken_apart_ms", look_ms([](Through& through) {
                 through.explosion = 0.5F;
                 through.set_opacity(scene::Layer::skin, 0.0F);
             })}};
}

Result<Json> measure_frames(const BenchCommand& command, const scene::Subject& subject, Json start_up) {
    const auto instants = lesson_instants(*subject.choreography, command.frames);
    if (instants.empty()) {
        return failure(subject.lesson->file, tr("has no strokes to measure"), tr("Give a lesson with strokes"));
    }
    auto studio = open_studio(command.size, start_up);
    if (!studio) {
        return tl::unexpected(studio.error());
    }
    const glm::vec2 size_px(command.size);
    scene::State state = scene::initial_state(subject, size_px.x / size_px.y);
    state.cautions_open = false;
    state.zones_shown.set();
    FrameClock clock(*studio, subject, size_px);
    start_up["first_frame_ms"] = clock.draw_lesson(state);
    clock.draw_bare();
    std::optional<double> layers_ms;
    if (scene::has_layers(subject)) {
        // What a person waits for once: the first look below the skin, and the first card of a muscle.
        scene::State below = state;
        below.layers = scene::laid_open(state.layers, scene::Depth::superficial);
        start_up["first_layers_ms"] = clock.draw_lesson(below);
        layers_ms = clock.draw_lesson(below);
        start_up["worked_structures_ms"] = time_ms([&] { static_cast<void>(subject.worked->parts_worked_by(0)); });
    }
    Json frame = clock.measure(state, instants);
    if (layers_ms) {
        frame["layers_ms"] = *layers_ms;
        frame["see_through"] = measure_see_through(clock, state);
    }
    return Json{{"renderer", studio->context.renderer_name()},
                {"size", {command.size.x, command.size.y}},
                {"triangles", subject.body->triangle_count},
                {"start_up", std::move(start_up)},
                {"frame", std::move(frame)}};
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
    auto large = measure_large_model(*model, **lesson, command.subject);
    if (!large) {
        log::warning(to_string(large.error()));  // a back by its landmarks file only: all else can be measured
    }
    const auto body_start = Clock::now();
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
