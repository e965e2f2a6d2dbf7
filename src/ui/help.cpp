#include <string>
#include <string_view>
#include <vector>

#include "core/translate.h"
#include "scene/key_bindings.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/settings.h"
#include "ui/sheet.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

struct HelpRow {
    std::string keys;
    std::string description;
};

/// The rows of one group; keys that do the same stand in one row.
std::vector<HelpRow> rows_of(const std::string_view group) {
    std::vector<HelpRow> rows;
    for (const scene::KeyBinding& binding : scene::key_bindings()) {
        if (group != binding.group) {
            continue;
        }
        const std::string description = binding.description;
        if (rows.empty() || rows.back().description != description) {
            rows.push_back({key_text(binding.key_name), description});
        } else if (!rows.back().keys.ends_with(key_text(binding.key_name))) {
            rows.back().keys += std::string(", ") + key_text(binding.key_name);
        }
    }
    return rows;
}

std::vector<std::string> groups() {
    std::vector<std::string> names;
    for (const scene::KeyBinding& binding : scene::key_bindings()) {
        if (names.empty() || names.back() != binding.group) {
            names.emplace_back(binding.group);
        }
    }
    return names;
}

void draw_rows(const std::string& title, const std::vector<HelpRow>& rows) {
    const float scale = current_scale();
    section_title(title.c_str());
    const float left = ImGui::GetCursorScreenPos().x;
    const float width = ImGui::GetContentRegionAvail().x;
    const float column = width * 0.4F;
    ImFont* small = font_of(TextSize::small);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const HelpRow& row : rows) {
        const float y = ImGui::GetCursorScreenPos().y;
        const float keys_height = text_size(small, row.keys, column - 10.0F * scale).y;
        const float text_height = text_size(small, row.description, width - column).y;
        draw_text(list, small, {left, y}, palette::accent, row.keys, column - 10.0F * scale);
        draw_text(list, small, {left + column, y}, palette::text, row.description, width - column);
        ImGui::Dummy({width, std::max(keys_height, text_height)});
    }
}

std::vector<HelpRow> window_rows() {
    std::vector<HelpRow> rows = rows_of(tr("Window"));
    for (const WindowKey& key : window_keys()) {
        if (rows.back().description == key.description) {
            rows.back().keys += std::string(", ") + key_text(key.key_name);
        } else {
            rows.push_back({key_text(key.key_name), key.description});
        }
    }
    return rows;
}

std::vector<HelpRow> mouse_rows(const scene::CameraHabit habit) {
    std::vector<HelpRow> rows;
    for (const MouseHint& hint : mouse_hints(habit)) {
        rows.push_back({hint.gesture, hint.description});
    }
    return rows;
}

std::vector<HelpRow> setting_rows() {
    std::vector<HelpRow> rows;
    for (const KeptSetting& setting : kept_settings()) {
        rows.push_back({setting.name, std::string(setting.description) + " (" + range_text(setting) + ")"});
    }
    return rows;
}

}  // namespace

void draw_help(const PanelContext& context, const ImVec2 window_size) {
    const float scale = current_scale();
    const Sheet sheet("help", window_size, 920.0F);
    {
        const WithFont font(TextSize::caption);
        ImGui::TextUnformatted(tr("Keys and mouse"));
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {24.0F * scale, 2.0F * scale});
    const float column = (ImGui::GetContentRegionAvail().x - 32.0F * scale) * 0.5F;
    ImGui::Columns(2, "help columns", false);
    ImGui::SetColumnWidth(0, column + 32.0F * scale);
    for (const std::string& group : groups()) {
        if (group != tr("Window") && group != tr("Zones") && group != tr("Body") && group != tr("Landmarks") &&
            group != tr("Teaching")) {
            if (group == tr("Camera")) {
                ImGui::NextColumn();
            }
            draw_rows(group, rows_of(group));
        }
        if (group == tr("Playing")) {
            draw_rows(tr("Mouse"), mouse_rows(context.state.camera_habit));
            draw_rows(tr("Settings"), setting_rows());
        }
    }
    draw_rows(tr("Zones"), rows_of(tr("Zones")));
    draw_rows(tr("Body"), rows_of(tr("Body")));
    draw_rows(tr("Landmarks"), rows_of(tr("Landmarks")));
    draw_rows(tr("Teaching"), rows_of(tr("Teaching")));
    draw_rows(tr("Window"), window_rows());
    ImGui::Columns(1);
    ImGui::PopStyleVar();
    ImGui::Dummy({0.0F, 4.0F * scale});
    if (text_button("close help", tr("Close"), {.size = {160.0F * scale, 40.0F * scale}, .primary = true}) ||
        sheet.clicked_outside()) {
        context.ask(scene::OpenHelp{false});
    }
    tooltip(tr("Closes this sheet"), keys_for(context.state, scene::OpenHelp{false}));
}

}  // namespace dorsum::ui
