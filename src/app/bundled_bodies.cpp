#include "app/bundled_bodies.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "core/files.h"
#include "core/translate.h"

namespace dorsum::app {

std::span<const BundledBody> bundled_bodies() {
    static constexpr std::array bodies{
        BundledBody{"reference", marked("Man")},
        BundledBody{"woman", marked("Woman")},
        BundledBody{"heavy", marked("Heavy man")},
    };
    return bodies;
}

std::vector<BundledBody> installed_bodies() {
    std::vector<BundledBody> installed;
    for (const BundledBody& body : bundled_bodies()) {
        if (std::error_code ignored; std::filesystem::is_regular_file(bundled_model(body.id), ignored)) {
            installed.push_back(body);
        }
    }
    return installed;
}

std::optional<std::string> parse_body(const std::string_view id) {
    const auto same = [id](const BundledBody& body) { return id == body.id; };
    return std::ranges::any_of(bundled_bodies(), same) ? std::optional(std::string(id)) : std::nullopt;
}

std::filesystem::path bundled_model(const std::string& id) {
    return asset_folder() / "body" / ((id.empty() ? std::string(bundled_bodies().front().id) : id) + ".glb");
}

std::filesystem::path bundled_hands() {
    return asset_folder() / "body" / "hand_poses.glb";
}

}  // namespace dorsum::app
