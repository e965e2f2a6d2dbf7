#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/translate.h"
#include "ui/hand_colours.h"
#include "ui/overlay_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

constexpr float padding_px = 8.0F;

float row_height(const float scale) {
    return font_of(TextSize::small)->FontSize + 9.0F * scale;
}

enum class Sample { working, light_return, to_come, pressure, hands };

struct LegendRow {
    Sample sample;
    const char* text;
};

constexpr int legend_row_count = 5;
const std::array<LegendRow, legend_row_count>& legend_rows() {
    static const std::array<LegendRow, legend_row_count> rows{{
        {Sample::working, tr("working pass")},
        {Sample::light_return, tr("light return")},
        {Sample::to_come, tr("still to come")},
        {Sample::pressure, tr("wider: more pressure")},
        {Sample::hands, tr("left and right hand")},
    }};
    return rows;
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
        case Sample::pressure:
            return list.AddTriangleFilled({low.x, y}, {right, y - 5.0F * scale}, {right, y + 5.0F * scale}, ink);
        case Sample::hands: {
            const float radius = std::fmin(height * 0.4F, width * 0.24F);
            hand_badge(list, {low.x + radius, y}, radius, lesson::Hand::left, TextSize::small);
            return hand_badge(list, {right - radius, y}, radius, lesson::Hand::right, TextSize::small);
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

void draw_legend(const OverlayContext& overlay, const float foot) {
    const float scale = overlay.scale;
    const float top = legend_top(overlay, foot);
    if (shows_safety_legend(overlay)) {
        return draw_safety_legend(overlay, foot);
    }
    if (top >= foot) {
        return;
    }
    ImFont* font = font_of(TextSize::small);
    const float row = row_height(scale);
    const float sample = 34.0F * scale;
    float widest = 0.0F;
    for (const LegendRow& entry : legend_rows()) {
        widest = std::fmax(widest, text_size(font, entry.text).x);
    }
    const float padding = padding_px * scale;
    const ImVec2 low{overlay.low.x + 14.0F * scale, top + padding};
    overlay.list.AddRectFilled({low.x - padding * 0.5F, top},
                               {low.x + sample + widest + 3.0F * padding, foot - 2.0F * scale},
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
