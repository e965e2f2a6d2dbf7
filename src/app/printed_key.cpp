#include "app/printed_key.h"

// GLFW brings no OpenGL header of its own here: libepoxy does.
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace dorsum::app {

int key_as_printed(const int key, const int scancode) {
    const char* const printed = glfwGetKeyName(key, scancode);
    if (printed == nullptr || printed[0] == '\0' || printed[1] != '\0') {
        return key;  // not known, or no sign of ASCII
    }
    const char sign = printed[0];
    if (sign >= 'a' && sign <= 'z') {
        return GLFW_KEY_A + (sign - 'a');
    }
    if (sign >= 'A' && sign <= 'Z') {
        return GLFW_KEY_A + (sign - 'A');
    }
    const bool letter_in_america = key >= GLFW_KEY_A && key <= GLFW_KEY_Z;
    const bool plain = sign > ' ' && sign <= '~';
    return letter_in_america && plain ? static_cast<int>(sign) : key;
}

}  // namespace dorsum::app
