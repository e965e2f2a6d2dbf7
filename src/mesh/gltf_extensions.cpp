#include "mesh/gltf_extensions.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/translate.h"
#include "mesh/gltf_draco.h"
#include "mesh/gltf_meshopt.h"

namespace dorsum::mesh {
namespace {

/// Those that the reader understands, and those that change how a surface looks or what surrounds it, but not its
/// shape.
bool is_no_obstacle(const std::string& extension) {
    constexpr std::array<std::string_view, 3> read = {meshopt_extension, draco_extension, "KHR_mesh_quantization"};
    constexpr std::array beginnings = {"KHR_materials_", "EXT_materials_",  "KHR_texture_", "EXT_texture_",
                                       "MSFT_texture_",  "KHR_lights_",     "EXT_lights_",  "KHR_xmp",
                                       "KHR_animation_", "ADOBE_materials_"};
    return std::ranges::find(read, extension) != read.end() ||
           std::ranges::any_of(beginnings, [&](const char* beginning) { return extension.starts_with(beginning); });
}

tl::unexpected<Error> cannot_read(const std::filesystem::path& path, const std::string& extension) {
    std::string cause = tr("needs the glTF extension {extension}, which cannot be read");
    if (const auto at = cause.find("{extension}"); at != std::string::npos) {
        cause.replace(at, 11, extension);
    }
    const char* remedy = extension.find("compression") != std::string::npos
                             ? tr("Export it again without compression, or as OBJ or FBX")
                             : tr("Export it again without this extension, or as OBJ or FBX");
    return failure(path.string(), cause, remedy);
}

}  // namespace

Result<void> check_gltf_extensions(const std::filesystem::path& path, const nlohmann::json& document) {
    std::string obstacle;
    if (document.contains("extensionsRequired")) {
        for (const auto& required : document.at("extensionsRequired")) {
            const std::string extension = required.get<std::string>();
            // Of several, the compression is what people know their file by.
            if (!is_no_obstacle(extension) &&
                (obstacle.empty() || extension.find("compression") != std::string::npos)) {
                obstacle = extension;
            }
        }
    }
    return obstacle.empty() ? Result<void>{} : cannot_read(path, obstacle);
}

}  // namespace dorsum::mesh
