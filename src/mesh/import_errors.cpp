#include "mesh/import_errors.h"

#include "core/translate.h"

namespace dorsum::mesh {

tl::unexpected<Error> not_a_model(const std::filesystem::path& path) {
    if (path.extension() == ".toml") {
        return failure(path.string(), tr("is not a model file but looks like a lesson"),
                       tr("Start the program with it: dorsum --lesson FILE"));
    }
    return failure(path.string(), tr("is not a model file"),
                   tr("Use a file of one of the formats that can be read: OBJ, STL, PLY, FBX, DAE, glTF or GLB"));
}

tl::unexpected<Error> broken(const std::filesystem::path& path, const ModelFormat format, const std::string& why) {
    std::string cause = tr("this {format} file is broken");
    if (const auto at = cause.find("{format}"); at != std::string::npos) {
        cause.replace(at, 8, format_name(format));
    }
    return failure(path.string(), cause + ": " + why, tr("Export or download the file again"));
}

tl::unexpected<Error> no_triangles(const std::filesystem::path& path) {
    return failure(path.string(), tr("holds no triangles"),
                   tr("Export the model with its surface, as polygons and not as points, lines or curves"));
}

tl::unexpected<Error> stopped(const std::filesystem::path& path) {
    return failure(path.string(), tr("was not read to its end, as asked"), tr("Open it again when you want it"));
}

}  // namespace dorsum::mesh
