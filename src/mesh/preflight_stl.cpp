#include "core/translate.h"
#include "mesh/preflight.h"

namespace dorsum::mesh {

std::string preflight_stl(std::vector<std::byte>& content, Preflight& result) {
    const std::string_view text = as_text(content);
    const std::string_view head = text.substr(0, 4096);
    const auto header = binary_stl_header(content);
    if (header && header->file_bytes == content.size()) {
        result.announced_triangles = header->triangles;
        return {};
    }
    const bool is_text = head.find("solid") < head.size() && head.find('\0') == std::string_view::npos;
    if (is_text) {
        return text.find("endsolid") == std::string_view::npos ? tr("its end is missing") : "";
    }
    if (!header) {
        return tr("it ends within its header");
    }
    if (header->file_bytes > content.size()) {
        return tr("it announces more triangles than there are bytes for");
    }
    content.resize(header->file_bytes);  // some programs write more behind the last triangle; Assimp gives up on it
    result.announced_triangles = header->triangles;
    result.mended = true;
    return {};
}

}  // namespace dorsum::mesh
