#include "ui/widgets.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <functional>
#include <vector>

#include "core/fill.h"
#include "core/translate.h"

namespace dorsum::ui {

namespace {

struct Shown {
    Colour ground;
    Colour ink;
};

Shown colours_of(const ButtonLook& look, const bool hovered) {
    if (look.off) {
        return {palette::raised.with_alpha(0.4F), palette::text_muted.with_alpha(0.55F)};
    }
    if (look.primary) {
        return {hovered ? over(palette::text.with_alpha(0.18F), palette::accent) : palette::accent, palette::on_accent};
    }
    if (look.on) {
        return {palette::accent_soft, palette::accent};
    }
    const Colour resting = look.quiet ? palette::raised.with_alpha(0.0F) : palette::raised;
    return {hovered ? palette::raised_hover : resting, palette::text};
}

/// The part that all buttons share: size, click and ground. Returns where the content goes.
struct Pressed {
    bool clicked;
    ImVec2 low;
    ImVec2 high;
    Colour ink;
};

Pressed button_ground(const char* id, const ButtonLook& look, const ImVec2 content) {
    const ImGuiStyle& style = ImGui::GetStyle();
    const float smallest = smallest_target * current_scale();
    const ImVec2 size{std::max(smallest, look.size.x > 0.0F ? look.size.x : content.x + 2.0F * style.FramePadding.x),
                      std::max(smallest, look.size.y > 0.0F ? look.size.y : content.y + 2.0F * style.FramePadding.y)};
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const ImVec2 high{low.x + size.x, low.y + size.y};
    const bool clicked = ImGui::InvisibleButton(id, size);
    const Shown shown = colours_of(look, ImGui::IsItemHovered());
    ImGui::GetWindowDrawList()->AddRectFilled(low, high, to_packed(shown.ground), style.FrameRounding);
    return {clicked, low, high, shown.ink};
}

ImVec2 middle(const Pressed& pressed) {
    return {(pressed.low.x + pressed.high.x) * 0.5F, (pressed.low.y + pressed.high.y) * 0.5F};
}

}  // namespace

ImVec2 text_size(ImFont* font, const std::string& text, const float wrap_width) {
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, wrap_width, text.data(), text.data() + text.size());
}

void draw_text(ImDrawList& list, ImFont* font, const ImVec2 position, const Colour colour, const std::string& text,
               const float wrap_width) {
    list.AddText(font, font->FontSize, {std::round(position.x), std::round(position.y)}, to_packed(colour), text.data(),
                 text.data() + text.size(), wrap_width);
}

void badge(ImDrawList& list, const ImVec2 centre, const float radius, const std::string& text, const Colour ground,
           const Colour ink, ImFont* font) {
    list.AddCircleFilled(centre, radius, to_packed(ground), 32);
    const ImVec2 size = text_size(font, text);
    draw_text(list, font, {centre.x - size.x * 0.5F, centre.y - size.y * 0.5F}, ink, text);
}

std::string fitted(const std::string& text, const float width) {
    ImFont* font = ImGui::GetFont();
    if (text_size(font, text).x <= width) {
        return text;
    }
    std::string cut = text;
    const auto is_continuation = [](const char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U; };
    while (!cut.empty() && text_size(font, cut + "…").x > width) {
        while (!cut.empty() && is_continuation(cut.back())) {
            cut.pop_back();
        }
        if (!cut.empty()) {
            cut.pop_back();
        }
    }
    return cut + "…";
}

void paragraph(const std::string& text, const TextSize size, const Colour colour) {
    const WithFont font(size);
    const WithTextColour ink(colour);
    ImGui::PushTextWrapPos(0.0F);
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    ImGui::PopTextWrapPos();
}

void section_title(const char* text) {
    ImGui::Dummy({0.0F, 2.0F * current_scale()});
    paragraph(text, TextSize::small, palette::text_muted);
}

bool section_header(const char* id, const std::string& title, const bool open, const float width) {
    const float scale = current_scale();
    const float height = smallest_target * scale;
    const float icon = 12.0F * scale;
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const bool clicked = ImGui::InvisibleButton(id, {std::max(width, 40.0F * scale), height});
    const Colour colour = ImGui::IsItemHovered() ? Colour(palette::text) : Colour(palette::text_muted);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImFont* font = font_of(TextSize::small);
    draw_icon(list, open ? Icon::chevron_down : Icon::chevron_right, {low.x + icon * 0.5F, low.y + height * 0.5F}, icon,
              colour);
    draw_text(list, font, {low.x + icon + 8.0F * scale, low.y + (height - font->FontSize) * 0.5F}, colour, title);
    return clicked;
}

void tooltip(const std::string& text, const std::string& keys) {
    if (!ImGui::IsItemHovered() || ImGui::IsItemActive()) {
        return;
    }
    const float scale = current_scale();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {10.0F * scale, 8.0F * scale});
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(280.0F * scale);
    {
        const WithFont font(TextSize::small);
        ImGui::TextUnformatted(text.data(), text.data() + text.size());
        if (!keys.empty()) {
            const WithTextColour muted(palette::accent);
            const std::string line = fill(tr("Key: {0}"), {keys});
            ImGui::TextUnformatted(line.data(), line.data() + line.size());
        }
    }
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

