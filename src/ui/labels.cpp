#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/translate.h"
#include "ui/hand_colours.h"
#include "ui/overlay_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

/// A zone's name beside the body, joined to its ring by a line, as on anatomical plates.
struct Chip {
    const scene::Label* label;
    ImVec2 target;
    std::string text;
    ImVec2 size;
    bool on_right;
    float top;
};

std::string organ_of(const OverlayContext& overlay, const scene::Label& label) {
    for (const lesson::Zone& zone : overlay.subject.lesson->zones) {
        if (zone.number == label.zone_number) {
            return std::to_string(zone.number) + "  " + zone.organ;
        }
    }
    return label.text;
}

/// The picture's x beyond which no skin of the trunk lies, left and right.
struct Sides {
    float left;
    float right;
};
Sides sides_of_body(const OverlayContext& overlay) {
    const float middle = overlay.low.x + overlay.size.x * 0.5F;
    Sides sides{middle, middle};
    if (!overlay.scene.body) {
        return sides;
    }
    const float reach = overlay.scene.body->reach_right_m * 1.15F;
    const glm::vec3 centre = overlay.scene.camera.target;
    for (const float side : {-reach, reach}) {
        if (const auto at = scene::project(overlay.scene.camera, {side, centre.y, centre.z}, overlay.scene.size_px)) {
            const float x = overlay.place(*at).x;
            sides = {std::min(sides.left, x), std::max(sides.right, x)};
        }
    }
    return sides;
}

std::vector<Chip> make_chips(const OverlayContext& overlay) {
    ImFont* font = font_of(TextSize::small);
    const float scale = overlay.scale;
    float sum = 0.0F;
    float count = 0.0F;
    for (const scene::Label& label : overlay.scene.labels) {
        if (label.kind == scene::LabelKind::zone) {
            sum += label.position_px.x;
            count += 1.0F;
        }
    }
    const float middle = count > 0.0F ? sum / count : 0.0F;
    std::vector<Chip> chips;
    for (const scene::Label& label : overlay.scene.labels) {
        if (label.kind != scene::LabelKind::zone) {
            continue;
        }
        const float offset = label.position_px.x - middle;
        const bool near_middle = std::fabs(offset) < 10.0F * scale;
        const std::string text = organ_of(overlay, label);
        const ImVec2 words = text_size(font, text);
        const ImVec2 size{words.x + 16.0F * scale, words.y + 8.0F * scale};
        const ImVec2 target = overlay.place(label.position_px);
        const bool on_right = near_middle ? label.zone_number % 2 == 0 : offset > 0.0F;
        chips.push_back({&label, target, text, size, on_right, target.y - size.y * 0.5F});
    }
    return chips;
}

/// Moves the chips of one side apart, as little as possible, inside [top, foot].
void spread(std::vector<Chip*>& chips, const float top, const float foot, const float gap) {
    std::sort(chips.begin(), chips.end(), [](const Chip* a, const Chip* b) { return a->target.y < b->target.y; });
    float least = top;
    for (Chip* chip : chips) {
        chip->top = std::max(chip->top, least);
        least = chip->top + chip->size.y + gap;
    }
    float most = foot;
    for (auto chip = chips.rbegin(); chip != chips.rend(); ++chip) {
        (*chip)->top = std::min((*chip)->top, most - (*chip)->size.y);
        most = (*chip)->top - gap;
    }
}

void draw_chip(const OverlayContext& overlay, const Chip& chip, const Sides sides) {
    const float scale = overlay.scale;
    const float margin = 10.0F * scale;
    const float gauge = 118.0F * scale;
    const float right_edge = overlay.low.x + overlay.size.x - margin - chip.size.x;
    const float left_edge = overlay.low.x + gauge;
    const float x = chip.on_right ? std::min(sides.right + 14.0F * scale, right_edge)
                                  : std::max(sides.left - 14.0F * scale - chip.size.x, std::min(left_edge, right_edge));
    const ImVec2 low{x, chip.top};
    const ImVec2 high{x + chip.size.x, chip.top + chip.size.y};
    const bool lively = chip.label->emphasis > 0.5F;
    const Colour ground = lively ? palette::accent : palette::chip;
    const Colour ink = lively ? palette::on_accent : palette::on_chip;
    const ImVec2 start{chip.on_right ? low.x : high.x, (low.y + high.y) * 0.5F};
    // A light halo around a dark core is seen on every skin.
    overlay.list.AddLine(start, chip.target, to_packed(palette::chip.with_alpha(0.75F)), 3.5F * scale);
    overlay.list.AddLine(start, chip.target, to_packed(palette::on_chip), 1.4F * scale);
    overlay.list.AddRectFilled(low, high, to_packed(ground), 7.0F * scale);
    draw_text(overlay.list, font_of(TextSize::small), {low.x + 8.0F * scale, low.y + 4.0F * scale}, ink, chip.text);
}

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

void draw_labels(const OverlayContext& overlay, const float left_foot, const float right_foot) {
    std::vector<Chip> chips = make_chips(overlay);
    const Sides sides = sides_of_body(overlay);
    const float gap = 5.0F * overlay.scale;
    for (const bool on_right : {false, true}) {
        std::vector<Chip*> column;
        for (Chip& chip : chips) {
            if (chip.on_right == on_right) {
                column.push_back(&chip);
            }
        }
        // Below the note and the corner buttons.
        spread(column, overlay.low.y + 56.0F * overlay.scale, (on_right ? right_foot : left_foot) - gap, gap);
    }
    for (const Chip& chip : chips) {
        draw_chip(overlay, chip, sides);
    }
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
