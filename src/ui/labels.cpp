#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

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

struct Box {
    ImVec2 low;
    ImVec2 high;
    [[nodiscard]] bool meets(const Box& other) const {
        return low.x < other.high.x && other.low.x < high.x && low.y < other.high.y && other.low.y < high.y;
    }
};

/// Beside the landmark, away from the middle of the picture.
Box box_beside(const OverlayContext& overlay, const scene::Label& label, const ImVec2 words) {
    const float scale = overlay.scale;
    const ImVec2 at = overlay.place(label.position_px);
    const ImVec2 size{words.x + 10.0F * scale, words.y + 4.0F * scale};
    const bool to_the_left = at.x < overlay.low.x + overlay.size.x * 0.48F;
    const float left = to_the_left ? at.x - 8.0F * scale - size.x : at.x + 8.0F * scale;
    return {{left, at.y - size.y * 0.5F}, {left + size.x, at.y + size.y * 0.5F}};
}

/// The vertebrae from which the others are counted (C7, at the spine of the scapula, at its lower angle, the
/// last rib, the iliac crests, the dimples), then the rest.
std::vector<const scene::Label*> landmarks_by_weight(const OverlayContext& overlay) {
    constexpr std::array<std::string_view, 6> counted_from{"C7", "T3", "T7", "T12", "L4", "S2"};
    std::vector<const scene::Label*> labels;
    for (const scene::Label& label : overlay.scene.labels) {
        if (label.kind == scene::LabelKind::landmark) {
            labels.push_back(&label);
        }
    }
    std::stable_partition(labels.begin(), labels.end(), [&](const scene::Label* label) {
        return std::find(counted_from.begin(), counted_from.end(), label->text) != counted_from.end();
    });
    // First of all the one that is pointed at.
    std::stable_partition(labels.begin(), labels.end(),
                          [](const scene::Label* label) { return label->emphasis > 0.5F; });
    return labels;
}

/// The names of the landmarks; one that would cover another is left out, its dot stays.
void draw_landmark_names(const OverlayContext& overlay) {
    ImFont* font = font_of(TextSize::small);
    const float scale = overlay.scale;
    std::vector<Box> taken;
    for (const scene::Label* each : landmarks_by_weight(overlay)) {
        const scene::Label& label = *each;
        const std::string words = label.text + (label.detail.empty() ? "" : "  " + label.detail);
        const Box box = box_beside(overlay, label, text_size(font, words));
        if (label.emphasis < 0.5F &&
            std::any_of(taken.begin(), taken.end(), [&box](const Box& other) { return other.meets(box); })) {
            continue;
        }
        taken.push_back(box);
        overlay.list.AddRectFilled(box.low, box.high, to_packed(palette::chip.with_alpha(0.9F)), 5.0F * scale);
        draw_text(overlay.list, font, {box.low.x + 5.0F * scale, box.low.y + 2.0F * scale}, palette::on_chip, words);
    }
}

/// The regions where hands take care, dark, so that nobody takes them for landmarks.
void draw_safety_names(const OverlayContext& overlay) {
    ImFont* font = font_of(TextSize::small);
    const float scale = overlay.scale;
    for (const scene::Label& label : overlay.scene.labels) {
        if (label.kind != scene::LabelKind::safety) {
            continue;
        }
        const Box box = box_beside(overlay, label, text_size(font, label.text));
        overlay.list.AddRectFilled(box.low, box.high, to_packed(palette::ground.with_alpha(0.9F)), 5.0F * scale);
        overlay.list.AddRect(box.low, box.high, to_packed(palette::warning), 5.0F * scale, 0, 1.0F * scale);
        draw_text(overlay.list, font, {box.low.x + 5.0F * scale, box.low.y + 2.0F * scale}, palette::text, label.text);
    }
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
    draw_safety_names(overlay);
    draw_landmark_names(overlay);
    for (const scene::Label& label : overlay.scene.labels) {
        if (label.kind == scene::LabelKind::zone) {
            draw_zone_number(overlay, label);
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
