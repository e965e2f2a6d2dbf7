#pragma once

#include <imgui.h>

#include <optional>
#include <string>
#include <vector>

#include "scene/scene.h"
#include "ui/label_layout.h"
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
[[nodiscard]] std::optional<Box> breath_gauge_box(const OverlayContext& overlay, float foot);
void draw_breath_gauge(const OverlayContext& overlay, float foot);
/// These two return where their top is, or `foot` where there is no room for them.
[[nodiscard]] float legend_top(const OverlayContext& overlay, float foot);
[[nodiscard]] float orientation_top(const OverlayContext& overlay, float foot);
/// Where these stand; empty where there is no room for them.
[[nodiscard]] std::optional<Box> legend_box(const OverlayContext& overlay, float foot);
[[nodiscard]] std::optional<Box> orientation_box(const OverlayContext& overlay, float foot);
void draw_legend(const OverlayContext& overlay, float foot);
void draw_orientation_marks(const OverlayContext& overlay, float foot);
/// What is out of the usual of the view, above these marks: mirrored, or as the giver sees it.
[[nodiscard]] std::optional<Box> standpoint_note_box(const OverlayContext& overlay, float foot);
void draw_standpoint_note(const OverlayContext& overlay, float foot);
/// Where a zone's name may stand beside the body: as in LabelToPlace.
struct ZoneName {
    const scene::Label* label;
    std::string text;
    glm::vec2 size;
    std::vector<glm::vec2> offsets;
};
/// The names of the zones that are seen, in two columns that end above `foot` and what else is `taken`; none where the
/// receiver lies across the picture and lines to them would cross.
[[nodiscard]] std::vector<ZoneName> zone_names(const OverlayContext& overlay, float foot,
                                               const std::vector<Box>& taken);
/// There a key in a row says the organs: draws it, and says what it covers.
std::vector<Box> draw_zone_key(const OverlayContext& overlay);
/// The zones' numbers and names, those of landmarks and regions of care, and the hands' letters, where `taken` leaves
/// room within `bounds`.
void draw_labels(const OverlayContext& overlay, const std::vector<ZoneName>& names, const std::vector<Box>& taken,
                 const Box& bounds, LabelMemory& memory);
[[nodiscard]] std::optional<Box> zones_note_box(const OverlayContext& overlay);
void draw_zones_note(const OverlayContext& overlay);
/// The rules of the regions where hands take care, where no panel says them; stands in the place of the legend.
[[nodiscard]] bool shows_safety_legend(const OverlayContext& overlay);
[[nodiscard]] float safety_legend_top(const OverlayContext& overlay, float foot);
[[nodiscard]] Box safety_legend_box(const OverlayContext& overlay, float foot);
void draw_safety_legend(const OverlayContext& overlay, float foot);

}  // namespace dorsum::ui
