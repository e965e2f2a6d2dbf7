#pragma once

#include <optional>
#include <string_view>

namespace dorsum::handout {

/// Sizes of paper: A4 is ISO 216's 210 x 297 mm, Letter is ANSI/ASME Y14.1's 8.5 x 11 inches.
enum class Paper { a4, letter };
[[nodiscard]] std::optional<Paper> parse_paper(std::string_view name);  ///< "a4", "letter"

/// In PDF's points, 1/72 inch, upright.
struct PaperSize {
    double width_pt;
    double height_pt;
};
[[nodiscard]] PaperSize size_of(Paper paper);

}  // namespace dorsum::handout
