#include "scene/labels.h"
#include "scene/marks.h"
#include "scene/ribbons.h"
#include "scene/scene.h"

namespace dorsum::scene {

namespace {

Layer layer_of(const body::Role role) {
    switch (role) {
        case body::Role::towel:
            return Layer::towel;
        case body::Role::table:
            return Layer::table;
        case body::Role::skin:
            break;
    }
    return Layer::skin;
}

PatchSet make_patches(const State& state, const Subject& subject, const lesson::Moment& moment) {
    PatchSet patches;
    const auto shows = [&state](const Layer layer) { return state.layers.test(static_cast<std::size_t>(layer)); };
    // Patches lie on the skin; without it they would float.
    if (!subject.body->skin || !shows(Layer::skin)) {
        return patches;
    }
    const mesh::SpatialIndex& skin = *subject.body->skin;
    if (subject.choreography && shows(Layer::zones)) {
        add_zones(patches, skin, *subject.choreography, state);
    }
    const auto step = static_cast<std::size_t>(state.step);
    if (subject.choreography && state.step >= 0 && step < subject.choreography->steps.size() && shows(Layer::strokes)) {
        add_ribbons(patches, skin, subject.choreography->steps[step], moment);
    }
    if (shows(Layer::hands)) {
        add_hand_marks(patches, skin, moment);
    }
    if (shows(Layer::landmarks)) {
        add_landmarks(patches, *subject.body);
    }
    return patches;
}

}  // namespace

Scene compose(const State& state, const Subject& subject, const glm::vec2 size_px) {
    Scene scene;
    scene.body = subject.body;
    scene.camera = state.camera;
    scene.size_px = size_px;
    if (subject.choreography) {
        scene.moment = lesson::evaluate(*subject.choreography, state.step, state.time_s);
        scene.chest_rise = static_cast<float>(scene.moment.breath.rise);
    }
    if (!subject.body) {
        return scene;
    }
    for (const body::Part& part : subject.body->parts) {
        scene.part_shown.push_back(state.layers.test(static_cast<std::size_t>(layer_of(part.role))));
    }
    scene.patches = make_patches(state, subject, scene.moment);
    scene.labels = make_labels(state, subject, scene);
    return scene;
}

}  // namespace dorsum::scene
