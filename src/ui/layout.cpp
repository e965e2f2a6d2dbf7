#include "ui/layout.h"

#include <algorithm>

#include "ui/theme.h"

namespace dorsum::ui {

namespace {
constexpr float narrowest_picture_px = 300.0F;
}  // namespace

PanelLayout brought_into_range(PanelLayout layout) {
    layout.left_px = std::clamp(layout.left_px, narrowest_left_px, widest_left_px);
    layout.right_px = std::clamp(layout.right_px, narrowest_right_px, widest_right_px);
    return layout;
}

Layout arrange(const bool panels_shown, const float window_width, const float window_height, const float scale,
               const PanelLayout& wanted) {
    constexpr float bottom_px = 116.0F;
    constexpr float lowest_picture_px = 120.0F;
    const PanelLayout panels = brought_into_range(wanted);
    Layout layout;
    float left = 0.0F;
    float right = 0.0F;
    float bottom = 0.0F;
    if (panels_shown) {
        const float room = window_width / scale - narrowest_picture_px;
        bottom = window_height >= (bottom_px + lowest_picture_px) * scale ? bottom_px * scale : 0.0F;
        left = panels.left_open ? panels.left_px : strip_px;
        right = panels.right_open ? panels.right_px : strip_px;
        right = left + right > room ? strip_px : right;
        left = left + right > room ? strip_px : left;
        layout.left_folded = left <= strip_px;
        layout.right_folded = right <= strip_px;
        const bool none = left + right > room;
        left = none ? 0.0F : left * scale;
        right = none ? 0.0F : right * scale;
    }
    const float middle_height = std::max(window_height - bottom, 1.0F);
    layout.left = {0.0F, 0.0F, left, middle_height};
    layout.right = {window_width - right, 0.0F, right, middle_height};
    layout.bottom = {0.0F, middle_height, window_width, bottom};
    layout.picture = {left, 0.0F, std::max(window_width - left - right, 1.0F), middle_height};
    return layout;
}

PanelLayout with_left_open(PanelLayout layout) {
    layout.left_open = true;  // where there is no room for both, arrange() folds the right one
    return layout;
}

PanelLayout with_right_open(PanelLayout layout, const float window_width, const float scale) {
    layout.right_open = true;
    layout.left_open = layout.left_open && !arrange(true, window_width, 1000.0F * scale, scale, layout).right_folded;
    return layout;
}

Viewport free_viewport(const scene::State& state, const float window_width, const float window_height,
                       const PanelLayout& layout) {
    return arrange(state.panels_shown, window_width, window_height, current_scale(), layout).picture;
}

}  // namespace dorsum::ui
