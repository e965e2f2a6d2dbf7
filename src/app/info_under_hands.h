#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "app/options.h"
#include "app/outcome.h"
#include "scene/apply.h"

namespace dorsum::app {

/// What lies under the hands at the instant that `info --step` asks for; wrong use where the lesson has no such
/// instant. `command.step` is given.
[[nodiscard]] tl::expected<nlohmann::ordered_json, CommandFailure> under_hands_json(const InfoCommand& command,
                                                                                    const scene::Subject& subject);

/// The same in words, one line a hand.
[[nodiscard]] std::string under_hands_in_words(const nlohmann::ordered_json& under);

}  // namespace dorsum::app
