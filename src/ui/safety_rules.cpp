#include <cmath>
#include <string>
#include <vector>

#include "core/translate.h"
#include "lesson/limits.h"
#include "lesson/safety_words.h"
#include "ui/overlay_parts.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

// The rules of the regions where hands take care: in the left panel, or over a picture without panels.

namespace dorsum::ui {

namespace {

struct Rule {
    std::string title;
    std::string words;
    bool no_pressure = false;
};

bool shown(const scene::State& state, const scene::Subject& subject) {
    return subject.safety && scene::shows(state.layers, scene::Layer::safety);
}

std::vector<Rule> rules_of(const scene::Subject& subject) {
    std::vector<Rule> rules;
    for (const lesson::SafetyRegion& region : subject.safety->regions()) {
        rules.push_back({tr(region.title.c_str()), lesson::rule_in_words(region),
                         region.most_pressure <= lesson::lying_pressure_most});
    }
    return rules;
}

/// As the patches on the skin are hatched.
void draw_swatch(ImDrawList& list, const ImVec2 low, const float side, const bool crosswise) {
    const ImVec2 high{low.x + side, low.y + side};
    constexpr Colour tint{0.94F, 0.89F, 0.26F, 1.0F};
    constexpr Colour ink{0.05F, 0.05F, 0.06F, 1.0F};
    list.AddRectFilled(low, high, to_packed(tint), 2.0F);
    list.PushClipRect(low, high, true);
    const float period = side / 2.0F;
    const float thickness = std::fmax(side * 0.12F, 1.0F);
    for (float at = -side; at < side; at += period) {
        list.AddLine({low.x + at, high.y}, {low.x + at + side, low.y}, to_packed(ink), thickness);
        if (crosswise) {
            list.AddLine({low.x + at, low.y}, {low.x + at + side, high.y}, to_packed(ink), thickness);
        }
    }
    list.PopClipRect();
    list.AddRect(low, high, to_packed(ink), 2.0F, 0, thickness);
}

struct RuleSizes {
    float swatch;
    float indent;
    float gap;
    float text_width;
};

RuleSizes sizes_for(const float width, const float scale) {
    RuleSizes sizes{};
    sizes.swatch = 15.0F * scale;
    sizes.indent = sizes.swatch + 8.0F * scale;
    sizes.gap = 5.0F * scale;
    sizes.text_width = std::fmax(width - sizes.indent, 40.0F);
    return sizes;
}

float height_of(const Rule& rule, const RuleSizes& sizes) {
    ImFont* font = font_of(TextSize::small);
    return text_size(font, rule.title, sizes.text_width).y + text_size(font, rule.words, sizes.text_width).y +
           sizes.gap;
}

float height_of_all(const std::vector<Rule>& rules, const RuleSizes& sizes) {
    float height = 0.0F;
    for (const Rule& rule : rules) {
        height += height_of(rule, sizes);
    }
    return height;
}

void draw_rules(ImDrawList& list, const std::vector<Rule>& rules, ImVec2 at, const RuleSizes& sizes) {
    ImFont* font = font_of(TextSize::small);
    for (const Rule& rule : rules) {
        draw_swatch(list, {at.x, at.y + 2.0F}, sizes.swatch, rule.no_pressure);
        draw_text(list, font, {at.x + sizes.indent, at.y}, palette::text, rule.title, sizes.text_width);
        const float title = text_size(font, rule.title, sizes.text_width).y;
        draw_text(list, font, {at.x + sizes.indent, at.y + title}, palette::warning, rule.words, sizes.text_width);
        at.y += height_of(rule, sizes);
    }
}

float title_height(const float scale) {
    return font_of(TextSize::body)->FontSize + 8.0F * scale;
}

constexpr float legend_width = 236.0F;
constexpr float legend_padding = 10.0F;

}  // namespace

float safety_rules_height(const PanelContext& context, const float width) {
    if (!shown(context.state, context.subject)) {
        return 0.0F;
    }
    const float scale = current_scale();
    return title_height(scale) + height_of_all(rules_of(context.subject), sizes_for(width, scale)) + 12.0F * scale;
}

void draw_safety_rules(const PanelContext& context) {
    if (!shown(context.state, context.subject)) {
        return;
    }
    const float scale = current_scale();
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float top = low.y + 6.0F * scale;
    draw_text(list, font_of(TextSize::body), {low.x, top}, palette::text, tr("Where not to press"));
    draw_rules(list, rules_of(context.subject), {low.x, top + title_height(scale)}, sizes_for(width, scale));
    ImGui::Dummy({width, safety_rules_height(context, width) - ImGui::GetStyle().ItemSpacing.y});
}

bool shows_safety_legend(const OverlayContext& overlay) {
    return shown(overlay.state, overlay.subject) && !overlay.state.panels_shown &&
           overlay.size.x >= 640.0F * overlay.scale && overlay.size.y >= 480.0F * overlay.scale;
}

float safety_legend_top(const OverlayContext& overlay, const float foot) {
    const RuleSizes sizes = sizes_for(legend_width * overlay.scale, overlay.scale);
    return foot - height_of_all(rules_of(overlay.subject), sizes) - title_height(overlay.scale) -
           2.0F * legend_padding * overlay.scale;
}

Box safety_legend_box(const OverlayContext& overlay, const float foot) {
    const float scale = overlay.scale;
    const glm::vec2 low{overlay.low.x + 12.0F * scale, safety_legend_top(overlay, foot)};
    return {low, {low.x + (legend_width + 2.0F * legend_padding) * scale, foot - 2.0F * scale}};
}

void draw_safety_legend(const OverlayContext& overlay, const float foot) {
    const float scale = overlay.scale;
    const float padding = legend_padding * scale;
    const RuleSizes sizes = sizes_for(legend_width * scale, scale);
    const Box box = safety_legend_box(overlay, foot);
    const ImVec2 low{box.low.x, box.low.y};
    overlay.list.AddRectFilled(low, {box.high.x, box.high.y}, to_packed(palette::ground.with_alpha(0.85F)),
                               10.0F * scale);
    draw_text(overlay.list, font_of(TextSize::body), {low.x + padding, low.y + padding}, palette::text,
              tr("Where not to press"));
    draw_rules(overlay.list, rules_of(overlay.subject), {low.x + padding, low.y + padding + title_height(scale)},
               sizes);
}

}  // namespace dorsum::ui