bool text_button(const char* id, const std::string& text, const ButtonLook& look) {
    ImFont* font = ImGui::GetFont();
    if (look.size.x > 0.0F && text_size(font, text).x > look.size.x - 4.0F) {
        font = font_of(TextSize::small);  // rather smaller than cut
    }
    const WithFont in_font(font);
    const ImVec2 content = text_size(font, text);
    const Pressed pressed = button_ground(id, look, content);
    const ImVec2 at = middle(pressed);
    const std::string shown = fitted(text, pressed.high.x - pressed.low.x - 4.0F);
    const float width = text_size(font, shown).x;
    draw_text(*ImGui::GetWindowDrawList(), font, {at.x - width * 0.5F, at.y - content.y * 0.5F}, pressed.ink, shown);
    return pressed.clicked;
}

bool icon_button(const char* id, const Icon icon, const ButtonLook& look) {
    const float size = 18.0F * current_scale();
    const Pressed pressed = button_ground(id, look, {size, size});
    draw_icon(*ImGui::GetWindowDrawList(), icon, middle(pressed), size, pressed.ink);
    return pressed.clicked;
}

bool switch_row(const char* id, const std::string& text, const bool on) {
    const float scale = current_scale();
    const float height = smallest_target * scale;
    const float width = ImGui::GetContentRegionAvail().x;
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const bool clicked = ImGui::InvisibleButton(id, {std::max(width, 40.0F * scale), height});
    const bool hovered = ImGui::IsItemHovered();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float middle_y = low.y + height * 0.5F;
    const float track_width = 34.0F * scale;
    const float radius = 9.0F * scale;
    const float right = low.x + width;
    const Colour track = on ? palette::accent : (hovered ? palette::line : palette::raised_hover);
    list.AddRectFilled({right - track_width, middle_y - radius}, {right, middle_y + radius}, to_packed(track), radius);
    const float knob = on ? right - radius : right - track_width + radius;
    list.AddCircleFilled({knob, middle_y}, radius - 2.5F * scale, to_packed(on ? palette::on_accent : palette::text),
                         24);
    ImFont* font = ImGui::GetFont();
    const std::string shown = fitted(text, width - track_width - 8.0F * scale);
    draw_text(list, font, {low.x, middle_y - font->FontSize * 0.5F}, palette::text, shown);
    return clicked;
}

namespace {

/// How wide each segment is: all alike where their texts allow it, else each as its text needs.
std::vector<float> segment_widths(ImFont* font, const std::span<const std::string> texts, const float width) {
    const auto count = static_cast<float>(std::max<std::size_t>(texts.size(), 1));
    const float beside = 10.0F * current_scale();
    std::vector<float> widths;
    float all = 0.0F;
    float widest = 0.0F;
    for (const std::string& text : texts) {
        widths.push_back(text_size(font, text).x + beside);
        all += widths.back();
        widest = std::max(widest, widths.back());
    }
    for (float& each : widths) {
        each = widest <= width / count ? width / count : each + (width - all) / count;
    }
    return widths;
}

}  // namespace

std::optional<int> segmented(const char* id, const std::span<const std::string> texts, const int chosen,
                             const float room) {
    const float scale = current_scale();
    const float height = 36.0F * scale;
    const float inset = 3.0F * scale;
    const float rounding = ImGui::GetStyle().FrameRounding;
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float width = std::max(ImGui::GetContentRegionAvail().x - room, 1.0F);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, {low.x + width, low.y + height}, to_packed(palette::ground), rounding);
    ImFont* font = ImGui::GetFont();
    std::vector<float> widths = segment_widths(font, texts, width);
    const auto is_cut = [&](const std::string& text, const float segment) {
        return text_size(font, text).x + 2.0F * inset > segment;
    };
    if (!std::ranges::equal(texts, widths, std::not_fn(is_cut))) {
        font = font_of(TextSize::small);
        widths = segment_widths(font, texts, width);
    }
    std::optional<int> result;
    ImGui::PushID(id);
    const WithFont in_font(font);
    float left = low.x;
    for (int index = 0; index < static_cast<int>(texts.size()); ++index) {
        const float each = std::max(widths[static_cast<std::size_t>(index)], 1.0F);
        ImGui::SetCursorScreenPos({left, low.y});
        ImGui::PushID(index);
        if (ImGui::InvisibleButton("choice", {each, height})) {
            result = index;
        }
        ImGui::PopID();
        const bool on = index == chosen;
        const bool hovered = ImGui::IsItemHovered();
        if (on || hovered) {
            list.AddRectFilled({left + inset, low.y + inset}, {left + each - inset, low.y + height - inset},
                               to_packed(on ? palette::raised_hover : palette::raised), rounding - inset * 0.5F);
        }
        const std::string text = fitted(texts[static_cast<std::size_t>(index)], each - 2.0F);
        const ImVec2 size = text_size(font, text);
        draw_text(list, font, {left + (each - size.x) * 0.5F, low.y + (height - size.y) * 0.5F},
                  on ? palette::accent : palette::text_muted, text);
        left += each;
    }
    ImGui::PopID();
    return result;
}

}  // namespace dorsum::ui
