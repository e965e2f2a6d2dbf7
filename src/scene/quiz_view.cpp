#include "scene/quiz_view.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <utility>

#include "scene/apply.h"
#include "scene/motion.h"

namespace dorsum::scene {

namespace {

using quiz::Kind;

void show(Layers& layers, const Layer layer, const bool shown = true) {
    layers.set(static_cast<std::size_t>(layer), shown);
}

/// This layer of muscles, and what lies beneath it.
body::Roles roles_from(const body::Role layer) {
    body::Roles roles = body::roles_of({body::Role::deep_muscle, body::Role::skeleton});
    roles.set(static_cast<std::size_t>(body::Role::superficial_muscle), layer == body::Role::superficial_muscle);
    roles.set(static_cast<std::size_t>(body::Role::intermediate_muscle), layer != body::Role::deep_muscle);
    return roles;
}

/// Whether so large a share of some points of a part is seen from a camera, with nothing in front of them.
bool is_seen(const body::Body& body, const std::size_t part, const Camera& camera, const float least_share) {
    constexpr std::size_t samples = 48;
    constexpr float same_place_m = 0.004F;
    constexpr glm::vec2 picture_px{600.0F, 500.0F};  // no wider than the panels leave it
    const auto& positions = body.parts[part].mesh.positions;
    const std::size_t step = std::max<std::size_t>(positions.size() / samples, 1);
    const std::size_t count = (positions.size() + step - 1) / step;
    const glm::vec3 from = eye(camera);
    const body::Roles roles = roles_from(body.parts[part].role);
    std::size_t seen = 0;
    const auto enough = [&](const std::size_t of) {
        return static_cast<float>(of) >= least_share * static_cast<float>(count);
    };
    for (std::size_t looked_at = 0; looked_at < count; ++looked_at) {
        if (enough(seen) || !enough(seen + count - looked_at)) {
            break;  // what is left cannot change it
        }
        const glm::vec3 place = positions[looked_at * step];
        const auto pixel = project(camera, place, picture_px);
        const bool within =
            pixel && pixel->x > 0.0F && pixel->y > 0.0F && pixel->x < picture_px.x && pixel->y < picture_px.y;
        const float distance_m = glm::distance(from, place);
        if (!within || distance_m <= 0.0F) {
            continue;
        }
        const auto hit = body.structures->first_hit(body, roles, from, (place - from) / distance_m);
        seen += hit && hit->part == part && hit->distance > distance_m - same_place_m ? 1 : 0;
    }
    return count > 0 && enough(seen);
}

/// From behind, near enough to see the structure well and far enough to see where it is.
Camera camera_before(const body::Part& part, Camera camera) {
    constexpr float room = 3.2F;
    constexpr float nearest_m = 0.7F;
    const mesh::Bounds bounds = mesh::bounds(part.mesh);
    const float half_view = glm::radians(camera.field_of_view_deg) / 2.0F;
    const float near_m = std::max(room * 0.5F * glm::length(bounds.size()) / std::tan(half_view), nearest_m);
    if (near_m < camera.distance_m) {
        const float share = near_m / camera.distance_m;
        camera.target = bounds.centre() + share * 0.2F * (camera.target - bounds.centre());
        camera.distance_m = near_m;
    }
    return camera;
}

void lay_open(State& state, const Subject& subject, const std::string& structure) {
    const auto part = body::find_part(*subject.body, structure);
    if (part) {
        const Layer layer = layer_of(subject.body->parts[*part].role);
        state.layers = laid_open(state.layers, parse_depth(name_of(layer)).value_or(Depth::skin));
        show(state.layers, Layer::organs, false);
    }
}

/// Plays the step from the stroke that shows the answer.
void show_step(State& state, const quiz::Question& question, const Subject& subject) {
    const auto index = static_cast<std::size_t>(question.step);
    if (!subject.choreography || index >= subject.choreography->steps.size()) {
        return;
    }
    state.step = question.step;
    state.time_s = 0.0;
    for (const lesson::Stroke& stroke : subject.choreography->steps[index].strokes) {
        const bool fits = question.breath == lesson::BreathLock::free ? stroke.pass == lesson::Pass::working
                                                                      : stroke.breath == question.breath;
        if (fits) {
            state.time_s = std::max(stroke.start_s, 0.0);
            break;
        }
    }
    show(state.layers, Layer::strokes);
    show(state.layers, Layer::hands);
    state.loop_step = true;
    state.playing = true;
}

}  // namespace

std::vector<std::string> seen_from_behind(const Subject& subject) {
    constexpr float least_share = 0.1F;
    std::vector<std::string> seen;
    if (!subject.body || !subject.body->structures) {
        return seen;
    }
    const Camera camera = frame_back(View::back, *subject.body, 1.2F);
    for (std::size_t i = 0; i < subject.body->parts.size(); ++i) {
        const body::Part& part = subject.body->parts[i];
        if (part.entry != nullptr && body::is_muscle(part.role) && is_seen(*subject.body, i, camera, least_share)) {
            seen.push_back(part.entry->id);
        }
    }
    return seen;
}

std::vector<std::string> worked_by_lesson(const Subject& subject) {
    std::vector<std::string> worked;
    if (!subject.worked || !subject.body || !subject.lesson) {
        return worked;
    }
    for (std::size_t step = 0; step < subject.lesson->steps.size(); ++step) {
        for (const std::size_t part : subject.worked->parts_worked_by(step)) {
            if (subject.body->parts[part].entry != nullptr) {
                worked.push_back(subject.body->parts[part].entry->id);
            }
        }
    }
    return worked;
}

void show_question(State& state, const quiz::Question& question, const Subject& subject, const float aspect) {
    state.playing = false;
    state.loop_step = false;
    state.selected_zone = 0;
    state.hovered_zone = 0;
    state.selected_structure.clear();
    state.hovered_structure.clear();
    state.see_through = {};
    state.hand_peel = HandPeel::none;
    state.zones_shown.reset();
    state.zone_pulse.reset();
    state.layers = laid_open(state.layers, Depth::skin);
    for (const Layer layer : {Layer::strokes, Layer::hands, Layer::landmarks, Layer::safety, Layer::organs}) {
        show(state.layers, layer, false);
    }
    show(state.layers, Layer::towel);
    if (!subject.body) {
        return;
    }
    Camera camera = frame_back(View::back, *subject.body, aspect);
    if (question.zone != 0) {
        show(state.layers, Layer::zones);
        if (question.kind == Kind::point_to_zone) {
            state.zones_shown.set();
            state.zones_shown.reset(0);
        } else {
            state.zones_shown.set(static_cast<std::size_t>(question.zone));
            begin_pulse(state, state.zones_shown);
        }
    } else if (!question.structure.empty()) {
        lay_open(state, subject, question.structure);
        const auto part = body::find_part(*subject.body, question.structure);
        if (part && question.kind == Kind::name_of_structure) {
            camera = camera_before(subject.body->parts[*part], camera);
        }
    }
    fly_to(state, camera);
}

void show_answer(State& state, const quiz::Question& question, const Subject& subject) {
    state.hovered_zone = 0;
    state.hovered_structure.clear();
    if (question.zone != 0) {
        state.zones_shown.reset();
        state.zones_shown.set(static_cast<std::size_t>(question.zone));
        state.selected_zone = question.zone;
        begin_pulse(state, state.zones_shown);
    } else if (!question.structure.empty()) {
        lay_open(state, subject, question.structure);
        state.selected_structure = question.structure;
    } else if (question.step >= 0) {
        show_step(state, question, subject);
    } else if (quiz::topic_of(question.kind) == quiz::Topic::safety && question.kind != Kind::what_to_do) {
        show(state.layers, Layer::safety);
    }
}

LookBeforeQuiz look_before_quiz(const State& state) {
    return {state.layers,
            state.zones_shown,
            state.selected_zone,
            state.selected_structure,
            state.hand_peel,
            state.see_through,
            state.flight ? state.flight->to : state.camera,
            state.step,
            state.time_s,
            state.loop_step};
}

void restore(State& state, const LookBeforeQuiz& look) {
    state.layers = look.layers;
    state.zones_shown = look.zones_shown;
    state.selected_zone = look.selected_zone;
    state.selected_structure = look.selected_structure;
    state.hand_peel = look.hand_peel;
    state.see_through = look.see_through;
    state.hovered_zone = 0;
    state.hovered_structure.clear();
    state.step = std::min(look.step, std::max(state.step_count - 1, 0));
    state.time_s = look.time_s;
    state.loop_step = look.loop_step;
    state.playing = false;
    fly_to(state, look.camera);
}

}  // namespace dorsum::scene
