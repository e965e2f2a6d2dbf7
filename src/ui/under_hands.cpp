#include <optional>
#include <string>
#include <vector>

#include "core/translate.h"
#include "scene/under_hands.h"
#include "ui/overlay_parts.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

constexpr int lines_for_muscles = 2;

/// Names in one line or two, outermost first.
std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

/// Does what lies under hands concern this step at all?
bool has_hands(const PanelContext& context) {
    const auto step = static_cast<std::size_t>(context.state.step);
    return context.state.step >= 0 && context.subject.choreography &&
           step < context.subject.choreography->steps.size() &&
           !context.subject.choreography->steps[step].strokes.empty() && context.subject.under;
}

float row_height() {
    return font_of(TextSize::small)->FontSize * static_cast<float>(lines_for_muscles + 1) + 8.0F * current_scale();
}

float title_height() {
    return font_of(TextSize::body)->FontSize + 6.0F * current_scale();
}

/// As many names as two lines hold; the rest lies deeper.
std::string names_that_fit(const std::vector<std::string>& names, const float width) {
    ImFont* font = font_of(TextSize::small);
    std::vector<std::string> shown;
    for (const std::string& name : names) {
        shown.push_back(name);
        if (text_size(font, joined(shown) + ", …", width).y > font->FontSize * (lines_for_muscles + 0.5F)) {
            shown.back() = "…";
            break;
        }
    }
    return joined(shown);
}

void draw_hand(const PanelContext& context, const lesson::Hand hand, const std::optional<lesson::HandNow>& now) {
    const float scale = current_scale();
    const scene::UnderHands& under = *context.subject.under;
    ImFont* font = font_of(TextSize::small);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float radius = 10.0F * scale;
    const float indent = 2.0F * radius + 10.0F * scale;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    hand_badge(list, {low.x + radius + scale, low.y + radius + 2.0F * scale}, radius, hand, TextSize::small);
    ImGui::Dummy({width, row_height() - ImGui::GetStyle().ItemSpacing.y});
    if (!now || under.asked() == nullptr) {
        return draw_text(list, font, {low.x + indent, low.y + 4.0F * scale}, palette::text_muted,
                         under.ready() ? "–" : tr("being looked up …"));
    }
    const auto found = under.under(*now);
    const std::string muscles = names_that_fit(scene::names_under(*under.asked(), found, false), width - indent);
    draw_text(list, font, {low.x + indent, low.y}, palette::text, muscles, width - indent);
    const float below = low.y + text_size(font, muscles, width - indent).y;
    const std::string bones = joined(scene::names_under(*under.asked(), found, true));
    const WithFont with_font(TextSize::small);
    draw_text(list, font, {low.x + indent, below}, palette::text_muted, fitted(bones, width - indent));
    tooltip(joined(scene::names_under(*under.asked(), found, false)) + "\n" + bones);
}

}  // namespace

float under_hands_height(const PanelContext& context, const float width) {
    if (!has_hands(context)) {
        return 0.0F;
    }
    const float note = context.subject.under->as_on_bundled()
                           ? text_size(font_of(TextSize::small), tr("As on the bundled body"), width).y +
                                 ImGui::GetStyle().ItemSpacing.y
                           : 0.0F;
    return title_height() + 2.0F * row_height() + note + 12.0F * current_scale();
}

void draw_under_hands(const PanelContext& context) {
    if (!has_hands(context)) {
        return;
    }
    ImGui::Dummy({0.0F, 2.0F * current_scale()});
    paragraph(tr("Under the hands"));
    if (context.subject.under->as_on_bundled()) {
        paragraph(tr("As on the bundled body"), TextSize::small, palette::text_muted);
        tooltip(tr("This model has a skin only: shown is what lies at the same places of the bundled body."));
    }
    draw_hand(context, lesson::Hand::left, context.scene.moment.left);
    draw_hand(context, lesson::Hand::right, context.scene.moment.right);
}

}  // namespace dorsum::ui
