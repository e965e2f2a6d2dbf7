#include <algorithm>
#include <string>
#include <vector>

#include "core/fill.h"
#include "core/translate.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

const body::CatalogueEntry* entry_of(const PanelContext& context, const std::string& structure) {
    if (!context.subject.body || structure.empty()) {
        return nullptr;
    }
    const auto part = body::find_part(*context.subject.body, structure);
    return part ? context.subject.body->parts[*part].entry : nullptr;
}

std::string with_side(const body::CatalogueEntry& entry) {
    const std::string name = body::name_with_group(entry);
    return entry.side == body::Side::middle ? name : fill(tr("{0}, {1}"), {name, body::side_name(entry.side)});
}

void draw_head(const PanelContext& context, const body::CatalogueEntry& entry) {
    const float scale = current_scale();
    const float close = smallest_target * scale;
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImFont* font = font_of(TextSize::heading);
    const float room = width - close - 6.0F * scale;
    const std::string name = body::name_with_group(entry);
    draw_text(*ImGui::GetWindowDrawList(), font, low, palette::text, name, room);
    ImGui::SetCursorScreenPos({low.x + width - close, low.y});
    if (icon_button("close structure", Icon::close, {.size = {close, close}, .quiet = true})) {
        context.ask(scene::SelectStructure{});
    }
    tooltip(tr("Close the card"), keys_for(context.state, scene::SelectStructure{}));
    const float text_height = text_size(font, name, room).y;
    ImGui::SetCursorScreenPos({low.x, low.y + std::max(text_height, close) + 2.0F * scale});
}

/// Of the catalogue, so that a bundled one is translated.
void draw_fact(const char* title, const std::string& text) {
    if (text.empty()) {
        return;
    }
    paragraph(title, TextSize::small, palette::text_muted);
    paragraph(tr(text.c_str()), TextSize::small);
}

/// The lesson's steps in which the hands pass over this structure; each leads there.
void draw_steps_that_work(const PanelContext& context, const body::CatalogueEntry& entry) {
    const auto part = body::find_part(*context.subject.body, entry.id);
    if (!body::is_muscle(entry.layer) || !part || !context.subject.worked) {
        return;
    }
    paragraph(tr("Worked in the lesson"), TextSize::small, palette::text_muted);
    const std::vector<int> steps = context.subject.worked->steps_that_work(*part);
    if (steps.empty()) {
        paragraph(tr("No step works this muscle."), TextSize::small);
    }
    const WithFont font(TextSize::small);
    const ButtonLook look{.size = {ImGui::GetContentRegionAvail().x, 28.0F * current_scale()}};
    for (const int step : steps) {
        const auto index = static_cast<std::size_t>(step);
        if (index >= context.subject.lesson->steps.size()) {
            continue;
        }
        const std::string text = std::to_string(step + 1) + "  " + context.subject.lesson->steps[index].title;
        ImGui::PushID(step);
        if (text_button("step", fitted(text, look.size.x - 12.0F * current_scale()), look)) {
            context.ask(scene::GoToStep{step});
        }
        ImGui::PopID();
        tooltip(tr("Go to this step"));
    }
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) {
        all += (all.empty() ? "" : ", ") + text;
    }
    return all;
}

}  // namespace

void draw_structure_card(const PanelContext& context, const float height) {
    const body::CatalogueEntry* entry = entry_of(context, context.state.selected_structure);
    if (entry == nullptr) {
        paragraph(tr("Choose a muscle, bone or organ in the picture to read about it."), TextSize::small,
                  palette::text_muted);
        return;
    }
    const float scale = current_scale();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {5.0F * scale, 4.0F * scale});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {12.0F * scale, 10.0F * scale});
    ImGui::PushStyleColor(ImGuiCol_ChildBg, to_imgui(palette::raised));
    ImGui::BeginChild("structure card", {0.0F, height}, false, ImGuiWindowFlags_AlwaysUseWindowPadding);
    draw_head(context, *entry);
    paragraph(entry->latin, TextSize::small, palette::accent);
    std::string kind = body::role_name(entry->layer);
    if (entry->side != body::Side::middle) {
        kind = fill(tr("{0}, {1}"), {kind, context.state.structures.both_sides ? std::string(tr("right and left"))
                                                                               : body::side_name(entry->side)});
    }
    if (!entry->region.empty()) {
        kind += std::string(" · ") + tr(entry->region.c_str());
    }
    paragraph(kind, TextSize::small, palette::text_muted);
    if (!entry->synonyms.empty()) {
        paragraph(std::string(tr("Also called")) + " " + joined(entry->synonyms), TextSize::small, palette::text_muted);
    }
    draw_structure_actions(context);
    draw_fact(tr("Origin"), entry->origin);
    draw_fact(tr("Insertion"), entry->insertion);
    draw_fact(tr("Action"), entry->action);
    draw_fact(tr("Nerve"), entry->nerve);
    draw_fact(tr("Note"), entry->note);
    draw_steps_that_work(context, *entry);
    ImGui::EndChild();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

void draw_structure_name(const PanelContext& context) {
    const body::CatalogueEntry* entry = entry_of(context, context.state.hovered_structure);
    const bool tells = scene::question_open(context.state.quiz) != nullptr;  // the answer to a question
    if (entry == nullptr || tells || ImGui::GetIO().WantCaptureMouse) {
        return;
    }
    const float scale = current_scale();
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    ImFont* name_font = font_of(TextSize::body);
    ImFont* latin_font = font_of(TextSize::small);
    const std::string name = with_side(*entry);
    const ImVec2 name_size = text_size(name_font, name);
    const ImVec2 latin_size = text_size(latin_font, entry->latin);
    const ImVec2 padding{10.0F * scale, 6.0F * scale};
    const ImVec2 size{std::max(name_size.x, latin_size.x) + 2.0F * padding.x,
                      name_size.y + latin_size.y + 2.0F * padding.y};
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float beside = 18.0F * scale;
    const ImVec2 low{std::clamp(mouse.x + beside, 0.0F, std::max(window.x - size.x, 0.0F)),
                     std::clamp(mouse.y + beside, 0.0F, std::max(window.y - size.y, 0.0F))};
    list.AddRectFilled(low, {low.x + size.x, low.y + size.y}, to_packed(palette::ground.with_alpha(0.92F)),
                       8.0F * scale);
    draw_text(list, name_font, {low.x + padding.x, low.y + padding.y}, palette::text, name);
    draw_text(list, latin_font, {low.x + padding.x, low.y + padding.y + name_size.y}, palette::accent, entry->latin);
}

}  // namespace dorsum::ui
