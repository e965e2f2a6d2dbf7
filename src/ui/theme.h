#pragma once

#include <imgui.h>

#include <array>
#include <string>

#include "scene/presentation.h"

namespace dorsum::ui {

/// An sRGB colour with opacity, each 0 to 1. A plain value, so that tests can compute contrasts.
struct Colour {
    float red = 0.0F;
    float green = 0.0F;
    float blue = 0.0F;
    float alpha = 1.0F;

    [[nodiscard]] constexpr Colour with_alpha(float opacity) const { return {red, green, blue, opacity}; }
    friend bool operator==(const Colour&, const Colour&) = default;
};

/// From a number written as in style sheets: 0x5ac8b8.
[[nodiscard]] constexpr Colour colour_from_hex(const unsigned int hex) {
    constexpr float full = 255.0F;
    return {static_cast<float>((hex >> 16U) & 0xffU) / full, static_cast<float>((hex >> 8U) & 0xffU) / full,
            static_cast<float>(hex & 0xffU) / full, 1.0F};
}

/// One of the program's colours by what it is for. Used as a Colour it is the one of the theme that was last applied
/// to the current ImGui context; of the dark theme before, and without a context.
struct ThemeColour {
    std::array<Colour, scene::themes.size()> in;  ///< in the order of scene::themes

    [[nodiscard]] constexpr Colour of(const scene::Theme theme) const { return in.at(static_cast<std::size_t>(theme)); }
    operator Colour() const;  // NOLINT(google-explicit-constructor): it stands wherever a colour may stand
    [[nodiscard]] Colour with_alpha(float opacity) const;
};

[[nodiscard]] constexpr ThemeColour theme_colour(const unsigned int dark, const unsigned int high_contrast,
                                                 const unsigned int colour_blind) {
    return {{colour_from_hex(dark), colour_from_hex(high_contrast), colour_from_hex(colour_blind)}};
}

/// The program's colours: a calm dark ground, one accent. High contrast is white and yellow on black; the accent and
/// the warning of the colours for the colour-blind are the sky blue and the orange of Okabe and Ito.
namespace palette {
inline constexpr auto ground = theme_colour(0x14191d, 0x000000, 0x14191d);  ///< behind everything
inline constexpr auto panel = theme_colour(0x1b2126, 0x000000, 0x1b2126);   ///< panels
inline constexpr auto raised = theme_colour(0x262e34, 0x1c1c1c, 0x262e34);  ///< buttons, rows, fields
inline constexpr auto raised_hover = theme_colour(0x303a42, 0x303030, 0x303a42);
inline constexpr auto line = theme_colour(0x333e46, 0xb0b0b0, 0x4a5862);  ///< separators, not text
inline constexpr auto text = theme_colour(0xeef2f4, 0xffffff, 0xf4f6f8);
inline constexpr auto text_muted = theme_colour(0xa9b6be, 0xe0e0e0, 0xb4c0c8);
inline constexpr auto accent = theme_colour(0x5ac8b8, 0xffe14d, 0x56b4e9);       ///< chosen, playing, on
inline constexpr auto on_accent = theme_colour(0x0c1f1c, 0x000000, 0x06182a);    ///< text on the accent
inline constexpr auto accent_soft = theme_colour(0x24423f, 0x3a3300, 0x1d3f57);  ///< ground of a chosen row
inline constexpr auto warning = theme_colour(0xf2b861, 0xffb86b, 0xf2b83a);      ///< cautions, too fast
inline constexpr auto on_warning = theme_colour(0x2a1c06, 0x000000, 0x2a1c06);
inline constexpr auto chip = theme_colour(0xf6f4ef, 0xffffff, 0xf6f4ef);  ///< labels on the picture
inline constexpr auto on_chip = theme_colour(0x1a2024, 0x000000, 0x1a2024);
}  // namespace palette

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance").
[[nodiscard]] double contrast_ratio(Colour first, Colour second);

/// Of black and white the one that is easier to read on this ground.
[[nodiscard]] Colour readable_on(Colour ground);

/// Lays `top` over the opaque `bottom`.
[[nodiscard]] Colour over(Colour top, Colour bottom);

[[nodiscard]] ImVec4 to_imgui(Colour colour);
[[nodiscard]] ImU32 to_packed(Colour colour);

/// The sizes of type, in pixels at scale 1.
enum class TextSize { small, body, heading, caption };
inline constexpr int text_size_count = 4;
[[nodiscard]] float pixels_of(TextSize size);

/// The smallest side of anything to be clicked, at scale 1 (WCAG 2.2, 2.5.8, asks for 24).
inline constexpr float smallest_target = 26.0F;

/// Sets colours, spacing and fonts of the current ImGui context, everything `scale` times its size
/// on an ordinary screen (valid: 0.5 to 6). Looks for the Inter fonts, then for any sans serif,
/// then takes the font inside ImGui. Whoever draws must build the font texture anew afterwards.
/// Not while a frame is open. The context's user data is the theme's from here on.
void apply_theme(float scale, scene::Theme theme = scene::Theme::dark);

/// The theme that apply_theme was last given in the current ImGui context; the dark one before, and without a context.
[[nodiscard]] scene::Theme current_theme();

/// What apply_theme was last given in the current ImGui context; 1 before, and without a context.
[[nodiscard]] float current_scale();

/// The fonts of the current ImGui context.
[[nodiscard]] ImFont* font_of(TextSize size);

/// The scale at which a window shows panels: what the screen asks for, and on a screen with many
/// pixels that asks for nothing still a readable one.
[[nodiscard]] float scale_for_window(float screen_scale, float width_px, float height_px);

/// The scale at which the overlay on a picture of this size can be read from the back of a class.
[[nodiscard]] float scale_for_picture(float width_px, float height_px);

/// The scale at which a window shows one large caption to a class.
[[nodiscard]] float scale_for_class(float width_px, float height_px);

/// How a window is to look.
struct WindowLook {
    bool for_class = false;  ///< text for the back of a room in place of panels
    int text_percent = scene::smallest_text_percent;
    scene::Theme theme = scene::Theme::dark;
};

/// The scale of everything in such a window.
[[nodiscard]] float scale_of(const WindowLook& look, float screen_scale, float width_px, float height_px);

/// Where fontconfig finds a font file; empty where it has none.
[[nodiscard]] std::string find_font_file(const char* family, bool semibold);

}  // namespace dorsum::ui
