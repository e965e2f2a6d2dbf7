#include "ui/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/fonts.h"

namespace dorsum::ui {

namespace {

double linear(const float channel) {
    const double value = channel;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double relative_luminance(const Colour colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

void set_colours(ImGuiStyle& style) {
    const auto set = [&style](const ImGuiCol place, const Colour colour) { style.Colors[place] = to_imgui(colour); };
    set(ImGuiCol_Text, palette::text);
    set(ImGuiCol_TextDisabled, palette::text_muted);
    set(ImGuiCol_WindowBg, palette::panel);
    set(ImGuiCol_ChildBg, palette::panel.with_alpha(0.0F));
    set(ImGuiCol_PopupBg, palette::raised);
    set(ImGuiCol_Border, palette::line);
    set(ImGuiCol_BorderShadow, palette::line.with_alpha(0.0F));
    set(ImGuiCol_FrameBg, palette::raised);
    set(ImGuiCol_FrameBgHovered, palette::raised_hover);
    set(ImGuiCol_FrameBgActive, palette::raised_hover);
    set(ImGuiCol_Button, palette::raised);
    set(ImGuiCol_ButtonHovered, palette::raised_hover);
    set(ImGuiCol_ButtonActive, palette::accent_soft);
    set(ImGuiCol_Header, palette::accent_soft);
    set(ImGuiCol_HeaderHovered, palette::raised_hover);
    set(ImGuiCol_HeaderActive, palette::accent_soft);
    set(ImGuiCol_Separator, palette::line);
    set(ImGuiCol_ScrollbarBg, palette::panel.with_alpha(0.0F));
    set(ImGuiCol_ScrollbarGrab, palette::line);
    set(ImGuiCol_ScrollbarGrabHovered, palette::raised_hover);
    set(ImGuiCol_ScrollbarGrabActive, palette::accent);
    set(ImGuiCol_CheckMark, palette::accent);
    set(ImGuiCol_SliderGrab, palette::accent);
    set(ImGuiCol_SliderGrabActive, palette::accent);
    set(ImGuiCol_TextSelectedBg, palette::accent_soft);
    set(ImGuiCol_NavHighlight, palette::accent);
    set(ImGuiCol_ModalWindowDimBg, palette::ground.with_alpha(0.6F));
}

void set_spacing(ImGuiStyle& style) {
    style.WindowPadding = {16.0F, 14.0F};
    style.WindowRounding = 0.0F;
    style.WindowBorderSize = 0.0F;
    style.ChildRounding = 10.0F;
    style.ChildBorderSize = 0.0F;
    style.PopupRounding = 8.0F;
    style.PopupBorderSize = 1.0F;
    style.FramePadding = {10.0F, 6.0F};
    style.FrameRounding = 8.0F;
    style.FrameBorderSize = 0.0F;
    style.ItemSpacing = {8.0F, 8.0F};
    style.ItemInnerSpacing = {8.0F, 6.0F};
    style.ScrollbarSize = 10.0F;
    style.ScrollbarRounding = 5.0F;
    style.GrabMinSize = 16.0F;
    style.GrabRounding = 8.0F;
}

}  // namespace

ThemeColour::operator Colour() const {
    return of(current_theme());
}

Colour ThemeColour::with_alpha(const float opacity) const {
    return of(current_theme()).with_alpha(opacity);
}

double contrast_ratio(const Colour first, const Colour second) {
    const double a = relative_luminance(first);
    const double b = relative_luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

Colour readable_on(const Colour ground) {
    constexpr Colour light = colour_from_hex(0xffffff);
    constexpr Colour dark = colour_from_hex(0x000000);
    return contrast_ratio(ground, light) >= contrast_ratio(ground, dark) ? light : dark;
}

Colour over(const Colour top, const Colour bottom) {
    const auto mix = [&top](const float above, const float below) {
        return above * top.alpha + below * (1.0F - top.alpha);
    };
    return {mix(top.red, bottom.red), mix(top.green, bottom.green), mix(top.blue, bottom.blue), 1.0F};
}

ImVec4 to_imgui(const Colour colour) {
    return {colour.red, colour.green, colour.blue, colour.alpha};
}

ImU32 to_packed(const Colour colour) {
    return ImGui::ColorConvertFloat4ToU32(to_imgui(colour));
}

float pixels_of(const TextSize size) {
    constexpr std::array<float, text_size_count> sizes{14.0F, 17.0F, 21.0F, 28.0F};
    return sizes.at(static_cast<std::size_t>(size));
}

void apply_theme(const float scale, const scene::Theme theme) {
    const float in_range = std::clamp(scale, 0.5F, 6.0F);
    ImGui::GetIO().UserData = const_cast<scene::Theme*>(&scene::themes.at(static_cast<std::size_t>(theme)));
    ImGuiStyle style;
    set_colours(style);
    set_spacing(style);
    style.ScaleAllSizes(in_range);
    style.PopupBorderSize = 1.0F;
    style.AntiAliasedLinesUseTex = false;  // soft at every width, textured lines are not
    ImGui::GetStyle() = style;
    load_fonts(in_range);
}

scene::Theme current_theme() {
    const void* kept = ImGui::GetCurrentContext() == nullptr ? nullptr : ImGui::GetIO().UserData;
    return kept == nullptr ? scene::Theme::dark : *static_cast<const scene::Theme*>(kept);
}

float current_scale() {
    if (ImGui::GetCurrentContext() == nullptr || ImGui::GetIO().Fonts->Fonts.Size < text_size_count) {
        return 1.0F;
    }
    return font_of(TextSize::caption)->FontSize / pixels_of(TextSize::caption);
}

ImFont* font_of(const TextSize size) {
    const ImVector<ImFont*>& fonts = ImGui::GetIO().Fonts->Fonts;
    // The default font of ImGui is the first, and must be the one for running text.
    constexpr std::array<int, text_size_count> place{1, 0, 2, 3};
    const int wanted = place.at(static_cast<std::size_t>(size));
    return fonts.empty() ? ImGui::GetFont() : fonts[std::min(wanted, fonts.Size - 1)];
}

float scale_for_window(const float screen_scale, const float width_px, const float height_px) {
    constexpr float readable_width = 1920.0F;
    constexpr float readable_height = 1080.0F;
    const float by_pixels = std::min(width_px / readable_width, height_px / readable_height);
    const float wanted = std::max(screen_scale, by_pixels);
    // A quarter at a time: fonts are made anew at each step while a window is being resized.
    return std::clamp(std::floor(wanted * 4.0F) / 4.0F, 1.0F, 4.0F);
}

float scale_for_picture(const float width_px, const float height_px) {
    // Larger than in a window: pictures and videos are seen from the back of a room.
    constexpr float from_afar = 1.2F;
    return std::clamp(from_afar * std::min(width_px / 1280.0F, height_px / 720.0F), 0.5F, 6.0F);
}

float scale_for_class(const float width_px, const float height_px) {
    // The title takes a fifteenth of the height.
    constexpr float larger = 1.4F;
    return larger * scale_for_picture(width_px, height_px);
}

float scale_of(const WindowLook& look, const float screen_scale, const float width_px, const float height_px) {
    constexpr float largest = 5.0F;  // beyond it the fonts would take a hundred megabytes
    const float usual =
        look.for_class ? scale_for_class(width_px, height_px) : scale_for_window(screen_scale, width_px, height_px);
    return std::min(usual * static_cast<float>(look.text_percent) / 100.0F, largest);
}

}  // namespace dorsum::ui
