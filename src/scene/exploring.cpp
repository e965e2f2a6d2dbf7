#include "scene/exploring.h"

#include <algorithm>

#include "body/structure_pairs.h"
#include "scene/scene.h"
#include "scene/subject.h"

namespace dorsum::scene {

namespace {

bool all_in(const std::set<std::string>& set, const std::vector<std::string>& ids) {
    return !ids.empty() && std::ranges::all_of(ids, [&set](const std::string& id) { return set.contains(id); });
}

}  // namespace

std::vector<std::string> chosen_structures(const State& state) {
    std::vector<std::string> ids;
    if (!state.selected_structure.empty()) {
        ids.push_back(state.selected_structure);
        const std::string other = body::id_on_other_side(state.selected_structure);
        if (state.structures.both_sides && !other.empty()) {
            ids.push_back(other);
        }
    }
    return ids;
}

bool are_hidden(const State& state, const std::vector<std::string>& ids) {
    return all_in(state.structures.hidden, ids);
}

bool are_ghosted(const State& state, const std::vector<std::string>& ids) {
    return all_in(state.structures.ghosted, ids);
}

bool shows_not_all(const State& state) {
    return !state.structures.hidden.empty() || !state.structures.ghosted.empty() || !state.see_through.isolated.empty();
}

std::vector<PartLook> looks_of_parts(const State& state, const Subject& subject) {
    std::vector<PartLook> looks;
    if (!subject.body) {
        return looks;
    }
    State seen = as_seen(state);
    seen.hand_peel = HandPeel::none;
    Scene scene;
    scene.body = subject.body;
    show_parts(scene, seen, subject);
    see_through(scene, seen, subject);
    for (std::size_t i = 0; i < scene.part_shown.size(); ++i) {
        looks.push_back({scene.part_shown[i], !scene.part_ghost.empty() && scene.part_ghost[i]});
    }
    return looks;
}

void hide_structures(Scene& scene, const State& state) {
    for (const std::string& id : state.structures.hidden) {
        if (const auto part = body::find_part(*scene.body, id)) {
            scene.part_shown[*part] = false;
        }
    }
}

void ghost_structures(Scene& scene, const State& state) {
    for (const std::string& id : state.structures.ghosted) {
        const auto part = body::find_part(*scene.body, id);
        const bool alone = part && !scene.part_isolated.empty() && scene.part_isolated[*part];
        if (part && scene.part_shown[*part] && !alone) {
            scene.part_ghost.resize(scene.part_shown.size(), false);
            scene.part_ghost[*part] = true;
        }
    }
}

void lay_bare(State& state, const body::Part& part, const Subject& subject) {
    state.structures.hidden.erase(part.name);
    if (shows_part(state.layers, part.role)) {
        return;
    }
    const Layer layer = layer_of(part.role);
    if (has_layers(subject)) {
        const Depth depth =
            layer == Layer::organs ? Depth::skeleton : parse_depth(name_of(layer)).value_or(Depth::skin);
        state.layers = laid_open(state.layers, depth);
        state.hovered_structure.clear();
    }
    state.layers.set(static_cast<std::size_t>(layer));
}

void keep_known_structures(State& state, const body::Body& body) {
    for (auto* ids : {&state.structures.hidden, &state.structures.ghosted, &state.see_through.isolated}) {
        std::erase_if(*ids, [&body](const std::string& id) { return !body::find_part(body, id); });
    }
}

}  // namespace dorsum::scene
