#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/command_description.h"

namespace dorsum::app {

/// The shells that can be told how a command line goes on.
enum class Shell { bash, zsh, fish };
[[nodiscard]] std::optional<Shell> parse_shell(std::string_view name);

/// A script that completes commands, options, words to choose from and files of the right kind. For bash it is sourced
/// (or found in share/bash-completion/completions), for zsh it is `_dorsum` on the `fpath`, for fish `dorsum.fish`.
[[nodiscard]] std::string shell_completion(const CommandDescription& program, Shell shell);

}  // namespace dorsum::app
