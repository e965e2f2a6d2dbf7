#pragma once

#include <glm/vec2.hpp>

namespace dorsum::app {

/// Where a window is on the desktop, in screen coordinates.
struct WindowPlace {
    glm::ivec2 position{0};  ///< of its content; where the desktop tells none (Wayland), 0
    glm::ivec2 size{1280, 720};
    bool maximised = false;  ///< then position and size are those it had before
    friend bool operator==(const WindowPlace&, const WindowPlace&) = default;
};

}  // namespace dorsum::app
