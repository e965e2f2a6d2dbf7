#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/translate.h"
#include "scene/palette.h"
#include "scene/practice.h"
#include "ui/hand_colours.h"
#include "ui/overlay_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

constexpr float padding_px = 8.0F;
constexpr float sample_px = 34.0F;

enum class Sample {
    working,
    light_return,
    to_come,
    under_way,
    done,
    pressure,
    left_hand,
    right_hand,
    ring,
    dot,
    near_trace,
    off_trace,
    far_trace
};

struct LegendRow {
    Sample sample;
    const char* text;
};

using LegendRows = std::vector<LegendRow>;

/// What is to be seen in the step that is shown, and no more.
LegendRows rows_of_step(const OverlayContext& overlay) {
    const auto& strokes = overlay.subject.choreography->steps[static_cast<std::size_t>(overlay.state.step)].strokes;
    const bool returns = std::ranges::any_of(
        strokes, [](const lesson::Stroke& stroke) { return stroke.pass == lesson::Pass::light_return; });
    std::optional<int> pressure;
    bool pressures_differ = false;
    for (const lesson::Stroke& stroke : strokes) {
        if (stroke.pass == lesson::Pass::working) {
            pressures_differ = pressures_differ || pressure.value_or(stroke.pressure) != stroke.pressure;
            pressure = stroke.pressure;
        }
    }
    LegendRows rows{{Sample::to_come, tr("working pass, to come")}};
    if (returns) {
        rows.push_back({Sample::light_return, tr("light return")});
    }
    if (overlay.state.layers.test(static_cast<std::size_t>(scene::Layer::hands))) {
        rows.push_back({Sample::under_way, tr("just stroked")});
        rows.push_back({Sample::done, tr("done")});
    }
    if (pressures_differ) {
        rows.push_back({Sample::pressure, tr("wider: more pressure")});
    }
    rows.push_back({Sample::left_hand, tr("left hand: three bands")});
    rows.push_back({Sample::right_hand, tr("right hand: one band")});
    return rows;
}

/// Of a step that is shown; of a stroke that is traced; of one that was.
LegendRows legend_rows(const OverlayContext& overlay) {
    if (!scene::practises(overlay.state)) {
        return rows_of_step(overlay);
    }
    if (overlay.state.practice.judgement) {
        return {{Sample::working, tr("the path shown")},
                {Sample::near_trace, tr("your way: on the path")},
                {Sample::off_trace, tr("6 to 15 mm beside it")},
                {Sample::far_trace, tr("more than 15 mm")}};
    }
    LegendRows rows{{Sample::ring, tr("press here")}, {Sample::working, tr("the path shown")}};
    if (overlay.state.practice.guide) {
        rows.push_back({Sample::dot, tr("the model, at its tempo")});
    }
    return rows;
}

/// Where the picture is wide, as before a class, the words are as large as those of the panels.
TextSize legend_text(const OverlayContext& overlay) {
    return overlay.size.x >= 1100.0F * overlay.scale ? TextSize::body : TextSize::small;
}

float row_height(const OverlayContext& overlay) {
    return font_of(legend_text(overlay))->FontSize + 9.0F * overlay.scale;
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

/// As wide as the learner's way is drawn, compared with one that is on the path.
void trace(ImDrawList& list, const ImVec2 from, const float right, const scene::TraceBand band, const float scale) {
    const float thickness = scene::trace_half_width_m(band) / scene::trace_half_width_m(scene::TraceBand::near);
    const glm::vec3 shown = glm::mix(scene::trace_colour(band), scene::halo_tone(), 0.2F);  // as shaders/ribbon.frag
    list.AddLine(from, {right, from.y}, to_packed(on_screen(shown)), 4.0F * thickness * scale);
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
        case Sample::under_way: {  // as both hands leave it behind them
            const float middle = low.x + 0.5F * (width - 6.0F * scale);
            const ImU32 of_right = to_packed(hand_colour(lesson::Hand::right));
            list.AddLine({low.x, y}, {middle, y}, to_packed(hand_colour(lesson::Hand::left)), 5.0F * scale);
            list.AddLine({middle, y}, {right - 6.0F * scale, y}, of_right, 5.0F * scale);
            return arrowhead(list, {right, y}, 9.0F * scale, of_right, true);
        }
        case Sample::done: {
            const ImU32 grey = to_packed(colour_from_hex(0x7d848a));
            list.AddLine({low.x, y}, {right - 6.0F * scale, y}, grey, 5.0F * scale);
            return arrowhead(list, {right, y}, 9.0F * scale, grey, true);
        }
        case Sample::ring:
            return list.AddCircle({low.x + width * 0.5F, y}, height * 0.36F,
                                  to_packed(on_screen(scene::trace_colour(scene::TraceBand::off))), 24, 3.0F * scale);
        case Sample::dot:
            list.AddCircleFilled({low.x + width * 0.5F, y}, height * 0.36F, to_packed(palette::on_chip), 24);
            return list.AddCircleFilled({low.x + width * 0.5F, y}, height * 0.24F, to_packed(palette::chip), 24);
        case Sample::near_trace:
            return trace(list, {low.x, y}, right, scene::TraceBand::near, scale);
        case Sample::off_trace:
            return trace(list, {low.x, y}, right, scene::TraceBand::off, scale);
        case Sample::far_trace:
            return trace(list, {low.x, y}, right, scene::TraceBand::far, scale);
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
    return foot - row_height(overlay) * static_cast<float>(legend_rows(overlay).size()) - 2.0F * padding_px * scale;
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
    for (const LegendRow& entry : legend_rows(overlay)) {
        widest = std::fmax(widest, text_size(font_of(legend_text(overlay)), entry.text).x);
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
    ImFont* font = font_of(legend_text(overlay));
    const float row = row_height(overlay);
    const float sample = sample_px * scale;
    const float padding = padding_px * scale;
    const ImVec2 low{box->low.x + padding * 0.5F, box->low.y + padding};
    overlay.list.AddRectFilled({box->low.x, box->low.y}, {box->high.x, box->high.y},
                               to_packed(palette::ground.with_alpha(0.82F)), 10.0F * scale);
    float y = low.y;
    for (const LegendRow& entry : legend_rows(overlay)) {
        draw_sample(overlay.list, entry.sample, {low.x + padding * 0.5F, y}, sample, row, scale);
        draw_text(overlay.list, font, {low.x + sample + 2.0F * padding, y + (row - font->FontSize) * 0.5F},
                  palette::text, entry.text);
        y += row;
    }
}

}  // namespace dorsum::ui
