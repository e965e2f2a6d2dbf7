#include "mesh/file_of_uri.h"

#include <charconv>
#include <filesystem>
#include <system_error>

namespace dorsum::mesh {

std::string file_of_uri(const std::string& path) {
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored)) {
        return path;
    }
    std::string decoded;
    for (std::size_t i = 0; i < path.size(); ++i) {
        unsigned char code = 0;
        const char* digits = path.data() + i + 1;
        if (path[i] == '%' && i + 2 < path.size() && std::from_chars(digits, digits + 2, code, 16).ptr == digits + 2) {
            decoded += static_cast<char>(code);
            i += 2;
        } else {
            decoded += path[i];
        }
    }
    return decoded;
}

}  // namespace dorsum::mesh
