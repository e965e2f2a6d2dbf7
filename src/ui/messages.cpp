#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/fill.h"
#include "core/translate.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

struct Merged {
    std::string text;
    int count = 1;
};

/// Messages that say the same stand once, with how often they came.
std::vector<Merged> merge(const std::vector<std::string>& messages) {
    std::vector<Merged> merged;
    for (const std::string& message : messages) {
        const auto same = std::find_if(merged.begin(), merged.end(),
                                       [&message](const Merged& known) { return known.text == message; });
        if (same == merged.end()) {
            merged.push_back({message});
        } else {
            ++same->count;
        }
    }
    return merged;
}

void draw_loading(const PanelContext& context) {
    const float scale = current_scale();
    const WithFont small(TextSize::small);
    paragraph(fill(tr("Loading {0}"), {context.notices.loading_name}), TextSize::small);
    const float button = 84.0F * scale;
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - button - 14.0F * scale;
    const float height = 30.0F * scale;
    const float thickness = 4.0F * scale;
    const float y = low.y + height * 0.5F;
    const float share = std::clamp(context.notices.loading.value_or(0.0F), 0.0F, 1.0F);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({low.x, y - thickness}, {low.x + width, y + thickness}, to_packed(palette::line), thickness);
    list.AddRectFilled({low.x, y - thickness}, {low.x + std::max(width * share, 2.0F * thickness), y + thickness},
                       to_packed(palette::accent), thickness);
    ImGui::SetCursorScreenPos({low.x + width + 14.0F * scale, low.y});
    if (text_button("cancel loading", tr("Cancel"), {.size = {button, height}})) {
        context.requests.cancel_loading = true;
    }
    tooltip(tr("Stop loading and keep the model that is shown"));
}

void draw_message_list(const PanelContext& context) {
    const float scale = current_scale();
    // Many at once (a model on which half the lesson finds no place) must not hide the picture.
    constexpr std::size_t most_shown = 4;
    const std::vector<Merged> messages = merge(context.notices.messages);
    const std::size_t hidden = messages.size() > most_shown ? messages.size() - most_shown : 0;
    for (std::size_t index = hidden; index < messages.size(); ++index) {
        const Merged& message = messages[index];
        const std::string count = message.count > 1 ? " (×" + std::to_string(message.count) + ")" : "";
        paragraph(message.text + count, TextSize::small);
    }
    if (hidden > 0) {
        paragraph(fill(tr("More of them, written to standard error: {0}"), {std::to_string(hidden)}), TextSize::small,
                  palette::text_muted);
    }
    const WithFont small(TextSize::small);
    if (text_button("dismiss", tr("Close"), {.size = {84.0F * scale, 30.0F * scale}})) {
        context.requests.dismiss_messages = true;
    }
    tooltip(tr("Close these messages"));
}

}  // namespace

void draw_messages(const PanelContext& context, const Viewport& picture) {
    const bool loading = context.notices.loading.has_value();
    if (!loading && context.notices.messages.empty() && context.notices.note.empty()) {
        return;
    }
    const float scale = current_scale();
    // Leaves room for the buttons in the corner.
    const float width = std::clamp(picture.width - 140.0F * scale, 160.0F * scale, 460.0F * scale);
    ImGui::SetNextWindowPos({picture.x + 12.0F * scale, picture.y + 12.0F * scale});
    ImGui::SetNextWindowSizeConstraints({width, 0.0F}, {width, std::max(picture.height * 0.6F, 80.0F)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 12.0F * scale);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1.0F);
    const Colour border = context.notices.messages.empty() ? palette::line : palette::warning;
    ImGui::PushStyleColor(ImGuiCol_Border, to_imgui(border));
    ImGui::Begin("messages", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoFocusOnAppearing);
    if (loading) {
        draw_loading(context);
    }
    if (!context.notices.note.empty()) {
        paragraph(context.notices.note, TextSize::small);
    }
    if (!context.notices.messages.empty()) {
        draw_message_list(context);
    }
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

}  // namespace dorsum::ui
