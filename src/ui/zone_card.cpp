#include <algorithm>
#include <cmath>
#include <string>

#include "core/translate.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

constexpr float padding_px = 12.0F;
constexpr float gap_px = 5.0F;
const char* no_zone_hint() {
    return tr("Choose a zone here or in the picture to read how to touch it.");
}
const char* light_touch_hint() {
    return tr("Over the vertebrae: light touch only");
}

const lesson::Zone* selected_zone(const PanelContext& context) {
    const auto& zones = context.subject.lesson->zones;
    const auto found = std::find_if(zones.begin(), zones.end(), [&context](const lesson::Zone& zone) {
        return zone.number == context.state.selected_zone;
    });
    return found == zones.end() ? nullptr : &*found;
}

void draw_card_head(const PanelContext& context, const lesson::Zone& zone) {
    const float scale = current_scale();
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float radius = 14.0F * scale;
    const float close = smallest_target * scale;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    badge(list, {low.x + radius, low.y + radius}, radius, std::to_string(zone.number), palette::chip, palette::on_chip,
          font_of(TextSize::body));
    const WithFont heading(TextSize::heading);
    const std::string organ = fitted(zone.organ, width - 2.0F * radius - close - 14.0F * scale);
    draw_text(list, ImGui::GetFont(),
              {low.x + 2.0F * radius + 10.0F * scale, low.y + radius - ImGui::GetFontSize() * 0.5F}, palette::text,
              organ);
    ImGui::SetCursorScreenPos({low.x + width - close, low.y});
    if (icon_button("close card", Icon::close, {.size = {close, close}, .quiet = true})) {
        context.ask(scene::SelectZone{0, false});
    }
    const WithFont body(TextSize::body);
    tooltip(tr("Close the card"), keys_for(context.state, scene::SelectZone{0, false}));
}

}  // namespace

float zone_card_height(const PanelContext& context, const float width) {
    const float scale = current_scale();
    const lesson::Zone* zone = selected_zone(context);
    const auto height = [](const TextSize size, const std::string& text, const float wrap) {
        return text_size(font_of(size), text, wrap).y;
    };
    if (zone == nullptr) {
        return height(TextSize::small, no_zone_hint(), width) + 4.0F * scale;
    }
    const float inner = width - 2.0F * padding_px * scale;
    float total = smallest_target * scale + gap_px * scale;
    total += height(TextSize::small, zone->place_name, inner) + gap_px * scale;
    total += height(TextSize::body, zone->touch, inner) + gap_px * scale;
    if (zone->over_vertebrae) {
        total += height(TextSize::small, light_touch_hint(), inner) + gap_px * scale;
    }
    total += height(TextSize::small, context.subject.lesson->zones_note, inner);
    return std::ceil(total + 2.0F * padding_px * scale);
}

void draw_zone_card(const PanelContext& context) {
    const lesson::Zone* zone = selected_zone(context);
    if (zone == nullptr) {
        paragraph(no_zone_hint(), TextSize::small, palette::text_muted);
        return;
    }
    const float scale = current_scale();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {gap_px * scale, gap_px * scale});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {padding_px * scale, padding_px * scale});
    ImGui::PushStyleColor(ImGuiCol_ChildBg, to_imgui(palette::raised));
    ImGui::BeginChild("card", {0.0F, 0.0F}, false, ImGuiWindowFlags_AlwaysUseWindowPadding);
    draw_card_head(context, *zone);
    paragraph(zone->place_name, TextSize::small, palette::text_muted);
    paragraph(zone->touch);
    if (zone->over_vertebrae) {
        paragraph(light_touch_hint(), TextSize::small, palette::warning);
    }
    paragraph(context.subject.lesson->zones_note, TextSize::small, palette::text_muted);
    ImGui::EndChild();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

}  // namespace dorsum::ui
