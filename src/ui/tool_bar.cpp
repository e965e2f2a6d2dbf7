#include <algorithm>
#include <array>
#include <functional>
#include <string>

#include "core/translate.h"
#include "scene/measurement.h"
#include "ui/hand_colours.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

constexpr float button_px = 32.0F;
constexpr float gap_px = 4.0F;

/// A row of square things that goes on below where it does not fit.
class Row {
public:
    explicit Row(const float width) : width_(width) {}
    /// Before each.
    void next(const float width) {
        const float gap = gap_px * current_scale();
        if (used_ > 0.0F && used_ + gap + width <= width_) {
            ImGui::SameLine(0.0F, gap);
            used_ += gap + width;
        } else {
            used_ = width;
        }
    }

private:
    float width_;
    float used_ = 0.0F;
};

const char* words_for(const scene::PenColour colour) {
    switch (colour) {
        case scene::PenColour::blue:
            return tr("Blue");
        case scene::PenColour::red:
            return tr("Red");
        case scene::PenColour::yellow:
            return tr("Yellow");
        case scene::PenColour::black:
            break;
    }
    return tr("Black");
}

/// A button with a drawing; true when clicked.
bool drawn_button(const char* id, const bool on, const std::function<void(ImDrawList&, ImVec2, float)>& draw) {
    const float side = button_px * current_scale();
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const bool clicked = ImGui::InvisibleButton(id, {side, side});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float rounding = ImGui::GetStyle().FrameRounding;
    if (on || ImGui::IsItemHovered()) {
        list.AddRectFilled(low, {low.x + side, low.y + side},
                           to_packed(on ? Colour(palette::accent_soft) : Colour(palette::raised_hover)), rounding);
    }
    if (on) {
        list.AddRect(low, {low.x + side, low.y + side}, to_packed(palette::accent), rounding, 0,
                     1.5F * current_scale());
    }
    draw(list, {low.x + side * 0.5F, low.y + side * 0.5F}, side);
    return clicked;
}

void draw_colours(const PanelContext& context, Row& row) {
    const scene::Pen& pen = context.state.pen;
    for (const scene::PenColour colour : scene::pen_colours) {
        row.next(button_px * current_scale());
        const bool on = colour == pen.colour && !pen.eraser;
        const auto dot = [colour](ImDrawList& list, const ImVec2 centre, const float side) {
            list.AddCircleFilled(centre, side * 0.30F, to_packed(on_screen(scene::pen_rim(colour))), 28);
            list.AddCircleFilled(centre, side * 0.24F, to_packed(on_screen(scene::pen_core(colour))), 28);
        };
        if (drawn_button(scene::name_of(colour), on, dot)) {
            context.ask(scene::ChoosePen{colour, pen.wide, false});
        }
        tooltip(words_for(colour));
    }
    for (const bool wide : {false, true}) {
        row.next(button_px * current_scale());
        const auto line = [wide](ImDrawList& list, const ImVec2 centre, const float side) {
            const float reach = side * 0.28F;
            list.AddLine({centre.x - reach, centre.y + reach}, {centre.x + reach, centre.y - reach},
                         to_packed(palette::text), side * (wide ? 0.2F : 0.08F));
        };
        if (drawn_button(wide ? "wide" : "narrow", pen.wide == wide && !pen.eraser, line)) {
            context.ask(scene::ChoosePen{pen.colour, wide, false});
        }
        tooltip(wide ? tr("Wide line") : tr("Narrow line"));
    }
}

struct BarButton {
    const char* id;
    Icon icon;
    const char* hint;
    scene::Command command;
    bool possible = true;
    bool on = false;
};

void draw_button(const PanelContext& context, Row& row, const BarButton& button) {
    const float side = button_px * current_scale();
    row.next(side);
    const ButtonLook look{.size = {side, side}, .on = button.on, .quiet = true, .off = !button.possible};
    if (icon_button(button.id, button.icon, look) && button.possible) {
        context.ask(button.command);
    }
    tooltip(button.hint, keys_for(context.state, button.command));
}

void draw_pen_bar(const PanelContext& context, Row& row) {
    const scene::Pen& pen = context.state.pen;
    draw_colours(context, row);
    draw_button(context, row,
                {"eraser", Icon::eraser, tr("Eraser: drag over lines to take them away"),
                 scene::ChoosePen{pen.colour, pen.wide, !pen.eraser}, true, pen.eraser});
    draw_button(context, row,
                {"undo", Icon::undo, tr("Take the last line away, or bring back what was erased"), scene::UndoPen{},
                 !pen.before.empty()});
    draw_button(context, row, {"redo", Icon::redo, tr("Redo what was undone"), scene::RedoPen{}, !pen.undone.empty()});
    draw_button(context, row,
                {"clear", Icon::bin, tr("Take all notes away; can be undone"), scene::ClearPen{}, !pen.lines.empty()});
    draw_button(context, row, {"close", Icon::close, tr("Put the pen away; the notes stay"), scene::SetPen{false}});
}

void draw_measure_bar(const PanelContext& context, Row& row) {
    const scene::Measurement& measured = context.state.measurement;
    const bool any = !measured.points.empty();
    const std::string words = measured.ways.empty()
                                  ? std::string(any ? tr("Click the next point") : tr("Click a point on the skin"))
                                  : scene::distance_text(scene::length_m(measured)) + " " + tr("over the skin");
    const float side = button_px * current_scale();
    const float width = text_size(font_of(TextSize::body), words).x + 12.0F * current_scale();
    row.next(width);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    ImFont* font = font_of(TextSize::body);
    draw_text(*ImGui::GetWindowDrawList(), font,
              {low.x + 6.0F * current_scale(), low.y + (side - font->FontSize) * 0.5F}, palette::text, words);
    ImGui::Dummy({width, side});
    draw_button(context, row,
                {"take back", Icon::undo, tr("Take the last point away"), scene::RemoveMeasurePoint{}, any});
    draw_button(context, row, {"clear", Icon::bin, tr("Take all points away"), scene::ClearMeasurement{}, any});
    draw_button(context, row,
                {"close", Icon::close, tr("End measuring; the points come back with it"), scene::SetMeasuring{false}});
}

}  // namespace

void draw_tool_bar(const PanelContext& context, const Viewport& picture) {
    const scene::State& state = context.state;
    float& height = context.memory.tools.bar_height;
    if (!state.pen.on && !state.measurement.on) {
        height = 0.0F;
        return;
    }
    const float scale = current_scale();
    const float padding = 6.0F * scale;
    const float corner = scene::fills_window(state.presentation) ? 0.0F : 190.0F * scale;
    // Beside the buttons in the corner, or below them where there is no room.
    constexpr float things = 11.0F;
    const float beside = picture.width - corner - 24.0F * scale;
    const bool below = beside < things * (button_px + gap_px) * scale + 2.0F * padding;
    const float width = below ? picture.width - 24.0F * scale : beside;
    const float top = below && corner > 0.0F ? 54.0F * scale : 10.0F * scale;
    ImGui::SetNextWindowPos({picture.x + 12.0F * scale, picture.y + top});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {padding, padding});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 12.0F * scale);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {gap_px * scale, gap_px * scale});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, to_imgui(palette::panel.with_alpha(0.94F)));
    ImGui::Begin("tool bar", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoFocusOnAppearing);
    Row row(width - 2.0F * padding);
    if (state.pen.on) {
        draw_pen_bar(context, row);
    } else {
        draw_measure_bar(context, row);
    }
    height = ImGui::GetWindowSize().y + top;
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
}

}  // namespace dorsum::ui
