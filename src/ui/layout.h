#pragma once

#include "ui/panels.h"

namespace dorsum::ui {

/// Where the panels stand. A panel that has no room, or is hidden, has no width or height.
struct Layout {
    Viewport left;    ///< steps and zones
    Viewport right;   ///< what happens now, views, layers
    Viewport bottom;  ///< timeline
    Viewport picture;
    bool left_folded = false;  ///< to a strip with nothing but the button that opens it
    bool right_folded = false;
};

/// `scale` as in apply_theme. In small windows the right panel folds first, then the left one; in the smallest both are
/// gone.
[[nodiscard]] Layout arrange(bool panels_shown, float window_width, float window_height, float scale,
                             const PanelLayout& layout = {});

/// The same layout with that panel opened; where there is no room for both, the other one folds.
[[nodiscard]] PanelLayout with_left_open(PanelLayout layout);
[[nodiscard]] PanelLayout with_right_open(PanelLayout layout, float window_width, float scale);

/// Widths brought within their bounds.
[[nodiscard]] PanelLayout brought_into_range(PanelLayout layout);

}  // namespace dorsum::ui
