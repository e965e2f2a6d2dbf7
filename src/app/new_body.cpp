#include "app/new_body.h"

#include <glm/matrix.hpp>
#include <utility>

namespace dorsum::app {

scene::State on_first_body(const scene::State& before, scene::State fresh) {
    fresh.cautions_open = before.cautions_open;
    fresh.help_open = before.help_open;
    fresh.panels_shown = before.panels_shown;
    fresh.reduced_motion = before.reduced_motion;
    fresh.camera_habit = before.camera_habit;
    fresh.quality = before.quality;
    fresh.skin_tone = before.skin_tone;
    fresh.presentation = before.presentation;
    fresh.text_percent = before.text_percent;
    fresh.theme = before.theme;
    fresh.language = before.language;
    fresh.playback_speed = before.playback_speed;
    fresh.loop_step = before.loop_step;
    fresh.playback = before.playback;
    fresh.standpoint = before.standpoint;
    scene::mirror_cameras(fresh);
    fresh.quiz = before.quiz;
    return fresh;
}

scene::State on_new_body(scene::State before, const scene::State& fresh, const scene::Subject& subject) {
    scene::State state = std::move(before);
    if (scene::holds_picture(state.quiz)) {  // what it asks may not be there any more; what was answered is kept
        scene::apply_quiz(state, scene::EndQuiz{}, subject, {});
    }
    state.camera = fresh.camera;
    state.flight.reset();
    scene::mirror_cameras(state);
    state.zone_pulse.reset();
    state.step_count = fresh.step_count;
    state.selected_zone = 0;
    state.hovered_zone = 0;
    state.landmarks = {};
    state.pen.lines = scene::laid_on(state.pen.lines, subject);
    state.pen.drawing.reset();
    state.pen.before.clear();
    state.pen.undone.clear();
    state.measurement = scene::laid_on(std::move(state.measurement), subject);
    state.asking_to_save = false;
    state.landmark_drag.reset();
    state.hovered_landmark.clear();
    state.hovered_structure.clear();
    if (!body::find_part(*subject.body, state.selected_structure)) {
        state.selected_structure.clear();
    }
    if (!scene::has_muscles(subject)) {
        state.hand_peel = scene::HandPeel::none;
    }
    scene::keep_known_structures(state, *subject.body);
    state.view_history = {};
    if (!scene::has_muscles(subject)) {
        state.see_through.explosion = 0.0F;
    }
    if (!scene::has_layers(subject)) {
        state.see_through.x_ray = false;
        state.layers = scene::laid_open(state.layers, scene::Depth::skin);  // all that it has
    }
    return state;
}

scene::State on_moved_body(scene::State before, const body::Body& old_body, const scene::Subject& subject) {
    const glm::mat4 shift = subject.body->body_from_model * glm::inverse(old_body.body_from_model);
    const auto shifted = [&shift](scene::Camera& camera) {
        camera.target = glm::vec3(shift * glm::vec4(camera.target, 1.0F));
    };
    shifted(before.camera);
    if (before.flight) {
        shifted(before.flight->from);
        shifted(before.flight->to);
    }
    for (glm::vec3& point : before.measurement.points) {
        point = glm::vec3(shift * glm::vec4(point, 1.0F));
    }
    before.measurement = scene::laid_on(std::move(before.measurement), subject);
    scene::PenLines lines;
    for (const auto& line : before.pen.lines) {
        scene::PenLine moved = *line;
        for (body::SkinPoint& point : moved.points) {
            point.position = glm::vec3(shift * glm::vec4(point.position, 1.0F));
        }
        lines.push_back(std::make_shared<const scene::PenLine>(std::move(moved)));
    }
    before.pen.lines = scene::laid_on(lines, subject);
    before.pen.before.clear();
    before.pen.undone.clear();
    return before;
}

}  // namespace dorsum::app
