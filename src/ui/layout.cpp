#include "ui/layout.h"

#include <algorithm>

#include "ui/theme.h"

namespace dorsum::ui {

Layout arrange(const bool panels_shown, const float window_width, const float window_height, const float scale) {
    constexpr float left_px = 308.0F;
    constexpr float right_px = 252.0F;
    constexpr float bottom_px = 116.0F;
    constexpr float narrowest_picture_px = 300.0F;
    constexpr float lowest_picture_px = 120.0F;
    Layout layout;
    float left = 0.0F;
    float right = 0.0F;
    float bottom = 0.0F;
    if (panels_shown) {
        bottom = window_height >= (bottom_px + lowest_picture_px) * scale ? bottom_px * scale : 0.0F;
        left = window_width >= (left_px + narrowest_picture_px) * scale ? left_px * scale : 0.0F;
        right = window_width >= (left_px + right_px + narrowest_picture_px) * scale ? right_px * scale : 0.0F;
    }
    const float middle_height = std::max(window_height - bottom, 1.0F);
    layout.left = {0.0F, 0.0F, left, middle_height};
    layout.right = {window_width - right, 0.0F, right, middle_height};
    layout.bottom = {0.0F, middle_height, window_width, bottom};
    layout.picture = {left, 0.0F, std::max(window_width - left - right, 1.0F), middle_height};
    return layout;
}

Viewport free_viewport(const scene::State& state, const float window_width, const float window_height) {
    return arrange(state.panels_shown, window_width, window_height, current_scale()).picture;
}

}  // namespace dorsum::ui
