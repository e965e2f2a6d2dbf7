#include "app/printed_key.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace dorsum::app {

int key_as_printed(const int key, const char* const printed) {
    if (printed == nullptr || printed[0] == '\0' || printed[1] != '\0') {
        return key;
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

int key_as_printed(const int key, const int scancode) {
    return key_as_printed(key, glfwGetKeyName(key, scancode));
}

}  // namespace dorsum::app
