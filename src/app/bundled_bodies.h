#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dorsum::app {

/// A body that the program ships: `assets/body/<id>.glb`.
struct BundledBody {
    const char* id;    ///< as --body takes it
    const char* name;  ///< marked for translation
};

/// All of them, the default one first; the one place where they are listed.
[[nodiscard]] std::span<const BundledBody> bundled_bodies();

/// Those whose files are there.
[[nodiscard]] std::vector<BundledBody> installed_bodies();

/// The id itself, for one of the list.
[[nodiscard]] std::optional<std::string> parse_body(std::string_view id);

/// The model of a body; an empty id means the default one.
[[nodiscard]] std::filesystem::path bundled_model(const std::string& id = {});

/// The giver's hands, where the program ships them.
[[nodiscard]] std::filesystem::path bundled_hands();

}  // namespace dorsum::app
