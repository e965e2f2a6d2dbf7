#include "ui/sheet.h"

#include <algorithm>
#include <cmath>

#include "ui/theme.h"

namespace dorsum::ui {

namespace {
constexpr float side_padding_px = 28.0F;
constexpr float end_padding_px = 24.0F;
}  // namespace

Sheet::Sheet(const char* name, const ImVec2 window_size, const float width) {
    constexpr ImGuiWindowFlags bare =
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
    const float scale = current_scale();
    ImGui::SetNextWindowPos({0.0F, 0.0F});
    ImGui::SetNextWindowSize(window_size);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, to_imgui(palette::ground.with_alpha(0.72F)));
    ImGui::Begin(name, nullptr, bare);
    ImGui::PopStyleColor();
    clicked_outside_ = ImGui::IsWindowHovered() && ImGui::IsMouseClicked(ImGuiMouseButton_Left);

    const float margin = 20.0F * scale;
    const float card_width = std::max(std::min(width * scale, window_size.x - 2.0F * margin), 100.0F);
    const float highest = std::max(window_size.y - 2.0F * margin, 80.0F);
    // The content's height is known from the frame before.
    height_ = ImGui::GetStateStorage()->GetFloatRef(ImGui::GetID("height"), highest);
    const float card_height = std::min(*height_, highest);
    ImGui::SetCursorPos({(window_size.x - card_width) * 0.5F, (window_size.y - card_height) * 0.5F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {side_padding_px * scale, end_padding_px * scale});
    ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 14.0F * scale);
    ImGui::PushStyleVar(ImGuiStyleVar_ChildBorderSize, 1.0F);
    ImGui::PushStyleColor(ImGuiCol_ChildBg, to_imgui(palette::panel));
    ImGui::BeginChild("card", {card_width, card_height}, true);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
}

Sheet::~Sheet() {
    const float content_end = ImGui::GetCursorPosY() - ImGui::GetStyle().ItemSpacing.y;
    // One pixel more, so that rounding never asks for a scroll bar.
    *height_ = std::ceil(content_end + end_padding_px * current_scale()) + 1.0F;
    ImGui::EndChild();
    ImGui::End();
}

}  // namespace dorsum::ui
