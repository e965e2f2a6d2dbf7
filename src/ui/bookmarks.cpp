#include <algorithm>
#include <string>
#include <utility>

#include "core/translate.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/sheet.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

/// True when Enter ends it.
template <std::size_t size>
bool edit(const char* id, std::array<char, size>& text, ToolsMemory& tools) {
    if (std::exchange(tools.just_opened, false)) {
        ImGui::SetKeyboardFocusHere();
    }
    const bool enter_seen_by_window = std::exchange(tools.enter_pressed, false);
    // As in open_model.cpp: where Enter comes from depends on the version of Dear ImGui.
#if IMGUI_VERSION_NUM < 18700
    ImGui::InputText(id, text.data(), text.size(), ImGuiInputTextFlags_AutoSelectAll);
    return enter_seen_by_window;
#else
    static_cast<void>(enter_seen_by_window);
    return ImGui::InputText(id, text.data(), text.size(),
                            ImGuiInputTextFlags_AutoSelectAll | ImGuiInputTextFlags_EnterReturnsTrue);
#endif
}

void draw_name_field(const PanelContext& context, const std::size_t index) {
    ToolsMemory& tools = context.memory.tools;
    tools.name_field_seen = true;
    const bool opened = tools.just_opened;
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    const bool entered = edit("##name", tools.name, tools);
    const bool left = !opened && ImGui::IsItemDeactivated();
    tooltip(tr("The name of this view"), "Enter, Esc");
    if (entered || left) {
        context.ask(scene::RenameBookmark{index, tools.name.data()});
        tools.field = ToolsMemory::Field::none;
    }
}

/// The number under which Alt recalls it, the name, and what can be done with it.
void draw_row(const PanelContext& context, const std::size_t index) {
    const scene::Bookmark& bookmark = *context.state.bookmarks.list[index];
    const float scale = current_scale();
    const float height = 28.0F * scale;
    const float side = smallest_target * scale;
    const float width = ImGui::GetContentRegionAvail().x - 2.0F * side;
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const scene::Command go = scene::GoToBookmark{index};
    if (ImGui::InvisibleButton("go", {width, height})) {
        context.ask(go);
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        list.AddRectFilled(low, {low.x + width, low.y + height}, to_packed(palette::raised_hover), 6.0F * scale);
    }
    const bool here = scene::fits(bookmark, context.subject);
    ImFont* small = font_of(TextSize::small);
    const float text_y = low.y + (height - small->FontSize) * 0.5F;
    draw_text(list, small, {low.x + 4.0F * scale, text_y}, palette::text_muted, std::to_string(index + 1));
    draw_text(list, small, {low.x + 26.0F * scale, text_y}, here ? Colour(palette::text) : Colour(palette::text_muted),
              fitted(bookmark.name, width - 30.0F * scale));
    std::string hint = bookmark.name + ": " + tr("go back to this view");
    if (!here) {
        hint += std::string(". ") + tr("It was kept on another model:") + " " + bookmark.model.name;
    }
    tooltip(hint, keys_for(context.state, go));
    ImGui::SameLine(0.0F, 0.0F);
    if (icon_button("rename", Icon::pencil, {.size = {side, height}, .quiet = true})) {
        context.memory.tools.open(ToolsMemory::Field::name, bookmark.name);
        context.memory.tools.renamed = index;
    }
    tooltip(tr("Give it another name"));
    ImGui::SameLine(0.0F, 0.0F);
    if (icon_button("remove", Icon::bin, {.size = {side, height}, .quiet = true})) {
        context.ask(scene::RemoveBookmark{index});
    }
    tooltip(tr("Take it from the list; can be undone"));
}

void draw_file_buttons(const PanelContext& context) {
    const scene::Bookmarks& bookmarks = context.state.bookmarks;
    const float gap = 6.0F * current_scale();
    const ImVec2 third{(ImGui::GetContentRegionAvail().x - 2.0F * gap) / 3.0F, 30.0F * current_scale()};
    const bool any = !bookmarks.list.empty();
    if (text_button("save views", tr("Save"), {.size = third, .off = !any}) && any) {
        context.memory.tools.open(ToolsMemory::Field::file, context.notices.views_file);
    }
    tooltip(tr("Write these views to a file, to pass them on"));
    ImGui::SameLine(0.0F, gap);
    if (text_button("open views", tr("Open"), {.size = third})) {
        context.memory.open_model_shown = true;
    }
    tooltip(tr("Add the views of a file. Dropping it on the window does the same."),
            keys_for(WindowAction::open_model));
    ImGui::SameLine(0.0F, gap);
    const bool can_undo = !bookmarks.before.empty();
    if (text_button("undo views", tr("Undo"), {.size = third, .off = !can_undo}) && can_undo) {
        context.ask(scene::UndoBookmarks{});
    }
    tooltip(tr("Takes back what was last done to this list"));
}

}  // namespace

void draw_bookmarks(const PanelContext& context) {
    const scene::BookmarkList& list = context.state.bookmarks.list;
    ToolsMemory& tools = context.memory.tools;
    const WithFont font(TextSize::small);
    const ImVec2 whole{ImGui::GetContentRegionAvail().x, 30.0F * current_scale()};
    if (text_button("keep view", tr("Keep this view"), {.size = whole})) {
        context.ask(scene::KeepBookmark{});
    }
    tooltip(tr("Remembers camera, step, layers, zones, breath, notes and measured distances"),
            keys_for(context.state, scene::KeepBookmark{}));
    if (tools.field == ToolsMemory::Field::name && tools.renamed >= list.size()) {
        tools.field = ToolsMemory::Field::none;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0F, 0.0F});
    for (std::size_t index = 0; index < list.size(); ++index) {
        ImGui::PushID(static_cast<int>(index));
        if (tools.field == ToolsMemory::Field::name && tools.renamed == index) {
            draw_name_field(context, index);
        } else {
            draw_row(context, index);
        }
        ImGui::PopID();
    }
    ImGui::PopStyleVar();
    draw_file_buttons(context);
}

void draw_save_views(const PanelContext& context, const ImVec2 window_size) {
    ToolsMemory& tools = context.memory.tools;
    const float scale = current_scale();
    const Sheet sheet("save views", window_size, 560.0F);
    {
        const WithFont font(TextSize::heading);
        ImGui::TextUnformatted(tr("Save the kept views"));
    }
    paragraph(tr("One file with all views of the list, to be opened here or by others: dropped on the window, or named "
                 "when the program is started."),
              TextSize::small, palette::text_muted);
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    if (!ImGui::IsAnyItemActive()) {
        ImGui::SetWindowFocus();  // as in open_model.cpp
        tools.just_opened = true;
    }
    const bool entered = edit("##file", tools.file, tools);
    const bool pressed = text_button("save", tr("Save"), {.size = {120.0F * scale, 38.0F * scale}, .primary = true});
    tooltip(tr("Write this file"), "Enter");
    ImGui::SameLine();
    const bool cancelled = text_button("cancel", tr("Cancel"), {.size = {120.0F * scale, 38.0F * scale}});
    tooltip(tr("Write nothing"), "Esc");
    if ((entered || pressed) && tools.file.front() != '\0') {
        context.requests.save_views = tools.file.data();
        tools.field = ToolsMemory::Field::none;
    } else if (cancelled || sheet.clicked_outside()) {
        tools.field = ToolsMemory::Field::none;
    }
}

}  // namespace dorsum::ui
