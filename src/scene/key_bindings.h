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
};

/// Every key of the program, in the order of the help sheet, which is made from it.
[[nodiscard]] std::span<const KeyBinding> key_bindings();

}  // namespace dorsum::scene
