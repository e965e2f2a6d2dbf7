#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/per_language.h"
#include "core/translate.h"
#include "ui/hand_colours.h"
#include "ui/overlay_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

constexpr float padding_px = 8.0F;
constexpr float sample_px = 34.0F;

float row_height(const float scale) {
    return font_of(TextSize::small)->FontSize + 9.0F * scale;
}

enum class Sample { working, light_return, to_come, done, pressure, left_hand, right_hand };

struct LegendRow {
    Sample sample;
    const char* text;
};

constexpr int legend_row_count = 7;
const std::array<LegendRow, legend_row_count>& legend_rows() {
    return per_language([] {
        return std::array<LegendRow, legend_row_count>{{
            {Sample::working, tr("working pass")},
            {Sample::light_return, tr("light return")},
            {Sample::to_come, tr("still to come")},
            {Sample::done, tr("done")},
            {Sample::pressure, tr("wider: more pressure")},
            {Sample::left_hand, tr("left hand: three bands")},
            {Sample::right_hand, tr("right hand: one band")},
        }};
    });
}

void arrowhead(ImDrawList& list, const ImVec2 tip, const float size, const ImU32 colour, const bool filled) {
    const ImVec2 upper{tip.x - size, tip.y - size * 0.6F};
    const ImVec2 lower{tip.x - size, tip.y + size * 0.6F};
    if (filled) {
        list.AddTriangleFilled(upper, tip, lower, colour);
    } else {
        list.PathLineTo(upper);
        list.PathLineTo(tip);
        list.PathLineTo(lower);
        list.PathStroke(colour, 0, size * 0.25F);
    }
}

/// As the hands wear it: the left three narrow stripes, the right a broad one.
void wrist_band(ImDrawList& list, const ImVec2 from, const float right, const float half_height,
                const lesson::Hand hand) {
    const ImU32 colour = to_packed(hand_colour(hand));
    const int stripes = hand == lesson::Hand::left ? 3 : 1;
    const float height = hand == lesson::Hand::left ? half_height * 0.36F : half_height * 1.6F;
    for (int i = 0; i < stripes; ++i) {
        const float y = from.y + (static_cast<float>(i) - 0.5F * static_cast<float>(stripes - 1)) * half_height * 0.7F;
        list.AddRectFilled({from.x, y - 0.5F * height}, {right, y + 0.5F * height}, colour);
    }
}

void draw_sample(ImDrawList& list, const Sample sample, const ImVec2 low, const float width, const float height,
                 const float scale) {
    const float y = low.y + height * 0.5F;
    const float right = low.x + width;
    const ImU32 ink = to_packed(palette::text);
    switch (sample) {
        case Sample::working:
            list.AddLine({low.x, y}, {right - 6.0F * scale, y}, ink, 3.0F * scale);
            return arrowhead(list, {right, y}, 9.0F * scale, ink, true);
        case Sample::light_return:
            for (int dash = 0; dash < 3; ++dash) {
                const float left = low.x + static_cast<float>(dash) * width * 0.3F;
                list.AddLine({left, y}, {left + width * 0.18F, y}, ink, 2.0F * scale);
            }
            return arrowhead(list, {right, y}, 8.0F * scale, ink, false);
        case Sample::to_come:
            list.AddRect({low.x, y - 3.5F * scale}, {right - 8.0F * scale, y + 3.5F * scale}, ink, 0.0F, 0,
                         1.5F * scale);
            return arrowhead(list, {right, y}, 9.0F * scale, ink, true);
        case Sample::done: {
            const ImU32 grey = to_packed(colour_from_hex(0x7d848a));
            list.AddLine({low.x, y}, {right - 6.0F * scale, y}, grey, 5.0F * scale);
            return arrowhead(list, {right, y}, 9.0F * scale, grey, true);
        }
        case Sample::pressure:
            return list.AddTriangleFilled({low.x, y}, {right, y - 5.0F * scale}, {right, y + 5.0F * scale}, ink);
        case Sample::left_hand:
        case Sample::right_hand: {
            const float radius = std::fmin(height * 0.4F, width * 0.24F);
            const bool left = sample == Sample::left_hand;
            const lesson::Hand hand = left ? lesson::Hand::left : lesson::Hand::right;
            hand_badge(list, {low.x + radius, y}, radius, hand, TextSize::small);
            return wrist_band(list, {low.x + 2.0F * radius + 6.0F * scale, y}, right, radius, hand);
        }
    }
}

bool has_strokes(const OverlayContext& overlay) {
    const auto& steps = overlay.subject.choreography->steps;
    const auto index = static_cast<std::size_t>(overlay.state.step);
    return overlay.state.step >= 0 && index < steps.size() && !steps[index].strokes.empty() &&
           overlay.state.layers.test(static_cast<std::size_t>(scene::Layer::strokes));
}

}  // namespace

float legend_top(const OverlayContext& overlay, const float foot) {
    const float scale = overlay.scale;
    if (shows_safety_legend(overlay)) {
        return safety_legend_top(overlay, foot);
    }
    if (!has_strokes(overlay) || overlay.size.x < 420.0F * scale || overlay.size.y < 360.0F * scale) {
        return foot;
    }
    return foot - row_height(scale) * static_cast<float>(legend_row_count) - 2.0F * padding_px * scale;
}

std::optional<Box> legend_box(const OverlayContext& overlay, const float foot) {
    const float scale = overlay.scale;
    const float top = legend_top(overlay, foot);
    if (shows_safety_legend(overlay)) {
        return safety_legend_box(overlay, foot);
    }
    if (top >= foot) {
        return std::nullopt;
    }
    float widest = 0.0F;
    for (const LegendRow& entry : legend_rows()) {
        widest = std::fmax(widest, text_size(font_of(TextSize::small), entry.text).x);
    }
    const float low = overlay.low.x + (14.0F - padding_px * 0.5F) * scale;
    return Box{{low, top}, {low + (sample_px + 3.5F * padding_px) * scale + widest, foot - 2.0F * scale}};
}

void draw_legend(const OverlayContext& overlay, const float foot) {
    const float scale = overlay.scale;
    if (shows_safety_legend(overlay)) {
        return draw_safety_legend(overlay, foot);
    }
    const auto box = legend_box(overlay, foot);
    if (!box) {
        return;
    }
    ImFont* font = font_of(TextSize::small);
    const float row = row_height(scale);
    const float sample = sample_px * scale;
    const float padding = padding_px * scale;
    const ImVec2 low{box->low.x + padding * 0.5F, box->low.y + padding};
    overlay.list.AddRectFilled({box->low.x, box->low.y}, {box->high.x, box->high.y},
                               to_packed(palette::ground.with_alpha(0.82F)), 10.0F * scale);
    float y = low.y;
    for (const LegendRow& entry : legend_rows()) {
        draw_sample(overlay.list, entry.sample, {low.x + padding * 0.5F, y}, sample, row, scale);
        draw_text(overlay.list, font, {low.x + sample + 2.0F * padding, y + (row - font->FontSize) * 0.5F},
                  palette::text, entry.text);
        y += row;
    }
}

}  // namespace dorsum::ui
