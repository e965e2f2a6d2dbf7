#include "ui/explore_memory.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <optional>

#include "scene/input_codes.h"

namespace dorsum::ui {

namespace {

using namespace scene::codes;

std::optional<ExploreKey> meaning_of(const int key, const int modifiers) {
    if (key == key_i && modifiers == shift) {
        return ExploreKey::ghost;
    }
    if (modifiers != 0) {
        return std::nullopt;
    }
    switch (key) {
        case key_up:
            return ExploreKey::up;
        case key_down:
            return ExploreKey::down;
        case key_left:
            return ExploreKey::left;
        case key_right:
            return ExploreKey::right;
        case key_delete:
            return ExploreKey::hide;
        case key_enter:
        case key_keypad_enter:
            return ExploreKey::enter;
        default:
            break;
    }
    return std::nullopt;
}

}  // namespace

void begin_search(ExploreMemory& memory) {
    memory.focus_wanted = true;
    memory.typing = true;
    memory.structures_shown = true;  // without a word the keys go through the tree
    memory.leaving = 0;
    memory.keys.clear();
}

void leave_search(ExploreMemory& memory) {
    constexpr int until_dear_imgui_has_let_go = 4;
    memory.typed.front() = '\0';
    memory.typing = false;
    memory.focus_wanted = false;
    memory.leaving = until_dear_imgui_has_let_go;
    memory.keys.clear();
}

bool take_key(ExploreMemory& memory, const int key, const int modifiers) {
    if (key == key_escape || key == key_tab) {
        leave_search(memory);
        return true;
    }
    if (const auto meaning = meaning_of(key, modifiers)) {
        memory.keys.push_back(*meaning);
        return true;
    }
    const bool of_window = (key >= key_f1 && key <= key_f25) || key == key_page_up || key == key_page_down;
    // Ctrl with A, C, V, X, Y, Z edits the text.
    constexpr std::array edits{65, 67, 86, 88, 89, 90};
    const bool other_control = (modifiers & control) != 0 && std::ranges::find(edits, key) == edits.end();
    return !of_window && !other_control;
}

bool take_pressed(ExploreMemory& memory, const ExploreKey key) {
    const auto found = std::ranges::find(memory.keys, key);
    if (found == memory.keys.end()) {
        return false;
    }
    memory.keys.erase(found);
    return true;
}

}  // namespace dorsum::ui
