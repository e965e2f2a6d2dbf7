#include <algorithm>
#include <cmath>

#include "scene/apply.h"
#include "scene/see_through.h"

namespace dorsum::scene {

void apply_see_through(State& state, const SetOpacity& command, const Subject& /*subject*/) {
    state.see_through.set_opacity(command.layer, command.opacity);
    state.hovered_structure.clear();
}

void apply_see_through(State& state, const SetXRay& command, const Subject& subject) {
    state.see_through.x_ray = command.on && has_layers(subject);
    state.hovered_structure.clear();
}

void apply_see_through(State& state, const SetCut& command, const Subject& /*subject*/) {
    std::optional<Cut> cut = command.cut;
    if (cut && std::isnan(cut->offset_mm)) {
        return;
    }
    if (cut) {
        cut->offset_mm = std::clamp(cut->offset_mm, -largest_cut_offset_mm, largest_cut_offset_mm);
    }
    state.see_through.cut = cut;
    state.hovered_structure.clear();
}

void apply_see_through(State& state, const SetExplosion& command, const Subject& subject) {
    if (std::isnan(command.share) || !has_muscles(subject)) {
        return;
    }
    state.see_through.explosion = std::clamp(command.share, 0.0F, 1.0F);
    state.hovered_structure.clear();
    if (state.see_through.explosion > 0.0F && depth_of(state.layers) == Depth::skin && !state.see_through.x_ray) {
        state.layers = laid_open(state.layers, Depth::superficial);  // under the skin nobody would see it
    }
}

void apply_see_through(State& state, const IsolateStructure& command, const Subject& subject) {
    const auto part = subject.body ? body::find_part(*subject.body, command.id) : std::nullopt;
    const bool known = part && body::is_anatomy(subject.body->parts[*part].role);
    state.see_through.isolated = known ? command.id : std::string();
    state.hovered_structure.clear();
}

void apply_see_through(State& state, const ResetSeeThrough& /*command*/, const Subject& /*subject*/) {
    state.see_through = {};
    state.hovered_structure.clear();
}

}  // namespace dorsum::scene
