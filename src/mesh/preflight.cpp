#include "mesh/preflight.h"

#include "mesh/import_errors.h"

namespace dorsum::mesh {
namespace {

Result<Preflight> result_or_broken(const std::filesystem::path& path, const ModelFormat format, const std::string& why,
                                   const Preflight& result = {}) {
    if (!why.empty()) {
        return broken(path, format, why);
    }
    return result;
}

}  // namespace

Result<Preflight> preflight(const std::filesystem::path& path, const ModelFormat format,
                            std::vector<std::byte>& content) {
    switch (format) {
        case ModelFormat::obj:
            return preflight_obj(content);
        case ModelFormat::stl: {
            Preflight result;
            const std::string why = preflight_stl(content, result);
            return result_or_broken(path, format, why, result);
        }
        case ModelFormat::ply:
            return result_or_broken(path, format, preflight_ply(content));
        case ModelFormat::fbx:
            return result_or_broken(path, format, preflight_fbx(content));
        case ModelFormat::dae:
            return result_or_broken(path, format, preflight_dae(as_text(content)));
        case ModelFormat::gltf:
            return preflight_gltf(path, as_text(content));
        case ModelFormat::glb:
            return preflight_glb(path, content);
    }
    return Preflight{};  // unreachable
}

}  // namespace dorsum::mesh
