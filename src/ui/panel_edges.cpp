#include "core/translate.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

/// A strip at the side, with the button that opens the panel again.
void draw_strip(const PanelContext& context, const Viewport& place, const bool left, const ImVec2 window_size) {
    const float scale = current_scale();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
    {
        const PanelWindow window(left ? "left strip" : "right strip", place);
        const float side = smallest_target * scale;
        ImGui::SetCursorPos({(place.width - side) * 0.5F, 14.0F * scale});
        const ButtonLook look{.size = {side, side * 1.4F}};
        if (icon_button("open panel", left ? Icon::fold_right : Icon::fold_left, look)) {
            PanelLayout& layout = context.memory.layout;
            layout = left ? with_left_open(layout) : with_right_open(layout, window_size.x, scale);
        }
        tooltip(left ? tr("Open the left panel") : tr("Open the right panel"));
    }
    ImGui::PopStyleVar();
}

/// The edge towards the picture: dragged, it makes the panel wider; a double click gives it its usual width.
void draw_edge(const PanelContext& context, const Viewport& place, const bool left) {
    const float scale = current_scale();
    const float grasp = 8.0F * scale;
    const float edge = left ? place.x + place.width : place.x;
    const Viewport grip{left ? edge - grasp : edge, place.y, grasp, place.height};
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1.0F, 1.0F});
    {
        const PanelWindow window(left ? "left edge" : "right edge", grip);
        ImGui::InvisibleButton("edge", {grip.width, grip.height});
        const bool lively = ImGui::IsItemHovered() || ImGui::IsItemActive();
        float& width_px = left ? context.memory.layout.left_px : context.memory.layout.right_px;
        if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
            width_px = left ? PanelLayout{}.left_px : PanelLayout{}.right_px;
        } else if (ImGui::IsItemActive() && ImGui::GetIO().MouseDelta.x != 0.0F) {
            const float at = ImGui::GetIO().MousePos.x;
            width_px = (left ? at - place.x : place.x + place.width - at) / scale;
            context.memory.layout = brought_into_range(context.memory.layout);
        }
        if (lively) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
            const float line = 2.0F * scale;
            const float low = left ? edge - line : edge;
            ImGui::GetWindowDrawList()->AddRectFilled({low, place.y}, {low + line, place.y + place.height},
                                                      to_packed(palette::accent));
        }
        tooltip(tr("Drag for a wider or narrower panel; double click for the usual width"));
    }
    ImGui::PopStyleVar(2);
}

}  // namespace

void draw_fold_button(const PanelContext& context, const bool left, const float height) {
    const ButtonLook look{.size = {smallest_target * current_scale(), height}, .quiet = true};
    ImGui::PushID(left ? "fold left" : "fold right");
    if (icon_button("fold", left ? Icon::fold_left : Icon::fold_right, look)) {
        (left ? context.memory.layout.left_open : context.memory.layout.right_open) = false;
    }
    ImGui::PopID();
    tooltip(tr("Fold this panel to its side"));
}

void draw_panel_edges(const PanelContext& context, const Layout& layout, const ImVec2 window_size) {
    for (const bool left : {true, false}) {
        const Viewport& place = left ? layout.left : layout.right;
        if (place.width <= 0.0F) {
            continue;
        }
        if (left ? layout.left_folded : layout.right_folded) {
            draw_strip(context, place, left, window_size);
        } else {
            draw_edge(context, place, left);
        }
    }
}

}  // namespace dorsum::ui
