#pragma once

#include <optional>
#include <variant>

#include "app/window.h"
#include "scene/command.h"
#include "scene/state.h"
#include "ui/keys.h"

namespace dorsum::app {

/// What a key asks for: a command from scene::key_bindings, or something of the window itself.
using KeyMeaning = std::variant<std::monostate, scene::Command, ui::WindowAction>;

/// The keys that end typing.
[[nodiscard]] bool is_enter(const KeyPressed& key);
[[nodiscard]] bool is_escape(const KeyPressed& key);

/// The answer to the question what becomes of moved landmarks, while it is shown.
[[nodiscard]] std::optional<ui::SaveAnswer> answer_of(const KeyPressed& key, bool can_save);

[[nodiscard]] KeyMeaning meaning_of(const KeyPressed& key, const scene::State& state);

}  // namespace dorsum::app
