#include "scene/presentation.h"

#include <algorithm>

namespace dorsum::scene {

std::optional<Theme> parse_theme(const std::string_view name) {
    const auto* const found =
        std::ranges::find_if(themes, [name](const Theme theme) { return name == name_of(theme); });
    return found == themes.end() ? std::nullopt : std::optional(*found);
}

const char* name_of(const Theme theme) {
    switch (theme) {
        case Theme::high_contrast:
            return "high-contrast";
        case Theme::colour_blind:
            return "colour-blind";
        case Theme::dark:
            break;
    }
    return "dark";
}

Theme next_theme(const Theme theme) {
    return themes.at((static_cast<std::size_t>(theme) + 1) % themes.size());
}

const char* name_of(const Pointer pointer) {
    switch (pointer) {
        case Pointer::laser:
            return "laser";
        case Pointer::spotlight:
            return "spotlight";
        case Pointer::arrow:
            break;
    }
    return "arrow";
}

}  // namespace dorsum::scene
