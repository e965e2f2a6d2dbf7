#include <string>

#include "core/translate.h"
#include "ui/overlay_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

constexpr glm::vec2 padding_px{10.0F, 5.0F};
constexpr float margin_px = 10.0F;
constexpr float widest_px = 220.0F;

/// What is out of the usual of this view; empty where nothing is.
std::string words_of(const scene::State& state) {
    std::string words;
    switch (scene::seen_by_giver(state)) {
        case scene::GiverPlace::left:
            words = tr("Giver's view, from the left");
            break;
        case scene::GiverPlace::right:
            words = tr("Giver's view, from the right");
            break;
        case scene::GiverPlace::head:
            words = tr("Giver's view, from the head");
            break;
        case scene::GiverPlace::none:
            break;
    }
    if (state.standpoint.mirrored) {
        words += std::string(words.empty() ? "" : "\n") + tr("Mirrored");
    }
    return words;
}

}  // namespace

std::optional<Box> standpoint_note_box(const OverlayContext& overlay, const float foot) {
    const std::string words = words_of(overlay.state);
    const float scale = overlay.scale;
    if (words.empty() || overlay.size.x < 300.0F * scale) {
        return std::nullopt;
    }
    const ImVec2 size = text_size(font_of(TextSize::small), words, widest_px * scale);
    const glm::vec2 high{overlay.low.x + overlay.size.x - margin_px * scale,
                         orientation_top(overlay, foot) - margin_px * scale};
    return Box{high - glm::vec2{size.x, size.y} - 2.0F * scale * padding_px, high};
}

void draw_standpoint_note(const OverlayContext& overlay, const float foot) {
    const auto box = standpoint_note_box(overlay, foot);
    if (!box) {
        return;
    }
    const float scale = overlay.scale;
    overlay.list.AddRectFilled({box->low.x, box->low.y}, {box->high.x, box->high.y},
                               to_packed(palette::ground.with_alpha(0.88F)), 8.0F * scale);
    draw_text(overlay.list, font_of(TextSize::small),
              {box->low.x + padding_px.x * scale, box->low.y + padding_px.y * scale}, palette::accent,
              words_of(overlay.state), widest_px * scale);
}

}  // namespace dorsum::ui
