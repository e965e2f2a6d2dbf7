#include "core/user_folders.h"

#include <cstdlib>
#include <fstream>
#include <string>

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

fs::path user_documents_folder() {
    const fs::path home = absolute_of("HOME");
    std::error_code ignored;
    std::ifstream named((user_config_folder().parent_path() / "user-dirs.dirs"));
    const std::string key = "XDG_DOCUMENTS_DIR=\"";
    const std::string at_home = "$HOME/";
    for (std::string line; std::getline(named, line);) {
        const std::size_t end = line.rfind('"');
        if (!line.starts_with(key) || end < key.size()) {
            continue;
        }
        const std::string value = line.substr(key.size(), end - key.size());
        const fs::path folder = value.starts_with(at_home) ? home / value.substr(at_home.size()) : fs::path(value);
        if (folder.is_absolute() && fs::is_directory(folder, ignored)) {
            return folder;
        }
    }
    return fs::is_directory(home / "Documents", ignored) ? home / "Documents" : home;
}

fs::path user_state_folder() {
    return folder_of("XDG_STATE_HOME", fs::path(".local") / "state");
}

}  // namespace dorsum
