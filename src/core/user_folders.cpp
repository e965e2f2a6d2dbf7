#include "core/user_folders.h"

#include <cstdlib>

namespace dorsum {
namespace {

namespace fs = std::filesystem;

/// A relative path is to be taken for none.
fs::path absolute_of(const char* variable) {
    const char* value = std::getenv(variable);
    const fs::path named = value != nullptr ? value : "";
    return named.is_absolute() ? named : fs::path{};
}

fs::path folder_of(const char* variable, const fs::path& usual_below_home) {
    if (const fs::path named = absolute_of(variable); !named.empty()) {
        return named / "dorsum";
    }
    const fs::path home = absolute_of("HOME");
    return home.empty() ? fs::path{} : home / usual_below_home / "dorsum";
}

}  // namespace

fs::path user_cache_folder() {
    return folder_of("XDG_CACHE_HOME", ".cache");
}

fs::path user_config_folder() {
    return folder_of("XDG_CONFIG_HOME", ".config");
}

fs::path user_data_folder() {
    return folder_of("XDG_DATA_HOME", fs::path(".local") / "share");
}

fs::path user_state_folder() {
    return folder_of("XDG_STATE_HOME", fs::path(".local") / "state");
}

}  // namespace dorsum
