#include "scene/interface_language.h"

#include <algorithm>
#include <vector>

#include "core/translate.h"

namespace dorsum::scene {

std::string next_language(const std::string_view code) {
    const std::vector<std::string>& all = languages();
    const auto found = std::ranges::find(all, code);
    return found == all.end() || found + 1 == all.end() ? all.front() : *(found + 1);
}

void choose_language(State& state, const std::string_view code) {
    const std::vector<std::string>& all = languages();
    if (std::ranges::find(all, code) != all.end()) {
        state.language = code;
    }
}

}  // namespace dorsum::scene
