#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "mesh/gltf_document.h"

namespace dorsum::mesh {
namespace {

using Json = nlohmann::json;

constexpr int mode_triangles = 4;

/// The meshes that hang below the nodes of the shown scene. The nodes are known to form trees.
std::set<std::size_t> shown_meshes(const Json& document) {
    std::set<std::size_t> meshes;
    const Json scenes = document.value("scenes", Json::array());
    if (scenes.empty()) {
        return meshes;
    }
    std::vector<std::size_t> waiting =
        scenes[document.value("scene", std::size_t{0})].value("nodes", std::vector<std::size_t>{});
    while (!waiting.empty()) {
        const Json& node = document.at("nodes")[waiting.back()];
        waiting.pop_back();
        if (node.contains("mesh")) {
            meshes.insert(node.at("mesh").get<std::size_t>());
        }
        for (const Json& child : node.value("children", Json::array())) {
            waiting.push_back(child.get<std::size_t>());
        }
    }
    return meshes;
}

}  // namespace

std::optional<std::size_t> announced_gltf_triangles(const Json& document) {
    std::size_t triangles = 0;
    for (const std::size_t mesh : shown_meshes(document)) {
        for (const Json& primitive : document.at("meshes")[mesh].at("primitives")) {
            const int mode = primitive.value("mode", mode_triangles);
            if (mode > mode_triangles) {
                return std::nullopt;
            }
            const Json& attributes = primitive.at("attributes");
            if (mode < mode_triangles || !attributes.contains("POSITION")) {
                continue;
            }
            const Json& corners = primitive.contains("indices") ? primitive.at("indices") : attributes.at("POSITION");
            triangles += document.at("accessors")[corners.get<std::size_t>()].at("count").get<std::size_t>() / 3;
        }
    }
    return triangles;
}

}  // namespace dorsum::mesh
