#include "mesh/glb_export.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "core/translate.h"
#include "mesh/glb_accessors.h"
#include "mesh/glb_file.h"
#include "mesh/glb_layout.h"
#include "mesh/packed_fibres.h"

namespace dorsum::mesh {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_short_vertices = 65535;  // the index 65535 itself restarts a primitive

/// The JSON of the file, and the bytes its accessors speak of.
class Document {
public:
    void add(const ModelPart& part) {
        const TriangleMesh& mesh = part.mesh;
        Json attributes;
        const Json normalized{{"normalized", true}};
        const auto [low, high] = bounds(mesh);
        const std::size_t vertices = mesh.positions.size();
        const Json extent{{"min", {low.x, low.y, low.z}}, {"max", {high.x, high.y, high.z}}};
        attributes["POSITION"] =
            accessor(view(mesh.positions, glb::target_array_buffer), vertices, "VEC3", glb::component_float, extent);
        if (!mesh.normals.empty()) {
            attributes["NORMAL"] = accessor(view(mesh.normals, glb::target_array_buffer), vertices, "VEC3");
        }
        if (!mesh.tints.empty()) {
            attributes["COLOR_0"] = accessor(view(mesh.tints, glb::target_array_buffer), vertices, "VEC4",
                                             glb::component_unsigned_byte, normalized);
        }
        if (!mesh.fibres.empty()) {
            attributes["_FIBRE"] = accessor(view(packed_fibres(mesh.fibres), glb::target_array_buffer), vertices,
                                            "VEC4", glb::component_byte, normalized);
        }
        Levels levels;
        levels.push_back(add_mesh(part.name, attributes, mesh.indices, vertices));
        for (std::size_t level = 0; level < mesh.coarser.size(); ++level) {
            levels.push_back(
                add_mesh(part.name + "_lod" + std::to_string(level + 1), attributes, mesh.coarser[level], vertices));
        }
        meshes_of_[part.name] = levels;
        add_nodes(part.name, levels, false);
    }

    [[nodiscard]] bool holds(const std::string& name) const { return meshes_of_.contains(name); }

    /// The mirror image of a part that is there.
    void add_mirrored(const std::string& name, const std::string& of) { add_nodes(name, meshes_of_.at(of), true); }

    [[nodiscard]] std::string json() const {
        Json document = {
            {"asset", {{"version", "2.0"}, {"generator", glb::own_generator}}},
            {"scene", 0},
            {"scenes", Json::array({{{"nodes", roots_}}})},
            {"nodes", nodes_},
            {"meshes", meshes_},
            {"accessors", numbers_.accessors()},
            {"bufferViews", numbers_.views()},
            {"buffers", Json::array({{{"byteLength", bytes().size()}}})},
        };
        if (has_levels_) {
            document["extensionsUsed"] = Json::array({"MSFT_lod"});
        }
        return document.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    [[nodiscard]] const std::vector<std::byte>& bytes() const { return numbers_.bytes(); }

private:
    using Levels = std::vector<std::size_t>;  ///< meshes, the finest first

    std::size_t add_mesh(const std::string& name, const Json& attributes, const std::vector<std::uint32_t>& indices,
                         const std::size_t vertices) {
        std::size_t corners = 0;
        if (vertices <= most_short_vertices) {
            const std::vector<std::uint16_t> narrow(indices.begin(), indices.end());
            corners = accessor(view(narrow, glb::target_element_array_buffer), indices.size(), "SCALAR",
                               glb::component_unsigned_short);
        } else {
            corners = accessor(view(indices, glb::target_element_array_buffer), indices.size(), "SCALAR",
                               glb::component_unsigned_int);
        }
        const Json primitive = {{"mode", 4}, {"attributes", attributes}, {"indices", corners}};
        meshes_.push_back({{"name", name}, {"primitives", Json::array({primitive})}});
        return meshes_.size() - 1;
    }

    void add_nodes(const std::string& name, const Levels& levels, const bool mirrored) {
        const auto add_node = [&](const std::string& node_name, const std::size_t mesh) {
            Json node = {{"name", node_name}, {"mesh", mesh}};
            if (mirrored) {
                node["scale"] = {-1, 1, 1};
            }
            nodes_.push_back(std::move(node));
            return nodes_.size() - 1;
        };
        const std::size_t finest = add_node(name, levels.front());
        roots_.push_back(finest);
        Json coarser = Json::array();
        for (std::size_t level = 1; level < levels.size(); ++level) {
            coarser.push_back(add_node(name + "_lod" + std::to_string(level), levels[level]));
        }
        if (!coarser.empty()) {
            has_levels_ = true;
            nodes_[finest]["extensions"]["MSFT_lod"]["ids"] = std::move(coarser);
        }
    }

    template <typename T>
    std::size_t view(const std::vector<T>& items, const int target) {
        return numbers_.view(items, target);
    }
    template <typename... Arguments>
    std::size_t accessor(Arguments&&... arguments) {
        return numbers_.accessor(std::forward<Arguments>(arguments)...);
    }

    glb::Accessors numbers_;
    Json meshes_ = Json::array();
    Json nodes_ = Json::array();
    Json roots_ = Json::array();
    std::map<std::string, Levels> meshes_of_;
    bool has_levels_ = false;
};

template <typename Vector>
bool all_finite(const std::vector<Vector>& values) {
    return std::ranges::all_of(values, [](const Vector& value) {
        float sum = 0.0F;
        for (int component = 0; component < Vector::length(); ++component) {
            sum += 0.0F * value[component];  // not 0 for what is not finite
        }
        return sum == 0.0F;
    });
}

tl::unexpected<Error> unwritable(const std::string& target, const char* cause, const std::string& part) {
    return failure(target, std::string(cause) + ": " + part, tr("Repair the model first"));
}

Result<Document> describe(const Model& model, const std::string& target) {
    Document document;
    std::set<std::string> names;
    std::set<std::string> empty;
    for (const ModelPart& part : model.parts) {
        if (!names.insert(part.name).second) {
            return unwritable(target, tr("cannot be written: two parts have the same name"), part.name);
        }
        if (!part.mirror_of.empty()) {
            if (empty.contains(part.mirror_of)) {
                continue;  // the mirror image of nothing
            }
            if (!document.holds(part.mirror_of)) {
                return unwritable(target, tr("cannot be written: a part mirrors one that is not before it"), part.name);
            }
            document.add_mirrored(part.name, part.mirror_of);
            continue;
        }
        if (!std::ranges::all_of(part.mesh.positions, is_usable) || !all_finite(part.mesh.normals) ||
            !all_finite(part.mesh.fibres)) {
            return failure(target, tr("cannot be written: the model has positions that are not usable numbers"),
                           tr("Repair the model first"));
        }
        if (part.mesh.triangle_count() == 0) {
            empty.insert(part.name);
            continue;
        }
        document.add(part);
    }
    if (document.bytes().empty()) {
        return failure(target, tr("cannot be written: the model holds no triangles"),
                       tr("Load a model with a surface first"));
    }
    return document;
}

}  // namespace

Result<void> export_glb(const Model& model, const std::filesystem::path& target) {
    const auto document = describe(model, target.string());
    if (!document) {
        return tl::unexpected(document.error());
    }
    return write_glb(target, document->json(), document->bytes());
}

}  // namespace dorsum::mesh
