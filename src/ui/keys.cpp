#include "ui/keys.h"

#include <algorithm>
#include <array>

#include "core/per_language.h"
#include "core/translate.h"
#include "scene/input_codes.h"
#include "scene/key_bindings.h"

namespace dorsum::ui {

using namespace scene::codes;

namespace {
auto make_window_keys() {
    return std::array<WindowKey, 5>{{
        {key_o, control, "Ctrl+O", tr("Open a model, or kept views"), WindowAction::open_model},
        {key_s, control, "Ctrl+S", tr("Save the landmarks beside the model"), WindowAction::save_landmarks},
        {key_f, control, "Ctrl+F", tr("Find a structure, zone or landmark"), WindowAction::search},
        {key_slash, 0, "/", tr("Find a structure, zone or landmark"), WindowAction::search},
        {key_q, control, "Ctrl+Q", tr("Leave the program"), WindowAction::quit},
    }};
}
}  // namespace

std::span<const WindowKey> window_keys() {
    return per_language([] { return make_window_keys(); });
}

namespace {

const char* key_word(const std::string_view word) {
    struct Word {
        std::string_view english;
        const char* translated;
    };
    const auto& words = per_language([] {
        return std::array{Word{"Space", tr_in("key", "Space")},
                          Word{"Left", tr_in("key", "Left")},
                          Word{"Right", tr_in("key", "Right")},
                          Word{"Up", tr_in("key", "Up")},
                          Word{"Down", tr_in("key", "Down")},
                          Word{"Home", tr_in("key", "Home")},
                          Word{"End", tr_in("key", "End")},
                          Word{"PageUp", tr_in("key", "PageUp")},
                          Word{"PageDown", tr_in("key", "PageDown")},
                          Word{"Esc", tr_in("key", "Esc")},
                          Word{"Tab", tr_in("key", "Tab")},
                          Word{"Enter", tr_in("key", "Enter")},
                          Word{"Delete", tr_in("key", "Delete")},
                          Word{"Insert", tr_in("key", "Insert")},
                          Word{"Backspace", tr_in("key", "Backspace")},
                          Word{"Shift+", tr_in("key", "Shift+")},
                          Word{"Ctrl+", tr_in("key", "Ctrl+")},
                          Word{"Alt+", tr_in("key", "Alt+")}};
    });
    const auto found = std::ranges::find(words, word, &Word::english);
    return found != words.end() ? found->translated : nullptr;
}

}  // namespace

std::string key_text(std::string_view key_name) {
    std::string text;
    for (const std::string_view modifier : {"Ctrl+", "Alt+", "Shift+"}) {
        if (key_name.starts_with(modifier)) {
            text += key_word(modifier);
            key_name.remove_prefix(modifier.size());
        }
    }
    const char* word = key_word(key_name);
    return text + (word != nullptr ? std::string(word) : std::string(key_name));
}

std::span<const AnswerKey> answer_keys(const bool can_save) {
    static const std::array<AnswerKey, 4> keys{{
        {key_escape, "Esc", SaveAnswer::cancel},
        {key_d, "D", SaveAnswer::discard},
        {key_enter, "Enter", SaveAnswer::save},
        {key_keypad_enter, "Enter", SaveAnswer::save},
    }};
    return std::span(keys).first(can_save ? keys.size() : 2);
}

std::string keys_for(const SaveAnswer answer) {
    for (const AnswerKey& key : answer_keys(true)) {
        if (key.answer == answer) {
            return key_text(key.key_name);
        }
    }
    return {};
}

std::vector<MouseHint> camera_hints(const scene::CameraHabit habit) {
    const MouseHint wheel{tr("Wheel"), tr("Nearer, farther")};
    switch (habit) {
        case scene::CameraHabit::blender:
            return {{tr("Middle drag"), tr("Turn the view")},
                    {tr("Shift+middle drag"), tr("Move the view")},
                    {tr("Wheel, Ctrl+middle drag"), tr("Nearer, farther")}};
        case scene::CameraHabit::vtk:
            return {{tr("Drag"), tr("Turn the view")},
                    {tr("Middle drag, Shift+drag"), tr("Move the view")},
                    {tr("Wheel, right drag"), tr("Nearer, farther")}};
        case scene::CameraHabit::usual:
            break;
    }
    return {{tr("Drag"), tr("Turn the view")}, {tr("Right drag, middle drag, Shift+drag"), tr("Move the view")}, wheel};
}

std::vector<MouseHint> mouse_hints(const scene::CameraHabit habit) {
    std::vector<MouseHint> hints = camera_hints(habit);
    hints.insert(hints.end(), {{tr("Double click"), tr("Bring into view")},
                               {tr("Click a zone"), tr("Open its card")},
                               {tr("Click a muscle, bone, organ"), tr("Open its card")},
                               {tr("Ctrl+drag"), tr("Move the cut")},
                               {tr("Drag a landmark"), tr("Move it over the skin")},
                               {tr("Drop a file"), tr("Load a model, or views that were kept")}});
    return hints;
}

std::string keys_for(const WindowAction action) {
    std::string names;
    for (const WindowKey& key : window_keys()) {
        if (key.action == action) {
            names += (names.empty() ? "" : ", ") + key_text(key.key_name);
        }
    }
    return names;
}

scene::Command frame_command(const scene::State& state) {
    if (state.selected_zone != 0) {
        return scene::SelectZone{state.selected_zone, true};
    }
    if (!state.selected_structure.empty()) {
        return scene::SelectStructure{state.selected_structure, true, state.structures.both_sides};
    }
    return scene::GoToView{scene::View::back};
}

std::string keys_for(const scene::State& state, const scene::Command& command) {
    const std::string wanted = scene::describe(command);
    std::string names;
    for (const scene::KeyBinding& binding : scene::key_bindings()) {
        const scene::Command bound = binding.command(state);
        if (bound.index() != command.index()) {  // every control asks in every frame: words only of what may be meant
            continue;
        }
        const std::string name = key_text(binding.key_name);
        const bool listed = names == name || names.ends_with(", " + name);
        if (!listed && scene::binding_for(binding.key, binding.modifiers, state) == &binding &&
            scene::describe(bound) == wanted) {
            names += (names.empty() ? "" : ", ") + name;
        }
    }
    return names;
}

}  // namespace dorsum::ui
