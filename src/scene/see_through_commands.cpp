#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/trigonometric.hpp>

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

void drag_cut(State& state, const glm::vec2 drag_px, const float window_height_px) {
    if (!state.see_through.cut) {
        return;
    }
    Cut cut = *state.see_through.cut;
    glm::vec3 normal{0.0F};
    normal[static_cast<int>(cut.section)] = 1.0F;
    const glm::vec3 seen = glm::mat3(view_matrix(state.camera)) * normal;  // to the right, upwards, nearer
    const float half_view = glm::radians(state.camera.field_of_view_deg) / 2.0F;
    const float mm_per_px = 2000.0F * state.camera.distance_m * std::tan(half_view) / window_height_px;
    const glm::vec2 along{seen.x, -seen.y};
    // The plane stays under the mouse where its normal lies across the line of sight.
    constexpr float least_across = 0.35F;
    const float across = glm::dot(along, along);
    const float moved_px = across > least_across * least_across ? glm::dot(drag_px, along) / across
                                                                : (seen.z > 0.0F ? -drag_px.y : drag_px.y);
    cut.offset_mm = std::round((cut.offset_mm + moved_px * mm_per_px) * 10.0F) / 10.0F;
    cut.offset_mm = std::clamp(cut.offset_mm, -largest_cut_offset_mm, largest_cut_offset_mm);
    state.see_through.cut = cut;
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
    state.see_through.isolated.clear();
    std::vector<std::string> ids = command.with;
    ids.push_back(command.id);
    for (const std::string& id : ids) {
        const auto part = subject.body ? body::find_part(*subject.body, id) : std::nullopt;
        if (part && body::is_anatomy(subject.body->parts[*part].role)) {
            state.see_through.isolated.insert(id);
            state.structures.hidden.erase(id);
            state.structures.ghosted.erase(id);
        }
    }
    state.hovered_structure.clear();
}

void apply_see_through(State& state, const ResetSeeThrough& /*command*/, const Subject& /*subject*/) {
    state.see_through = {};
    state.structures.hidden.clear();
    state.structures.ghosted.clear();
    state.hovered_structure.clear();
}

}  // namespace dorsum::scene
