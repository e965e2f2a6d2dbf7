#pragma once

#include <span>

#include "scene/command.h"
#include "scene/state.h"

namespace dorsum::scene {

/// Keys are GLFW's key codes (plain numbers, so that this room needs no GLFW), modifiers its bits.
struct KeyBinding {
    int key = 0;
    int modifiers = 0;
    const char* key_name;              ///< as printed on the key, for the help sheet: "Space", "PageDown"
    const char* group;                 ///< marked for translation: "Playing", "Camera", "Zones", "Window"
    const char* description;           ///< marked for translation
    Command (*command)(const State&);  ///< what the key asks for in this state
    /// Null: always. Else the key has this meaning while it applies, and then no other one.
    bool (*applies)(const State&) = nullptr;
};

/// Every key of the program, in the order of the help sheet, which is made from it.
[[nodiscard]] std::span<const KeyBinding> key_bindings();

/// What a key means in this state; null where it means nothing.
[[nodiscard]] const KeyBinding* binding_for(int key, int modifiers, const State& state);

}  // namespace dorsum::scene
