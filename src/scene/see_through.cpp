#include "scene/see_through.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "scene/exploring.h"
#include "scene/scene.h"

namespace dorsum::scene {

namespace {

// In the order of Section.
constexpr std::array section_names{"sagittal", "axial", "coronal"};

/// In the body frame: to the right, towards the head, out of the back.
glm::vec3 normal_of(const Section section) {
    glm::vec3 normal{0.0F};
    normal[static_cast<int>(section)] = 1.0F;
    return normal;
}

float in_range(const float value, const float low, const float high, const float otherwise) {
    return std::isnan(value) ? otherwise : std::clamp(value, low, high);
}

bool shows_anatomy(const Layers& layers) {
    return std::ranges::any_of(fading_layers(),
                               [&](const Layer layer) { return layer != Layer::skin && shows(layers, layer); });
}

void show(Layers& layers, const Layer layer, const bool shown = true) {
    layers.set(static_cast<std::size_t>(layer), shown);
}

/// What is seen through a skin beneath which a person has chosen nothing.
void show_what_shines_through(Layers& layers, const SeeThrough& through) {
    if (through.x_ray || !through.isolated.empty()) {
        show(layers, Layer::skeleton);
        return;
    }
    for (const Layer layer : fading_layers()) {
        // The hollows of the trunk are seen where it is cut.
        show(layers, layer, layer != Layer::organs || through.cut || shows(layers, layer));
    }
}

bool covers_all(const State& state) {
    return shows(state.layers, Layer::skin) && !shows_anatomy(state.layers);
}

bool is_isolated(const Scene& scene, const std::size_t part) {
    return !scene.part_isolated.empty() && scene.part_isolated[part];
}

/// A layer's veil, where it has faded in part.
void add_veil(Scene& scene, const Layer layer, const float opacity) {
    if (opacity <= 0.0F || opacity >= 1.0F) {
        return;
    }
    Veil veil{opacity, std::vector<bool>(scene.part_shown.size(), false)};
    bool any = false;
    for (std::size_t i = 0; i < scene.part_shown.size(); ++i) {
        const body::Role role = scene.body->parts[i].role;
        const bool ghost = !scene.part_ghost.empty() && scene.part_ghost[i];
        const bool of_layer = layer_of(role) == layer || (layer == Layer::skin && role == body::Role::towel);
        veil.within[i] = scene.part_shown[i] && of_layer && !ghost && !is_isolated(scene, i);
        any = any || veil.within[i];
    }
    if (any) {
        scene.veils.push_back(std::move(veil));
    }
}

/// The skin under x-rays, and all but what is isolated.
void add_ghosts(Scene& scene, const SeeThrough& through) {
    for (const std::string& id : through.isolated) {
        if (const auto part = body::find_part(*scene.body, id)) {
            scene.part_isolated.resize(scene.part_shown.size(), false);
            scene.part_isolated[*part] = true;
        }
    }
    const bool any_isolated = !scene.part_isolated.empty();
    if (!through.x_ray && !any_isolated) {
        return;
    }
    scene.part_ghost.assign(scene.part_shown.size(), false);
    for (std::size_t i = 0; i < scene.part_shown.size(); ++i) {
        const body::Role role = scene.body->parts[i].role;
        const bool of_rest = any_isolated && body::is_anatomy(role);
        scene.part_ghost[i] = scene.part_shown[i] && (role == body::Role::skin || of_rest);
        if (is_isolated(scene, i)) {
            scene.part_shown[i] = true;
            scene.part_ghost[i] = false;
        }
    }
}

/// Strokes, zones and hands have no place where the body they lie on is taken apart or away.
void take_away_what_lay_there(Scene& scene) {
    std::erase_if(scene.hands, [&](const HandShown& hand) { return is_cut_away(scene.cut, hand.middle.position); });
}

}  // namespace

std::optional<Section> parse_section(const std::string_view name) {
    const auto found = std::ranges::find(section_names, name);
    return found == section_names.end() ? std::nullopt
                                        : std::optional(static_cast<Section>(found - section_names.begin()));
}

const char* name_of(const Section section) {
    return section_names.at(static_cast<std::size_t>(section));
}

glm::vec4 plane_of(const Cut& cut) {
    const float side = cut.other_side ? -1.0F : 1.0F;
    return {normal_of(cut.section) * side, cut.offset_mm * 0.001F * side};
}

bool is_cut_away(const std::optional<Cut>& cut, const glm::vec3 place) {
    if (!cut) {
        return false;
    }
    const glm::vec4 plane = plane_of(*cut);
    return glm::dot(glm::vec3(plane), place) > plane.w;
}

std::array<float, 2> offsets_through(const body::Body& body, const Section section) {
    constexpr float beyond_mm = 5.0F;
    std::array<float, 2> offsets{largest_cut_offset_mm, -largest_cut_offset_mm};
    for (const body::Part& part : body.parts) {
        if (part.role == body::Role::skin && !part.mesh.positions.empty()) {
            const mesh::Bounds bounds = mesh::bounds(part.mesh);
            const int axis = static_cast<int>(section);
            offsets[0] = std::min(offsets[0], bounds.low[axis] * 1000.0F - beyond_mm);
            offsets[1] = std::max(offsets[1], bounds.high[axis] * 1000.0F + beyond_mm);
        }
    }
    for (float& offset : offsets) {
        offset = std::round(std::clamp(offset, -largest_cut_offset_mm, largest_cut_offset_mm));
    }
    return offsets;
}

const std::array<Layer, fading_layer_count>& fading_layers() {
    static constexpr std::array<Layer, fading_layer_count> layers{Layer::skin, Layer::superficial, Layer::intermediate,
                                                                  Layer::deep, Layer::skeleton,    Layer::organs};
    return layers;
}

float SeeThrough::opacity_of(const Layer layer) const {
    const auto found = std::ranges::find(fading_layers(), layer);
    return found == fading_layers().end() ? 1.0F
                                          : opacity.at(static_cast<std::size_t>(found - fading_layers().begin()));
}

void SeeThrough::set_opacity(const Layer layer, const float value) {
    const auto found = std::ranges::find(fading_layers(), layer);
    if (found != fading_layers().end()) {
        float& old = opacity.at(static_cast<std::size_t>(found - fading_layers().begin()));
        constexpr float trace = 0.002F;  // less than any screen shows
        const float asked = in_range(value, 0.0F, 1.0F, old);
        old = asked < trace ? 0.0F : (asked > 1.0F - trace ? 1.0F : asked);
    }
}

State as_seen(State state) {
    const SeeThrough& through = state.see_through;
    if (through == SeeThrough{}) {
        return state;
    }
    const bool skin_clear =
        through.x_ray || through.cut || !through.isolated.empty() || through.opacity_of(Layer::skin) < 1.0F;
    if (covers_all(state) && skin_clear) {
        show_what_shines_through(state.layers, through);
    }
    if (through.x_ray) {
        show(state.layers, Layer::skin);
    }
    if (through.x_ray || !through.isolated.empty()) {
        show(state.layers, Layer::towel, false);  // before the dim room a clear rim reads best
        show(state.layers, Layer::table, false);
    }
    for (const Layer layer : fading_layers()) {
        if (through.opacity_of(layer) <= 0.0F) {
            show(state.layers, layer, false);
        }
    }
    if (through.x_ray || !through.isolated.empty() || through.explosion > 0.0F) {
        state.hand_peel = HandPeel::none;  // there is nothing to open
    }
    if (through.explosion > 0.0F) {
        // What lies on the body has no place on one that is taken apart.
        for (const Layer layer :
             {Layer::table, Layer::strokes, Layer::hands, Layer::zones, Layer::safety, Layer::landmarks}) {
            show(state.layers, layer, false);
        }
    }
    return state;
}

void see_through(Scene& scene, const State& seen, const Subject& subject) {
    const SeeThrough& through = seen.see_through;
    ghost_structures(scene, seen);
    if (through == SeeThrough{}) {
        return;
    }
    scene.cut = through.cut;
    add_ghosts(scene, through);
    ghost_structures(scene, seen);
    for (const Layer layer : fading_layers()) {
        add_veil(scene, layer, through.opacity_of(layer));
    }
    if (through.explosion > 0.0F && subject.explosion) {
        for (const glm::vec3 shift : subject.explosion->shifts()) {
            scene.part_shift.push_back(shift * through.explosion);
        }
    }
    take_away_what_lay_there(scene);
}

Layer layer_to_restore(const State& state) {
    for (std::size_t i = fading_layers().size(); i-- > 0;) {
        if (state.see_through.opacity.at(i) < 1.0F) {
            return fading_layers().at(i);
        }
    }
    return Layer::skin;
}

Layer layer_to_fade(const State& state) {
    const Layers layers = as_seen(state).layers;
    for (const Layer layer : fading_layers()) {
        if (shows(layers, layer)) {
            return layer;
        }
    }
    return Layer::skin;
}

}  // namespace dorsum::scene
