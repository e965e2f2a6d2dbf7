#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace dorsum::scene {

/// What follows the mouse over the picture while something is shown to a class.
enum class Pointer {
    arrow,
    laser,      ///< a red dot
    spotlight,  ///< all but a disc is darkened
};

/// How the picture is shown to a class.
struct Presentation {
    bool on = false;  ///< a clean view without panels, with one large caption
    /// The clean view has a window of its own, for the projector, while `on`; the teacher keeps the panels.
    bool projector = false;
    bool blank = false;   ///< the picture is black
    bool frozen = false;  ///< what the class sees stays as it is
    Pointer pointer = Pointer::arrow;
    bool last_step_told = false;  ///< somebody wanted to go on from the last step
    bool looped_before = false;   ///< whether the step was repeated before the presentation
    friend bool operator==(const Presentation&, const Presentation&) = default;
};

/// Whether the window with the panels gives them up for the clean view.
[[nodiscard]] constexpr bool fills_window(const Presentation& presentation) {
    return presentation.on && !presentation.projector;
}

/// The colours of panels and captions.
enum class Theme { dark, high_contrast, colour_blind };
inline constexpr std::array themes{Theme::dark, Theme::high_contrast, Theme::colour_blind};
[[nodiscard]] std::optional<Theme> parse_theme(std::string_view name);
[[nodiscard]] const char* name_of(Theme theme);  ///< as parse_theme reads it: "high-contrast"
[[nodiscard]] Theme next_theme(Theme theme);

[[nodiscard]] const char* name_of(Pointer pointer);  ///< for the log

/// The size of all text, in percent of the usual.
inline constexpr int smallest_text_percent = 100;
inline constexpr int largest_text_percent = 200;

}  // namespace dorsum::scene
