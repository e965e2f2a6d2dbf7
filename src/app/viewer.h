#pragma once

#include "app/options.h"

namespace dorsum::app {

/// Opens the window and runs until it is closed. The model is loaded while the window is already
/// there; one that cannot be read is reported in it and the bundled back shown instead. Returns the
/// exit code: 1 when there is no display, no OpenGL 3.3, no lesson, or not even the bundled back.
[[nodiscard]] int run_viewer(const ViewerCommand& command);

}  // namespace dorsum::app
