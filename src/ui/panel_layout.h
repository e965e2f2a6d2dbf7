#pragma once

#include <array>

namespace dorsum::ui {

/// The parts of the right panel that fold, in their order.
enum class Section { now, view, tools, show, teaching, quality };
inline constexpr std::array sections{Section::now,  Section::view,     Section::tools,
                                     Section::show, Section::teaching, Section::quality};
[[nodiscard]] constexpr const char* name_of(const Section section) {  ///< in the window file
    constexpr std::array<const char*, sections.size()> names{"now", "view", "tools", "show", "teaching", "quality"};
    return names.at(static_cast<std::size_t>(section));
}

/// How the panels at the sides stand: what a person has dragged, folded and opened. Remembered from one start to the
/// next.
struct PanelLayout {
    float left_px = 308.0F;  ///< at scale 1
    float right_px = 252.0F;
    bool left_open = true;  ///< else it is folded to a strip at its side
    bool right_open = true;
    std::array<bool, sections.size()> open{true, true, false, false, false, false};  ///< by Section
    friend bool operator==(const PanelLayout&, const PanelLayout&) = default;

    [[nodiscard]] constexpr bool is_open(const Section section) const {
        return open.at(static_cast<std::size_t>(section));
    }
};
inline constexpr float narrowest_left_px = 260.0F;
inline constexpr float widest_left_px = 480.0F;
inline constexpr float narrowest_right_px = 230.0F;
inline constexpr float widest_right_px = 440.0F;
inline constexpr float strip_px = 30.0F;  ///< a folded panel

}  // namespace dorsum::ui
