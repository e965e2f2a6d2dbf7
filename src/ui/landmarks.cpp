#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "body/place_landmarks.h"
#include "core/fill.h"
#include "core/translate.h"
#include "scene/landmark_marks.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

struct EditButton {
    const char* id;
    const char* name;
    const char* hint;
    scene::Command command;
    bool possible;
};

/// A button that is faded, and asks for nothing, while there is nothing to do.
bool edit_button(const char* id, const char* name, const bool possible, const ImVec2 size) {
    const bool pressed = text_button(id, fitted(name, size.x - 6.0F * current_scale()), {.size = size});
    if (!possible) {
        ImGui::GetWindowDrawList()->AddRectFilled(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                                                  to_packed(palette::panel.with_alpha(0.65F)));
    }
    return pressed && possible;
}

void draw_buttons(const PanelContext& context) {
    const scene::ViewHistory& history = context.state.view_history;
    const bool bundled = shows_bundled_body(context);
    const std::array<EditButton, 3> buttons{{
        {"undo", tr("Undo"), tr("Takes the latest change back, of a landmark or of what is shown"), scene::Undo{},
         history.can_undo()},
        {"redo", tr("Redo"), tr("Does again what was undone"), scene::Redo{}, history.can_redo()},
        {"reset", tr("Reset"),
         bundled ? tr("All landmarks where they came with the body; can be undone")
                 : tr("All landmarks where the program finds them; can be undone"),
         scene::ResetLandmarks{!bundled}, true},
    }};
    const WithFont font(TextSize::small);
    const float gap = 6.0F * current_scale();
    const ImVec2 size{(ImGui::GetContentRegionAvail().x - 3.0F * gap) / 4.0F, 30.0F * current_scale()};
    for (const EditButton& button : buttons) {
        if (edit_button(button.id, button.name, button.possible, size)) {
            context.ask(button.command);
        }
        tooltip(button.hint, keys_for(context.state, button.command));
        ImGui::SameLine(0.0F, gap);
    }
    if (edit_button("save", tr("Save"), !bundled, size)) {
        context.requests.save_landmarks = true;
    }
    tooltip(bundled ? tr("The bundled bodies are the program's and stay as they are. Copy the model to a folder of "
                         "your own, and open it there, to keep landmarks.")
                    : tr("Writes them to a file beside the model, which is read the next time"),
            keys_for(WindowAction::save_landmarks));
}

void draw_row(const PanelContext& context, const scene::ShownLandmark& shown) {
    const float scale = current_scale();
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = 20.0F * scale;
    ImFont* small = font_of(TextSize::small);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImGui::InvisibleButton(shown.landmark->id.c_str(), {width, height});
    if (ImGui::IsItemHovered()) {
        context.ask(scene::HoverLandmark{shown.landmark->id});
    }
    if (shown.hovered) {
        list.AddRectFilled(low, {low.x + width, low.y + height}, to_packed(palette::raised_hover), 4.0F * scale);
    }
    const std::string sure = scene::confidence_text(shown.confidence);
    const float right = low.x + width - 6.0F * scale;
    const float y = low.y + (height - small->FontSize) * 0.5F;
    const WithFont font(TextSize::small);
    const float room = width - text_size(small, sure).x - 20.0F * scale;
    draw_text(list, small, {low.x + 6.0F * scale, y}, palette::text,
              fitted(body::landmark_name(shown.landmark->id), room));
    draw_text(list, small, {right - text_size(small, sure).x, y}, palette::text_muted, sure);
    tooltip(with_detail(body::landmark_name(shown.landmark->id), shown.confidence < 1.0F
                                                                     ? tr("how sure the program is of it")
                                                                     : tr("set by hand or given with the model")));
}

}  // namespace

void draw_landmarks(const PanelContext& context) {
    section_title(tr("Landmarks"));
    const bool on = scene::shows(context.state.layers, scene::Layer::landmarks);
    const scene::Command toggle = scene::ShowLayer{scene::Layer::landmarks, !on};
    if (switch_row("show landmarks", tr("Show, and move by dragging"), on)) {
        context.ask(toggle);
    }
    tooltip(tr("Points of the bones that places are measured from. Drag one over the skin: the strokes and zones "
               "follow, and levels that nobody has set go along."),
            keys_for(context.state, toggle));
    if (!on || !context.subject.body || !context.subject.body->skin) {
        return;
    }
    draw_buttons(context);
    constexpr float least_height = 120.0F;
    const float height = ImGui::GetContentRegionAvail().y;
    ImGui::BeginChild("landmark list", {0.0F, std::max(height, least_height * current_scale())});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0F, 0.0F});
    for (const scene::ShownLandmark& shown : scene::shown_landmarks(context.state, *context.subject.body)) {
        draw_row(context, shown);
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

}  // namespace dorsum::ui
