#include "handout/paper.h"

namespace dorsum::handout {

std::optional<Paper> parse_paper(const std::string_view name) {
    if (name == "a4") {
        return Paper::a4;
    }
    return name == "letter" ? std::optional(Paper::letter) : std::nullopt;
}

PaperSize size_of(const Paper paper) {
    constexpr double pt_per_mm = 72.0 / 25.4;
    return paper == Paper::a4 ? PaperSize{210.0 * pt_per_mm, 297.0 * pt_per_mm} : PaperSize{612.0, 792.0};
}

}  // namespace dorsum::handout
