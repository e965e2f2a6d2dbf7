#include "scene/labels.h"
#include "scene/landmark_marks.h"
#include "scene/marks.h"
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
        add_zones(patches, skin, *subject.choreography, state);
    }
    const auto step = static_cast<std::size_t>(state.step);
    if (subject.choreography && state.step >= 0 && step < subject.choreography->steps.size() && shown(Layer::strokes)) {
        add_ribbons(patches, skin, subject.choreography->steps[step], moment);
    }
    if (shown(Layer::hands)) {
        add_hand_marks(patches, skin, moment, subject.hands != nullptr);
    }
    if (shown(Layer::landmarks)) {
        add_landmarks(patches, state, *subject.body);
    }
    return patches;
}

}  // namespace

Scene compose(const State& chosen, const Subject& subject, const glm::vec2 size_px) {
    const State state = as_seen(chosen);
    Scene scene;
    scene.body = subject.body;
    scene.camera = state.camera;
    scene.size_px = size_px;
    scene.quality = quality_for(state.quality, state.settled_quality);
    if (subject.choreography) {
        scene.moment = lesson::evaluate(*subject.choreography, state.step, state.time_s);
        scene.chest_rise = static_cast<float>(scene.moment.breath.rise);
    }
    if (!subject.body) {
        return scene;
    }
    show_parts(scene, state, subject);
    see_through(scene, state, subject);
    scene.hovered_part = body::find_part(*subject.body, state.hovered_structure);
    scene.selected_part = body::find_part(*subject.body, state.selected_structure);
    if (subject.hands && subject.body->skin && shows(state.layers, Layer::hands) && shows_body(state.layers)) {
        scene.hand_models = subject.hands;
        const Pressed pressed =
            subject.choreography ? pressed_at(*subject.choreography, state.step, state.time_s) : Pressed{};
        scene.hands = place_hands(*subject.hands, *subject.body->skin, scene.moment, scene.chest_rise, pressed);
        if (subject.choreography) {
            scene.flushes = flushes_at(*subject.choreography, state.step, state.time_s);
        }
    }
    scene.patches = make_patches(state, subject, scene.moment);
    scene.labels = make_labels(state, subject, scene);
    return scene;
}

}  // namespace dorsum::scene
