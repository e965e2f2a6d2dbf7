#include "app/viewer_keys.h"

#include "scene/input_codes.h"
#include "scene/key_bindings.h"

namespace dorsum::app {

namespace {

using namespace scene::codes;

/// While the cautions are open, Enter and a clicker's forward button mean "I have read this".
bool closes_cautions(const KeyPressed& key, const scene::State& state) {
    return state.cautions_open && key.modifiers == 0 && (is_enter(key) || key.key == key_page_down);
}

}  // namespace

bool is_enter(const KeyPressed& key) {
    return key.key == key_enter || key.key == key_keypad_enter;
}

bool is_escape(const KeyPressed& key) {
    return key.key == key_escape;
}

std::optional<ui::SaveAnswer> answer_of(const KeyPressed& key, const bool can_save) {
    for (const ui::AnswerKey& known : ui::answer_keys(can_save)) {
        if (known.key == key.key && key.modifiers == 0) {
            return known.answer;
        }
    }
    return std::nullopt;
}

KeyMeaning meaning_of(const KeyPressed& key, const scene::State& state) {
    if (closes_cautions(key, state)) {
        return scene::Command{scene::OpenCautions{false}};
    }
    for (const ui::WindowKey& own : ui::window_keys()) {
        if (own.key == key.key && own.modifiers == key.modifiers) {
            return own.action;
        }
    }
    const scene::KeyBinding* binding = scene::binding_for(key.key, key.modifiers, state);
    return binding != nullptr ? KeyMeaning(binding->command(state)) : KeyMeaning();
}

}  // namespace dorsum::app
