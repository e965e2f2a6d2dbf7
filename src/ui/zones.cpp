#include <algorithm>
#include <string>

#include "core/translate.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

bool all_shown(const PanelContext& context) {
    const auto& zones = context.subject.lesson->zones;
    return std::all_of(zones.begin(), zones.end(), [&context](const lesson::Zone& zone) {
        return context.state.zones_shown.test(static_cast<std::size_t>(zone.number));
    });
}

void draw_zone_text(const lesson::Zone& zone, const ImVec2 low, const float width, const float height,
                    const bool shown) {
    const float scale = current_scale();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = low.y + height * 0.5F;
    badge(list, {low.x + 15.0F * scale, y}, 11.0F * scale, std::to_string(zone.number),
          shown ? palette::chip : palette::raised_hover, shown ? palette::on_chip : palette::text,
          font_of(TextSize::small));
    ImFont* body = font_of(TextSize::body);
    const float left = low.x + 34.0F * scale;
    const float organ_width = text_size(body, zone.organ).x;
    draw_text(list, body, {left, y - body->FontSize * 0.5F}, palette::text, zone.organ);
    const WithFont small(TextSize::small);
    const float place_left = left + organ_width + 8.0F * scale;
    const std::string place = fitted(zone.place_name, low.x + width - place_left);
    draw_text(list, ImGui::GetFont(), {place_left, y - ImGui::GetFontSize() * 0.5F}, palette::text_muted, place);
}

void draw_zone_row(const PanelContext& context, const lesson::Zone& zone) {
    const float scale = current_scale();
    const scene::State& state = context.state;
    const bool shown = state.zones_shown.test(static_cast<std::size_t>(zone.number));
    const bool selected = state.selected_zone == zone.number;
    const float height = smallest_target * scale;
    const float eye_width = 34.0F * scale;
    const float width = ImGui::GetContentRegionAvail().x - eye_width;
    const ImVec2 low = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();

    ImGui::PushID(zone.number);
    const bool clicked = ImGui::InvisibleButton("zone", {std::max(width, 1.0F), height});
    const bool hovered = ImGui::IsItemHovered();
    if (clicked) {
        context.ask(scene::SelectZone{selected ? 0 : zone.number, !selected});
    }
    if (hovered) {
        context.ask(scene::HoverZone{zone.number});
    }
    tooltip(zone.organ + ": " + zone.place_name, keys_for(state, scene::SelectZone{zone.number, true}));
    if (selected || hovered || state.hovered_zone == zone.number) {
        list.AddRectFilled(low, {low.x + width, low.y + height},
                           to_packed(selected ? palette::accent_soft : palette::raised), 7.0F * scale);
    }
    draw_zone_text(zone, low, width, height, shown);
    ImGui::SameLine(0.0F, 0.0F);
    if (icon_button("eye", shown ? Icon::eye : Icon::eye_closed, {.size = {eye_width, height}, .quiet = true})) {
        context.ask(scene::ShowZone{zone.number, !shown});
    }
    tooltip(shown ? tr("Hide this zone") : tr("Show this zone"));
    ImGui::PopID();
}

}  // namespace

void draw_zones(const PanelContext& context) {
    const float scale = current_scale();
    const bool all = all_shown(context);
    if (switch_row("all zones", tr("Show all zones"), all)) {
        context.ask(scene::ShowAllZones{!all});
    }
    tooltip(tr("Shows or hides the twelve zones"), keys_for(context.state, scene::ShowAllZones{!all}));
    paragraph(context.subject.lesson->zones_note, TextSize::small, palette::warning);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0F, 1.0F * scale});
    for (const lesson::Zone& zone : context.subject.lesson->zones) {
        draw_zone_row(context, zone);
    }
    ImGui::PopStyleVar();
}

}  // namespace dorsum::ui
