#pragma once

#include <string>
#include <string_view>

#include "scene/state.h"

namespace dorsum::scene {

/// The language after this one, of those that the program has; the first after the last and after one that it does
/// not have.
[[nodiscard]] std::string next_language(std::string_view code);

/// Only the wish: whoever shows the state takes the texts of its language (dorsum::use_language).
void choose_language(State& state, std::string_view code);

}  // namespace dorsum::scene
