#pragma once

#include <filesystem>

namespace dorsum {

// Where a person's programs keep things: below the folder that the environment names, else below the usual one in the
// home folder, this program's own (XDG Base Directory Specification 0.8). Empty where there is neither. None is made.

/// What can be made anew: `$XDG_CACHE_HOME/dorsum`, else `~/.cache/dorsum`.
[[nodiscard]] std::filesystem::path user_cache_folder();

/// What the person has chosen: `$XDG_CONFIG_HOME/dorsum`, else `~/.config/dorsum`.
[[nodiscard]] std::filesystem::path user_config_folder();

/// What the person has made with the program: `$XDG_DATA_HOME/dorsum`, else `~/.local/share/dorsum`.
[[nodiscard]] std::filesystem::path user_data_folder();

/// What the program remembers, and nobody would carry to another machine: `$XDG_STATE_HOME/dorsum`, else
/// `~/.local/state/dorsum`.
[[nodiscard]] std::filesystem::path user_state_folder();

/// Where the person's own documents are: what `user-dirs.dirs` of the config folder calls so (xdg-user-dirs), else
/// `~/Documents` where there is one, else the home folder.
[[nodiscard]] std::filesystem::path user_documents_folder();

}  // namespace dorsum
