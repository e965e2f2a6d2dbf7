#include <string>
#include <utility>

#include "core/translate.h"
#include "ui/panel_parts.h"
#include "ui/sheet.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

/// True when Enter ends it. Typing replaces the path of last time.
bool edit_path(PanelMemory& memory) {
    const bool enter_seen_by_window = std::exchange(memory.open_model_entered, false);
    // Dear ImGui before 1.87 misses keys that are down for less than a frame, so there Enter comes from whoever
    // reads the keys; later ones take in what is typed one key a frame, so there Enter must wait its turn.
#if IMGUI_VERSION_NUM < 18700
    ImGui::InputText("##path", memory.open_model_path.data(), memory.open_model_path.size(),
                     ImGuiInputTextFlags_AutoSelectAll);
    return enter_seen_by_window;
#else
    static_cast<void>(enter_seen_by_window);
    return ImGui::InputText("##path", memory.open_model_path.data(), memory.open_model_path.size(),
                            ImGuiInputTextFlags_AutoSelectAll | ImGuiInputTextFlags_EnterReturnsTrue);
#endif
}

/// The path with its folder first where it is too long: the name of the file is always seen.
std::string path_fitted(const std::string& path, const float width) {
    if (ImGui::CalcTextSize(path.c_str()).x <= width) {
        return path;
    }
    std::size_t from = 0;
    while (from + 1 < path.size() && ImGui::CalcTextSize(("..." + path.substr(from)).c_str()).x > width) {
        ++from;
        while (from + 1 < path.size() && (static_cast<unsigned char>(path[from]) & 0xc0U) == 0x80U) {
            ++from;  // not amid a letter
        }
    }
    return "..." + path.substr(from);
}

/// The models that were opened before; one that is gone can only be taken from the list.
void draw_recent(const PanelContext& context) {
    const float scale = current_scale();
    if (context.notices.recent.empty()) {
        return;
    }
    ImGui::Dummy({0.0F, 4.0F * scale});
    section_title(tr("Recent files"));
    const WithFont small(TextSize::small);
    const float height = 30.0F * scale;
    for (const RecentFile& file : context.notices.recent) {
        const float width = ImGui::GetContentRegionAvail().x - height - 6.0F * scale;
        const std::string gone = file.missing ? std::string(" ") + tr("(not there)") : std::string();
        const std::string text =
            path_fitted(file.path, width - 24.0F * scale - ImGui::CalcTextSize(gone.c_str()).x) + gone;
        const ButtonLook look{.size = {width, height}, .quiet = !file.missing, .off = file.missing};
        if (text_button(("recent " + file.path).c_str(), text, look) && !file.missing) {
            context.requests.open_model = file.path;
            context.memory.open_model_shown = false;
        }
        tooltip(file.missing ? tr("This file is not there now") : tr("Open it again"));
        ImGui::SameLine(0.0F, 6.0F * scale);
        if (text_button(("forget " + file.path).c_str(), "×", {.size = {height, height}, .quiet = true})) {
            context.requests.forget_recent = file.path;
        }
        tooltip(tr("Take it from this list; the file itself stays"));
    }
}

}  // namespace

void draw_open_model(const PanelContext& context, const ImVec2 window_size) {
    PanelMemory& memory = context.memory;
    const float scale = current_scale();
    const Sheet sheet("open model", window_size, 560.0F);
    {
        const WithFont font(TextSize::heading);
        ImGui::TextUnformatted(tr("Open a model"));
    }
    paragraph(tr("The path of an OBJ, STL, PLY, FBX, DAE, glTF or GLB file, or of kept views. Dropping a file on the "
                 "window does "
                 "the same."),
              TextSize::small, palette::text_muted);
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    if (!ImGui::IsAnyItemActive()) {
        ImGui::SetWindowFocus();  // without which Dear ImGui 1.90 looks for the field in the sheet behind this card
        ImGui::SetKeyboardFocusHere();
    }
    const bool entered = edit_path(memory);
    const ButtonLook open_look{.size = {120.0F * scale, 38.0F * scale}, .primary = true};
    const bool pressed = text_button("open", tr("Open"), open_look);
    tooltip(tr("Load this file"), "Enter");
    ImGui::SameLine();
    const bool cancelled = text_button("cancel", tr("Cancel"), {.size = {120.0F * scale, 38.0F * scale}});
    tooltip(tr("Keep the model that is shown"), "Esc");
    if ((entered || pressed) && memory.open_model_path.front() != '\0') {
        context.requests.open_model = memory.open_model_path.data();
        memory.open_model_shown = false;
    } else if (cancelled || sheet.clicked_outside()) {
        memory.open_model_shown = false;
    }
    draw_recent(context);
}

}  // namespace dorsum::ui
