#include "app/new_body.h"

#include <utility>

namespace dorsum::app {

scene::State on_first_body(const scene::State& before, scene::State fresh) {
    fresh.cautions_open = before.cautions_open;
    fresh.help_open = before.help_open;
    fresh.panels_shown = before.panels_shown;
    return fresh;
}

scene::State on_new_body(scene::State before, const scene::State& fresh, const scene::Subject& subject) {
    scene::State state = std::move(before);
    state.camera = fresh.camera;
    state.flight.reset();
    state.step_count = fresh.step_count;
    state.selected_zone = 0;
    state.hovered_zone = 0;
    state.hovered_structure.clear();
    if (!body::find_part(*subject.body, state.selected_structure)) {
        state.selected_structure.clear();
    }
    if (!scene::has_muscles(subject)) {
        state.hand_peel = scene::HandPeel::none;
    }
    if (!scene::has_layers(subject)) {
        state.layers = scene::laid_open(state.layers, scene::Depth::skin);  // all that it has
    }
    return state;
}

}  // namespace dorsum::app
