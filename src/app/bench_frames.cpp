#include "app/bench_frames.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include "app/bench_actions.h"
#include "app/bench_clock.h"
#include "app/bench_window.h"
#include "core/translate.h"
#include "render/frame_buffers.h"
#include "scene/automatic_quality.h"

namespace dorsum::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr scene::QualityChoice measured_tiers[] = {scene::QualityChoice::low, scene::QualityChoice::balanced,
                                                   scene::QualityChoice::high};

/// Of every tier lesson frames and bare frames alternate, so that what slows the machine slows both.
Json measure_tiers(BenchWindow& window, scene::State state, const scene::Subject& subject,
                   const std::vector<std::pair<int, double>>& instants) {
    std::array<std::vector<double>, std::size(measured_tiers)> lesson_ms;
    std::array<std::vector<double>, std::size(measured_tiers)> bare_ms;
    for (std::size_t tier = 0; tier < std::size(measured_tiers); ++tier) {
        state.quality = measured_tiers[tier];
        window.draw_lesson(state, subject);
        window.draw_bare();
        for (const auto& [step, time_s] : instants) {
            state.step = step;
            state.time_s = time_s;
            lesson_ms.at(tier).push_back(window.draw_lesson(state, subject));
            bare_ms.at(tier).push_back(window.draw_bare());
        }
    }
    Json tiers;
    for (std::size_t tier = 0; tier < std::size(measured_tiers); ++tier) {
        const double frame_ms = median(lesson_ms.at(tier));
        tiers[scene::name_of(measured_tiers[tier])] = {{"lesson_ms", frame_ms},
                                                       {"bare_ms", median(bare_ms.at(tier))},
                                                       {"lesson_over_bare", frame_ms / median(bare_ms.at(tier))}};
    }
    const Json balanced = tiers["balanced"];
    std::vector<double> compose_ms;
    for (const auto& [step, time_s] : instants) {
        state.step = step;
        state.time_s = time_s;
        compose_ms.push_back(
            time_ms([&] { static_cast<void>(scene::compose(state, subject, glm::vec2(1280.0F, 720.0F))); }));
    }
    return {{"frames", instants.size()},
            {"lesson_ms", balanced["lesson_ms"]},
            {"of_which_compose_ms", median(compose_ms)},
            {"bare_ms", balanced["bare_ms"]},
            {"lesson_over_bare", balanced["lesson_over_bare"]},
            {"tiers", std::move(tiers)}};
}

/// The lesson as a person sees it who starts it and watches, in the automatic tier, from the first frame on.
Json play_lesson(BenchWindow& window, scene::State state, const scene::Subject& subject, const int step) {
    constexpr int frames = 300;
    constexpr double screen_frame_ms = 1000.0 / 60.0;
    state.quality = scene::QualityChoice::automatic;
    state.step = step;
    state.time_s = 0.0;
    state.playing = true;
    scene::AutomaticQuality automatic(render::draws_on_graphics_card());
    state.settled_quality = automatic.quality();
    int changes = 0;
    std::vector<double> times_ms;
    window.draw_lesson(state, subject);  // there before it plays
    for (int frame = 0; frame < frames; ++frame) {
        const double last_ms = times_ms.empty() ? 0.0 : std::max(times_ms.back(), screen_frame_ms);
        state = scene::apply(std::move(state), scene::Advance{last_ms / 1000.0}, subject, {1280.0F, 720.0F});
        times_ms.push_back(window.draw_lesson(state, subject));
        automatic.add_frame(times_ms.back());
        if (automatic.quality() != state.settled_quality) {
            state.settled_quality = automatic.quality();
            ++changes;
        }
    }
    const auto in_time = std::ranges::count_if(times_ms, [](const double ms) { return ms <= scene::frame_goal_ms; });
    return {{"frames", frames},
            {"share_under_33_ms", static_cast<double>(in_time) / frames},
            {"median_ms", median(times_ms)},
            {"settled_on", scene::name_of(state.settled_quality.tier)},
            {"resolution", state.settled_quality.resolution},
            {"changes", changes}};
}

/// Frames in which something is seen through, each the median of a few after the first, and as ratios to bare ones.
Json measure_see_through(BenchWindow& window, const scene::State& state, const scene::Subject& subject) {
    constexpr int frames = 5;
    Json found;
    const auto measure = [&](const std::string& name, const auto& change) {
        scene::State changed = state;
        change(changed.see_through);
        window.draw_lesson(changed, subject);
        std::vector<double> times_ms;
        std::vector<double> bare_ms;
        for (int i = 0; i < frames; ++i) {
            changed.time_s += 0.01;  // another picture
            times_ms.push_back(window.draw_lesson(changed, subject));
            bare_ms.push_back(window.draw_bare());
        }
        found[name + "_ms"] = median(times_ms);
        found[name + "_over_bare"] = median(times_ms) / median(bare_ms);
    };
    using Through = scene::SeeThrough;
    measure("skin_faded", [](Through& through) { through.set_opacity(scene::Layer::skin, 0.5F); });
    measure("x_ray", [](Through& through) { through.x_ray = true; });
    measure("cut", [](Through& through) { through.cut = scene::Cut{scene::Section::coronal}; });
    measure("taken_apart", [](Through& through) {
        through.explosion = 0.5F;
        through.set_opacity(scene::Layer::skin, 0.0F);
    });
    return found;
}

}  // namespace

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
    std::ranges::sort(instants);
    return instants;
}

Result<Json> measure_frames(const BenchCommand& command, const scene::Subject& subject, Json start_up) {
    const auto instants = lesson_instants(*subject.choreography, command.frames);
    if (instants.empty()) {
        return failure(subject.lesson->file, tr("has no strokes to measure"), tr("Give a lesson with strokes"));
    }
    auto window = BenchWindow::open(command.size, start_up);
    if (!window) {
        return tl::unexpected(window.error());
    }
    const glm::vec2 size_px(command.size);
    scene::State state = scene::initial_state(subject, size_px.x / size_px.y);
    state.cautions_open = false;
    state.zones_shown.set();
    state.quality = scene::QualityChoice::balanced;
    start_up["first_frame_ms"] = window->draw_lesson(state, subject);
    window->draw_bare();
    std::optional<double> layers_ms;
    if (scene::has_layers(subject)) {
        // What a person waits for once: the first look below the skin, and the first card of a muscle.
        scene::State below = state;
        below.layers = scene::laid_open(state.layers, scene::Depth::superficial);
        start_up["first_layers_ms"] = window->draw_lesson(below, subject);
        below.time_s += 0.01;
        layers_ms = window->draw_lesson(below, subject);
        start_up["worked_structures_ms"] = time_ms([&] { static_cast<void>(subject.worked->parts_worked_by(0)); });
    }
    Json frame = measure_tiers(*window, state, subject, instants);
    frame["panels"] = measure_panels(*window, state, subject, instants);
    frame["played"] = play_lesson(*window, state, subject, instants.front().first);
    if (layers_ms) {
        frame["layers_ms"] = *layers_ms;
        state.step = instants.front().first;
        frame["see_through"] = measure_see_through(*window, state, subject);
    }
    Json actions = measure_actions(*window, state, subject);
    return Json{{"renderer", window->renderer_name()},
                {"size", {command.size.x, command.size.y}},
                {"triangles", subject.body->triangle_count},
                {"start_up", std::move(start_up)},
                {"frame", std::move(frame)},
                {"actions", std::move(actions)}};
}

}  // namespace dorsum::app
