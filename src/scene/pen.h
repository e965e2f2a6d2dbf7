#pragma once

#include <array>
#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "body/place.h"

namespace dorsum::scene {

struct PatchSet;
struct State;
struct Subject;

/// What notes on the skin are written in. Each has a rim from which it stands out at 4.5 to 1 (WCAG 2.2, 1.4.3), and
/// on every skin the colour or its rim stands out at 3 to 1 (1.4.11). Blue and red are the hues of M. Okabe and
/// K. Ito (2008), darkened for that to a luminance of 0.055; yellow is theirs.
enum class PenColour : std::uint8_t { black, blue, red, yellow };
inline constexpr std::array pen_colours{PenColour::black, PenColour::blue, PenColour::red, PenColour::yellow};
[[nodiscard]] std::optional<PenColour> parse_pen_colour(std::string_view name);
[[nodiscard]] const char* name_of(PenColour colour);  ///< as parse_pen_colour reads it
[[nodiscard]] glm::vec3 pen_core(PenColour colour);   ///< linear
[[nodiscard]] glm::vec3 pen_rim(PenColour colour);    ///< linear

/// A line that was drawn; immutable.
struct PenLine {
    PenColour colour = PenColour::black;
    bool wide = false;
    std::vector<body::SkinPoint> points;    ///< on the skin at rest; one is a dot
    std::shared_ptr<const PatchSet> patch;  ///< the line, to be laid over the skin
};
[[nodiscard]] float pen_half_width_m(bool wide);
/// With its patch made.
[[nodiscard]] std::shared_ptr<const PenLine> make_pen_line(PenLine line);

using PenLines = std::vector<std::shared_ptr<const PenLine>>;  ///< the last one drawn on top

/// Notes on the skin, and what they are written with. A value; lines are shared.
struct Pen {
    /// So many acts can be undone.
    static constexpr std::size_t longest_history = 100;

    bool on = false;
    bool shown = true;  ///< the notes
    PenColour colour = PenColour::black;
    bool wide = false;
    bool eraser = false;  ///< takes lines away instead
    PenLines lines;
    std::shared_ptr<const PenLine> drawing;               ///< under way
    bool erasing = false;                                 ///< an erasure is under way that has taken something
    glm::vec2 last_px{0.0F};                              ///< where the pen was last
    std::vector<std::shared_ptr<const PenLines>> before;  ///< to undo, the last act last
    std::vector<std::shared_ptr<const PenLines>> undone;  ///< to redo
    friend bool operator==(const Pen&, const Pen&) = default;
};

/// Puts other lines in place of these; can be undone.
void replace_lines(Pen& pen, PenLines lines);

/// The lines laid on the skin of this body; what finds no skin within 10 cm is left out.
[[nodiscard]] PenLines laid_on(const PenLines& lines, const Subject& subject);

/// The notes, where they are shown.
void add_notes(PatchSet& patches, const Pen& pen);

}  // namespace dorsum::scene
