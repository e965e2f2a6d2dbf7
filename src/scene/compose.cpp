#include <algorithm>
#include <string_view>

#include "body/structure_pairs.h"
#include "scene/labels.h"
#include "scene/landmark_marks.h"
#include "scene/marks.h"
#include "scene/palette.h"
#include "scene/practice.h"
#include "scene/ribbons.h"
#include "scene/scene.h"

namespace dorsum::scene {

namespace {

/// What lies on the skin is shown where the skin is, or the body below it; with nothing of it, it would float.
bool shows_body(const Layers& layers) {
    for (int layer = 0; layer < layer_count; ++layer) {
        if (is_of_body(static_cast<Layer>(layer)) && shows(layers, static_cast<Layer>(layer))) {
            return true;
        }
    }
    return false;
}

/// The zone whose organ is to be seen: that chosen, or one of those shown where all of them are of one organ.
int zone_that_glows(const State& state) {
    if (state.selected_zone != 0) {
        return state.selected_zone;
    }
    int first = 0;
    for (int number = 1; number <= zone_count; ++number) {
        if (state.zones_shown.test(static_cast<std::size_t>(number))) {
            if (first != 0 && organ_of_zone(number) != organ_of_zone(first)) {
                return 0;
            }
            first = first == 0 ? number : first;
        }
    }
    return first;
}

/// Lets the organs of a zone shine where the skin covers them.
void let_organs_glow(Scene& scene, const State& state, const body::Body& body) {
    const int zone = question_open(state.quiz) != nullptr ? 0 : zone_that_glows(state);
    if (zone == 0 || !shows(state.layers, Layer::skin) || !shows(state.layers, Layer::zones)) {
        return;
    }
    for (std::size_t i = 0; i < body.parts.size(); ++i) {
        if (body.parts[i].role == body::Role::organ && !state.structures.hidden.contains(body.parts[i].name) &&
            body.parts[i].name.starts_with(organ_of_zone(zone))) {
            scene.glowing_parts.push_back(i);
        }
    }
    scene.glow = zone_colour(zone);
}

PatchSet make_patches(const State& state, const Subject& subject, const lesson::Moment& moment) {
    PatchSet patches;
    const auto shown = [&state](const Layer layer) { return shows(state.layers, layer); };
    if (!subject.body->skin || !shows_body(state.layers)) {
        return patches;
    }
    const mesh::SpatialIndex& skin = *subject.body->skin;
    if (subject.safety && shown(Layer::safety)) {
        patches = subject.safety->patches();  // below all else
    }
    if (subject.choreography && shown(Layer::zones)) {
        add_zones(patches, skin, *subject.choreography, state, moment);
    }
    const auto step = static_cast<std::size_t>(state.step);
    if (practises(state)) {
        add_practice(patches, state, subject);
    } else if (subject.choreography && state.step >= 0 && step < subject.choreography->steps.size() &&
               shown(Layer::strokes)) {
        RibbonMotion motion{!state.reduced_motion, {}};
        if (motion.moves) {
            motion.wakes = wakes_at(*subject.choreography, state.step, state.time_s);
        }
        add_ribbons(patches, skin, subject.choreography->steps[step], moment, motion);
    }
    if (shown(Layer::hands)) {
        add_hand_marks(patches, skin, moment, subject.hands != nullptr);
    }
    if (shown(Layer::landmarks)) {
        add_landmarks(patches, state, *subject.body);
    }
    add_notes(patches, state.pen);
    add_measurement(patches, state, *subject.body);
    return patches;
}

}  // namespace

Scene compose(const State& chosen, const Subject& subject, const glm::vec2 size_px) {
    const State state = as_seen(chosen);
    Scene scene;
    scene.body = subject.body;
    scene.camera = state.camera;
    scene.size_px = size_px;
    scene.skin_tone = state.skin_tone;
    scene.quality = quality_for(state.quality, state.settled_quality);
    if (subject.choreography) {
        scene.moment = lesson::evaluate(*subject.choreography, state.step, state.time_s);
        scene.chest_rise = static_cast<float>(scene.moment.breath.rise);
        if (practises(state)) {  // the learner's hand alone
            scene.moment.left.reset();
            scene.moment.right.reset();
        }
    }
    if (!subject.body) {
        return scene;
    }
    show_parts(scene, state, subject);
    see_through(scene, state, subject);
    scene.hovered_part = body::find_part(*subject.body, state.hovered_structure);
    const std::string to_name = structure_to_name(state.quiz);
    scene.selected_part = body::find_part(*subject.body, to_name.empty() ? state.selected_structure : to_name);
    if (state.structures.both_sides && to_name.empty()) {
        scene.selected_twin = body::find_part(*subject.body, body::id_on_other_side(state.selected_structure));
    }
    if (subject.hands && subject.body->skin && shows(state.layers, Layer::hands) && shows_body(state.layers) &&
        !practises(state)) {
        scene.hand_models = subject.hands;
        const Pressed pressed =
            subject.choreography ? pressed_at(*subject.choreography, state.step, state.time_s) : Pressed{};
        scene.hands = place_hands(*subject.hands, *subject.body->skin, scene.moment, scene.chest_rise, pressed);
        if (subject.choreography) {
            scene.flushes = flushes_at(*subject.choreography, state.step, state.time_s);
        }
    }
    if (subject.oil && state.step >= 0) {
        scene.oil = {subject.oil, subject.oil->start_s(state.step) + std::max(state.time_s, 0.0)};
    }
    let_organs_glow(scene, state, *subject.body);
    scene.patches = make_patches(state, subject, scene.moment);
    scene.labels = make_labels(state, subject, scene);
    return scene;
}

}  // namespace dorsum::scene
