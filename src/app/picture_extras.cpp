#include "app/picture_extras.h"

#include <utility>

#include "core/translate.h"

namespace dorsum::app {

Outcome validate(const PictureExtras& extras, const scene::Subject& subject) {
    if (extras.hand_peel != scene::HandPeel::none && !scene::has_muscles(subject)) {
        return wrong_use("--peel", tr("this model has no muscles that could be seen around the hands"),
                         tr("Choose a bundled body, or a model with a catalogue beside it"));
    }
    return {};
}

scene::State with_extras(scene::State state, const PictureExtras& extras) {
    state.hand_peel = extras.hand_peel;
    if (extras.safety) {
        state.layers.set(static_cast<std::size_t>(scene::Layer::safety));
    }
    return state;
}

}  // namespace dorsum::app
