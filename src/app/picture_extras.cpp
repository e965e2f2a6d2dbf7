#include "app/picture_extras.h"

#include <algorithm>
#include <utility>

#include "core/translate.h"

namespace dorsum::app {

namespace {

bool names_structure(const scene::Subject& subject, const std::string& id) {
    const auto part = subject.body ? body::find_part(*subject.body, id) : std::nullopt;
    return part && body::is_anatomy(subject.body->parts[*part].role);
}

}  // namespace

Outcome validate(const PictureExtras& extras, const scene::Subject& subject) {
    if (extras.hand_peel != scene::HandPeel::none && !scene::has_muscles(subject)) {
        return wrong_use("--peel", tr("this model has no muscles that could be seen around the hands"),
                         tr("Choose a bundled body, or a model with a catalogue beside it"));
    }
    const scene::SeeThrough& through = extras.see_through;
    const auto another_body = tr("Choose a bundled body, or a model with a catalogue beside it");
    if (through.x_ray && !scene::has_layers(subject)) {
        return wrong_use("--x-ray", tr("this model has no muscles, bones or organs"), another_body);
    }
    if (through.explosion > 0.0F && !scene::has_muscles(subject)) {
        return wrong_use("--explode", tr("this model has no muscles that could be taken apart"), another_body);
    }
    const auto unknown = std::ranges::find_if_not(
        through.isolated, [&subject](const std::string& id) { return names_structure(subject, id); });
    if (unknown != through.isolated.end()) {
        return wrong_use("--isolate " + *unknown, tr("this body has no structure of that name"),
                         tr("`dorsum info --structures` lists them"));
    }
    return {};
}

scene::State with_extras(scene::State state, const PictureExtras& extras, const scene::Subject& subject) {
    state.hand_peel = extras.hand_peel;
    state.skin_tone = extras.skin_tone;
    if (extras.safety) {
        state.layers.set(static_cast<std::size_t>(scene::Layer::safety));
    }
    const scene::SeeThrough& through = extras.see_through;
    state.see_through.opacity = through.opacity;
    for (const scene::Command& command :
         {scene::Command{scene::SetXRay{through.x_ray}}, scene::Command{scene::SetCut{through.cut}},
          scene::Command{scene::SetExplosion{through.explosion}},
          scene::Command{scene::IsolateStructure{{}, {through.isolated.begin(), through.isolated.end()}}}}) {
        state = scene::apply(std::move(state), command, subject, glm::vec2{1.0F});
    }
    return state;
}

}  // namespace dorsum::app
