#pragma once

#include <imgui.h>

#include "scene/scene.h"
#include "ui/theme.h"

// The parts of the overlay one by one. All draw into `list` and know nothing of panels.

namespace dorsum::ui {

struct OverlayContext {
    const scene::State& state;
    const scene::Subject& subject;
    const scene::Scene& scene;
    ImDrawList& list;
    ImVec2 low;   ///< the picture's top left corner, in ImGui's pixels
    ImVec2 size;  ///< of the picture, in ImGui's pixels
    float pixel;  ///< ImGui's pixels for one of the scene's (1, or less on HiDPI displays)
    float scale;  ///< of the theme

    [[nodiscard]] ImVec2 place(const glm::vec2 position_px) const {
        return {low.x + position_px.x * pixel, low.y + position_px.y * pixel};
    }
};

/// The letter of a hand in its colour.
void hand_badge(ImDrawList& list, ImVec2 centre, float radius, lesson::Hand hand, TextSize size);

/// Step number, title and cue at the foot of the picture, and the height they take.
[[nodiscard]] float caption_height(const OverlayContext& overlay);
void draw_caption(const OverlayContext& overlay);
void draw_breath_gauge(const OverlayContext& overlay, float foot);
/// These two return where their top is, or `foot` where there is no room for them.
[[nodiscard]] float legend_top(const OverlayContext& overlay, float foot);
[[nodiscard]] float orientation_top(const OverlayContext& overlay, float foot);
void draw_legend(const OverlayContext& overlay, float foot);
void draw_orientation_marks(const OverlayContext& overlay, float foot);
/// The zones' names, beside the body or above it; beside it they end above `left_foot` and `right_foot`,
/// where other things stand.
void draw_zone_chips(const OverlayContext& overlay, float left_foot, float right_foot);
/// The zones' numbers, the landmarks' names and the hands' letters.
void draw_labels(const OverlayContext& overlay);
void draw_zones_note(const OverlayContext& overlay);
/// The rules of the regions where hands take care, where no panel says them; stands in the place of the legend.
[[nodiscard]] bool shows_safety_legend(const OverlayContext& overlay);
[[nodiscard]] float safety_legend_top(const OverlayContext& overlay, float foot);
void draw_safety_legend(const OverlayContext& overlay, float foot);

}  // namespace dorsum::ui
