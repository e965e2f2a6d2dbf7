#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "scene/apply.h"
#include "scene/command.h"
#include "scene/exploring.h"
#include "scene/motion.h"
#include "scene/subject.h"

namespace dorsum::scene {

namespace {

std::vector<const body::Part*> structures_of(const Subject& subject, const std::vector<std::string>& ids) {
    std::vector<const body::Part*> parts;
    for (const std::string& id : ids) {
        const auto part = subject.body ? body::find_part(*subject.body, id) : std::nullopt;
        if (part && body::is_anatomy(subject.body->parts[*part].role)) {
            parts.push_back(&subject.body->parts[*part]);
        }
    }
    return parts;
}

/// Puts back what a step through the history leads to.
void take(State& state, const ViewHistory::Entry& entry, const bool undone) {
    state.landmark_drag.reset();
    if (!entry.of_landmarks) {
        const auto dark = ~state.zones_shown;
        put_back(state, entry.look);
        begin_pulse(state, state.zones_shown & dark);
    } else if (undone) {
        state.landmarks.undo();
    } else {
        state.landmarks.redo();
    }
    if (entry.of_landmarks) {
        state.layers.set(static_cast<std::size_t>(Layer::landmarks));  // what is undone must be seen
    }
    if (!shows(state.layers, Layer::landmarks)) {
        state.hovered_landmark.clear();
    }
    state.hovered_structure.clear();
}

}  // namespace

void apply_exploring(State& state, const HideStructures& command, const Subject& subject) {
    const std::vector<const body::Part*> parts = structures_of(subject, command.ids);
    for (const body::Part* part : parts) {
        if (command.hidden) {
            state.structures.hidden.insert(part->name);
            state.see_through.isolated.erase(part->name);
        } else {
            lay_bare(state, *part, subject);
        }
    }
    state.hovered_structure.clear();
}

void apply_exploring(State& state, const GhostStructures& command, const Subject& subject) {
    std::set<std::string>& alone = state.see_through.isolated;
    const bool among_ghosts = !alone.empty();
    const std::vector<const body::Part*> parts = structures_of(subject, command.ids);
    for (const body::Part* part : parts) {
        if (command.ghosted) {
            alone.erase(part->name);
            continue;
        }
        state.structures.ghosted.erase(part->name);
        state.structures.hidden.erase(part->name);
        if (among_ghosts) {
            alone.insert(part->name);
        }
    }
    if (command.ghosted && alone.empty()) {  // else all others are shells already
        for (const body::Part* part : parts) {
            state.structures.ghosted.insert(part->name);
        }
    }
    state.hovered_structure.clear();
}

void apply_exploring(State& state, const ShowAllStructures& /*command*/, const Subject& /*subject*/) {
    state.structures.hidden.clear();
    state.structures.ghosted.clear();
    state.see_through.isolated.clear();
    state.hovered_structure.clear();
}

void apply_exploring(State& state, const GoToLandmark& command, const Subject& subject) {
    const body::Landmark* landmark = subject.body ? body::find_landmark(*subject.body, command.id) : nullptr;
    if (landmark == nullptr) {
        return;
    }
    constexpr float near_m = 0.8F;
    state.layers.set(static_cast<std::size_t>(Layer::landmarks));
    Camera camera = state.camera;
    camera.target = landmark->position;
    camera.distance_m = std::min(camera.distance_m, near_m);
    fly_to(state, camera);
}

void apply_exploring(State& state, const Undo& /*command*/, const Subject& /*subject*/) {
    if (const auto entry = state.view_history.undo(look_of(state))) {
        take(state, *entry, true);
    }
}

void apply_exploring(State& state, const Redo& /*command*/, const Subject& /*subject*/) {
    if (const auto entry = state.view_history.redo(look_of(state))) {
        take(state, *entry, false);
    }
}

void apply_exploring(State& state, const BeginGesture& /*command*/, const Subject& /*subject*/) {
    state.view_history.begin_gesture();
}

void apply_exploring(State& state, const ChooseCameraHabit& command, const Subject& /*subject*/) {
    state.camera_habit = command.habit;
}

}  // namespace dorsum::scene
