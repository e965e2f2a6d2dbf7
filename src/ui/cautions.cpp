#include <set>
#include <string>
#include <vector>

#include "core/translate.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/sheet.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

/// A paragraph with a mark before it.
void item(const std::string& text, const Colour mark) {
    const float scale = current_scale();
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float radius = 3.5F * scale;
    ImGui::GetWindowDrawList()->AddCircleFilled({low.x + radius, low.y + ImGui::GetFontSize() * 0.55F}, radius,
                                                to_packed(mark), 16);
    ImGui::Indent(18.0F * scale);
    paragraph(text);
    ImGui::Unindent(18.0F * scale);
}

/// One group of the checklist, with a box to tick at each of its items.
void checklist_group(const char* title, const std::vector<std::string>& items, std::set<std::string>& ticked) {
    if (items.empty()) {
        return;
    }
    ImGui::AlignTextToFramePadding();  // as the boxes of the other groups are, so that the titles stand level
    paragraph(title, TextSize::body, palette::warning);
    for (const std::string& text : items) {
        ImGui::PushID(text.c_str());
        bool done = ticked.contains(text);
        if (ImGui::Checkbox("##tick", &done)) {
            done ? static_cast<void>(ticked.insert(text)) : static_cast<void>(ticked.erase(text));
        }
        ImGui::SameLine();
        paragraph(text);
        ImGui::PopID();
    }
}

/// The three groups side by side, so that the button below them stays in sight.
void draw_checklist(const lesson::Checklist& checklist, std::set<std::string>& ticked) {
    if (!ImGui::BeginTable("checklist", 3, ImGuiTableFlags_SizingStretchSame)) {
        return;
    }
    ImGui::TableNextColumn();
    checklist_group(tr("Stop: no massage today, if there is"), checklist.stop, ticked);
    ImGui::TableNextColumn();
    checklist_group(tr("Ask a doctor first, if there is"), checklist.ask_doctor, ticked);
    ImGui::TableNextColumn();
    checklist_group(tr("Avoid this area"), checklist.avoid_area, ticked);
    ImGui::EndTable();
}

void title_with_icon(const char* text) {
    const float scale = current_scale();
    const WithFont font(TextSize::caption);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float size = ImGui::GetFontSize();
    draw_icon(*ImGui::GetWindowDrawList(), Icon::caution, {low.x + size * 0.5F, low.y + size * 0.5F}, size * 0.9F,
              palette::warning);
    ImGui::Indent(size + 10.0F * scale);
    ImGui::TextUnformatted(text);
    ImGui::Unindent(size + 10.0F * scale);
}

}  // namespace

void draw_cautions(const PanelContext& context, const ImVec2 window_size) {
    const lesson::Lesson& lesson = *context.subject.lesson;
    const float scale = current_scale();
    const Sheet sheet("cautions", window_size, 940.0F);
    title_with_icon(tr("Before you begin"));
    paragraph(lesson.purpose, TextSize::body, palette::text_muted);
    ImGui::Dummy({0.0F, 2.0F * scale});
    for (const std::string& caution : lesson.cautions) {
        item(caution, palette::warning);
    }
    draw_checklist(lesson.checklist, context.memory.ticked);
    ImGui::Dummy({0.0F, 2.0F * scale});
    for (const std::string& advice : lesson.advice) {
        item(advice, palette::accent);
    }
    ImGui::Dummy({0.0F, 6.0F * scale});
    const ButtonLook look{.size = {ImGui::GetContentRegionAvail().x, 44.0F * scale}, .primary = true};
    const bool begun = context.state.step > 0 || context.state.time_s > 0.0;
    if (text_button("begin", begun ? tr("I have read this – go on") : tr("I have read this – begin"), look)) {
        context.ask(scene::OpenCautions{false});
    }
    tooltip(tr("Closes this page; the button at the top right of the picture opens it again"),
            keys_for(context.state, scene::OpenCautions{false}));
}

}  // namespace dorsum::ui
