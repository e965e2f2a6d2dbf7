#pragma once

#include <imgui.h>

#include <string>

namespace dorsum::ui {

/// An sRGB colour with opacity, each 0 to 1. A plain value, so that tests can compute contrasts.
struct Colour {
    float red = 0.0F;
    float green = 0.0F;
    float blue = 0.0F;
    float alpha = 1.0F;

    [[nodiscard]] constexpr Colour with_alpha(float opacity) const { return {red, green, blue, opacity}; }
};

/// From a number written as in style sheets: 0x5ac8b8.
[[nodiscard]] constexpr Colour colour_from_hex(const unsigned int hex) {
    constexpr float full = 255.0F;
    return {static_cast<float>((hex >> 16U) & 0xffU) / full, static_cast<float>((hex >> 8U) & 0xffU) / full,
            static_cast<float>(hex & 0xffU) / full, 1.0F};
}

/// The program's colours: a calm dark ground, one accent.
namespace palette {
inline constexpr Colour ground = colour_from_hex(0x14191d);  ///< behind everything
inline constexpr Colour panel = colour_from_hex(0x1b2126);   ///< panels
inline constexpr Colour raised = colour_from_hex(0x262e34);  ///< buttons, rows, fields
inline constexpr Colour raised_hover = colour_from_hex(0x303a42);
inline constexpr Colour line = colour_from_hex(0x333e46);  ///< separators, not text
inline constexpr Colour text = colour_from_hex(0xeef2f4);
inline constexpr Colour text_muted = colour_from_hex(0xa9b6be);
inline constexpr Colour accent = colour_from_hex(0x5ac8b8);       ///< chosen, playing, on
inline constexpr Colour on_accent = colour_from_hex(0x0c1f1c);    ///< text on the accent
inline constexpr Colour accent_soft = colour_from_hex(0x24423f);  ///< ground of a chosen row
inline constexpr Colour warning = colour_from_hex(0xf2b861);      ///< cautions, too fast
inline constexpr Colour on_warning = colour_from_hex(0x2a1c06);
inline constexpr Colour chip = colour_from_hex(0xf6f4ef);  ///< labels on the picture
inline constexpr Colour on_chip = colour_from_hex(0x1a2024);
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
/// Not while a frame is open.
void apply_theme(float scale);

/// What apply_theme was last given in the current ImGui context; 1 before, and without a context.
[[nodiscard]] float current_scale();

/// The fonts of the current ImGui context.
[[nodiscard]] ImFont* font_of(TextSize size);

/// The scale at which a window shows panels: what the screen asks for, and on a screen with many
/// pixels that asks for nothing still a readable one.
[[nodiscard]] float scale_for_window(float screen_scale, float width_px, float height_px);

/// The scale at which the overlay on a picture of this size can be read from the back of a class.
[[nodiscard]] float scale_for_picture(float width_px, float height_px);

/// Where fontconfig finds a font file; empty where it has none.
[[nodiscard]] std::string find_font_file(const char* family, bool semibold);

}  // namespace dorsum::ui
