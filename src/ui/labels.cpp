#include <string>

#include "core/translate.h"
#include "ui/hand_colours.h"
#include "ui/overlay_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

void draw_zone_number(const OverlayContext& overlay, const scene::Label& label) {
    const bool lively = label.emphasis > 0.5F;
    const float radius = (lively ? 11.0F : 9.5F) * overlay.scale;
    const ImVec2 at = overlay.place(label.position_px);
    overlay.list.AddCircleFilled(at, radius + 1.5F * overlay.scale, to_packed(palette::on_chip), 28);
    badge(overlay.list, at, radius, std::to_string(label.zone_number), lively ? palette::accent : palette::chip,
          lively ? palette::on_accent : palette::on_chip, font_of(TextSize::small));
}

void draw_point_label(const OverlayContext& overlay, const scene::Label& label) {
    ImFont* font = font_of(TextSize::small);
    const float scale = overlay.scale;
    const ImVec2 at = overlay.place(label.position_px);
    const ImVec2 words = text_size(font, label.text);
    const ImVec2 low{at.x + 8.0F * scale, at.y - words.y * 0.5F - 2.0F * scale};
    overlay.list.AddRectFilled(low, {low.x + words.x + 10.0F * scale, low.y + words.y + 4.0F * scale},
                               to_packed(palette::chip.with_alpha(0.9F)), 5.0F * scale);
    draw_text(overlay.list, font, {low.x + 5.0F * scale, low.y + 2.0F * scale}, palette::on_chip, label.text);
}

}  // namespace

void hand_badge(ImDrawList& list, const ImVec2 centre, const float radius, const lesson::Hand hand,
                const TextSize size) {
    const Colour ground = hand_colour(hand);
    const std::string letter = hand == lesson::Hand::left ? tr("L") : tr("R");
    list.AddCircleFilled(centre, radius + 1.5F * current_scale(), to_packed(palette::chip), 32);
    badge(list, centre, radius, letter, ground, readable_on(ground), font_of(size));
}

void draw_labels(const OverlayContext& overlay) {
    for (const scene::Label& label : overlay.scene.labels) {
        if (label.kind == scene::LabelKind::zone) {
            draw_zone_number(overlay, label);
        } else if (label.kind == scene::LabelKind::landmark) {
            draw_point_label(overlay, label);
        }
    }
    // Hands lie on top of what they touch.
    for (const scene::Label& label : overlay.scene.labels) {
        if (label.kind == scene::LabelKind::hand) {
            const lesson::Hand hand = label.text == tr("L") ? lesson::Hand::left : lesson::Hand::right;
            hand_badge(overlay.list, overlay.place(label.position_px), 12.0F * overlay.scale, hand, TextSize::body);
        }
    }
}

}  // namespace dorsum::ui
