#include "body/file_beside.h"

#include <system_error>

namespace dorsum::body {

std::optional<std::filesystem::path> file_beside(const std::filesystem::path& model, const char* ending) {
    if (model.empty()) {
        return std::nullopt;
    }
    std::filesystem::path instead = model;
    instead.replace_extension(ending);
    std::filesystem::path added = model;
    added += ending;
    for (const std::filesystem::path& candidate : {instead, added}) {
        if (std::error_code ignored; std::filesystem::is_regular_file(candidate, ignored)) {
            return candidate;
        }
    }
    return std::nullopt;
}

}  // namespace dorsum::body
