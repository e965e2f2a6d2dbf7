#pragma once

#include <imgui.h>

#include <optional>
#include <span>
#include <string>

#include "ui/icons.h"
#include "ui/settings.h"
#include "ui/theme.h"

// The controls that all panels are made of. They draw into the current ImGui window, read nothing
// of the program, and say what was done by their return value.

namespace dorsum::ui {

/// Text of this size until the end of the block.
class WithFont {
public:
    explicit WithFont(const TextSize size) : WithFont(font_of(size)) {}
    explicit WithFont(ImFont* font) { ImGui::PushFont(font); }
    ~WithFont() { ImGui::PopFont(); }
    WithFont(const WithFont&) = delete;
    WithFont& operator=(const WithFont&) = delete;
};

/// Text of this colour until the end of the block.
class WithTextColour {
public:
    explicit WithTextColour(const Colour colour) { ImGui::PushStyleColor(ImGuiCol_Text, to_imgui(colour)); }
    ~WithTextColour() { ImGui::PopStyleColor(); }
    WithTextColour(const WithTextColour&) = delete;
    WithTextColour& operator=(const WithTextColour&) = delete;
};

/// Wrapped text in a size and colour, never read as a format.
void paragraph(const std::string& text, TextSize size = TextSize::body, Colour colour = palette::text);

/// The title of a part of a panel: small, spaced, muted.
void section_title(const char* text);

/// The title of a part that folds, over `width` pixels, with an arrow that says whether it is open; true when clicked.
[[nodiscard]] bool section_header(const char* id, const std::string& title, bool open, float width);

/// Shows `text` and, below it, the keys that do the same, while the last item is under the mouse.
void tooltip(const std::string& text, const std::string& keys = {});

struct ButtonLook {
    ImVec2 size{0.0F, 0.0F};  ///< 0 takes what the content needs
    bool on = false;          ///< drawn as chosen
    bool primary = false;     ///< the one thing to press: filled with the accent
    bool quiet = false;       ///< no ground until the mouse is over it
    bool off = false;         ///< drawn as what cannot be pressed now; whoever draws it ignores clicks
};
[[nodiscard]] bool text_button(const char* id, const std::string& text, const ButtonLook& look = {});
[[nodiscard]] bool icon_button(const char* id, Icon icon, const ButtonLook& look = {});

/// A row over the full width with a text and a switch at its right end; true when clicked.
[[nodiscard]] bool switch_row(const char* id, const std::string& text, bool on);

/// Buttons side by side of which one is chosen; the new choice when clicked.
/// @param room  pixels to leave free at the right
[[nodiscard]] std::optional<int> segmented(const char* id, std::span<const std::string> texts, int chosen,
                                           float room = 0.0F);

/// Name, track with knob, value with unit, in `width` pixels; the new value while it is dragged.
[[nodiscard]] std::optional<double> slider(const Setting& setting, double value, float width);

/// The value of a setting with its unit, "6 a minute".
[[nodiscard]] std::string value_text(const Setting& setting, double value);

/// As much of a text as fits into `width` pixels of the current font, with "..." where it is cut.
[[nodiscard]] std::string fitted(const std::string& text, float width);

/// A filled circle with a number or letter in it.
void badge(ImDrawList& list, ImVec2 centre, float radius, const std::string& text, Colour ground, Colour ink,
           ImFont* font);

/// Text at a point of a draw list, in a font of its own size.
void draw_text(ImDrawList& list, ImFont* font, ImVec2 position, Colour colour, const std::string& text,
               float wrap_width = 0.0F);
[[nodiscard]] ImVec2 text_size(ImFont* font, const std::string& text, float wrap_width = 0.0F);

}  // namespace dorsum::ui
