#pragma once

namespace dorsum::render {

/// Whether the graphics driver has thrown away the current context with all that is in it, as after a reset of the
/// graphics card. Always false where the driver cannot tell (neither OpenGL 4.5 nor an extension for robustness).
[[nodiscard]] bool context_is_lost();

}  // namespace dorsum::render
