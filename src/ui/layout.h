#pragma once

#include "ui/panels.h"

namespace dorsum::ui {

/// Where the panels stand. A panel that has no room, or is hidden, has no width or height.
struct Layout {
    Viewport left;    ///< steps and zones
    Viewport right;   ///< what happens now, views, layers
    Viewport bottom;  ///< timeline
    Viewport picture;
};

/// `scale` as in apply_theme. Small windows lose the right panel first, then the left one.
[[nodiscard]] Layout arrange(bool panels_shown, float window_width, float window_height, float scale);

}  // namespace dorsum::ui
