#include "mesh/own_glb.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "mesh/glb_layout.h"
#include "mesh/model_format.h"
#include "mesh/packed_fibres.h"

namespace dorsum::mesh {
namespace {

using Json = nlohmann::json;

/// A number that counts or names something. Json would make one of any number, even of 1e300.
std::size_t whole_number(const Json& value) {
    return value.get_ref<const Json::number_unsigned_t&>();
}

std::size_t whole_number(const Json& object, const char* key, const std::size_t otherwise) {
    return object.contains(key) ? whole_number(object[key]) : otherwise;
}

/// Nothing is taken for granted that preflight has checked: it does not look into the extension, and does not
/// mind how often a file names the same node. A type that is not as expected throws Json::exception.
class OwnFile {
public:
    OwnFile(const Json& document, const std::span<const std::byte> binary)
        : document_(document), binary_(binary), bytes_left_(most_uses * binary.size()) {}

    [[nodiscard]] std::optional<std::vector<ModelPart>> parts() {
        std::vector<ModelPart> parts;
        std::set<std::string> names;
        std::map<std::size_t, std::string> unmirrored;  // the first part of each mesh
        for (const Json& root : document_.at("scenes").at(0).at("nodes")) {
            const Json* node = next_node(root);
            const auto mirrored = node != nullptr ? is_mirrored(*node) : std::nullopt;
            auto part = mirrored ? read_part(*node) : std::nullopt;
            if (!part || !names.insert(part->name).second) {
                return std::nullopt;
            }
            const std::size_t mesh = whole_number(node->at("mesh"));
            if (!*mirrored) {
                unmirrored.try_emplace(mesh, part->name);
            } else {
                if (const auto first = unmirrored.find(mesh); first != unmirrored.end()) {
                    part->mirror_of = first->second;
                }
                part->mesh = mirrored_in_x(std::move(part->mesh));
            }
            parts.push_back(*std::move(part));
        }
        return parts.empty() ? std::nullopt : std::optional(std::move(parts));
    }

private:
    /// How often every byte of the file may be read. Two is what a body with mirrored halves needs; without a
    /// bound, some megabytes of nodes that share a mesh would fill any memory.
    static constexpr std::size_t most_uses = 4;

    /// The node of this number; null when it was asked for before.
    [[nodiscard]] const Json* next_node(const Json& number) {
        const std::size_t index = whole_number(number);
        return seen_nodes_.insert(index).second ? &document_.at("nodes").at(index) : nullptr;
    }

    /// Empty for a node that is placed in any other way.
    [[nodiscard]] static std::optional<bool> is_mirrored(const Json& node) {
        for (const auto& [key, value] : node.items()) {
            constexpr std::array<std::string_view, 4> known{"name", "mesh", "scale", "extensions"};
            if (std::ranges::find(known, key) == known.end()) {
                return std::nullopt;
            }
        }
        if (!node.contains("scale")) {
            return false;
        }
        return node.at("scale") == Json::array({-1, 1, 1}) ? std::optional(true) : std::nullopt;
    }

    /// The only primitive of a node's mesh; null where there are several, or it is none of triangles.
    [[nodiscard]] const Json* primitive_of(const Json& node) const {
        const Json& primitives = document_.at("meshes").at(whole_number(node.at("mesh"))).at("primitives");
        const Json& primitive = primitives.at(0);
        const bool triangles = !primitive.contains("mode") || primitive["mode"] == 4;
        return primitives.size() == 1 && triangles ? &primitive : nullptr;
    }

    [[nodiscard]] std::optional<ModelPart> read_part(const Json& node) {
        const Json* primitive = primitive_of(node);
        if (primitive == nullptr) {
            return std::nullopt;
        }
        const Json& attributes = primitive->at("attributes");
        constexpr std::size_t most_attributes = 4;
        ModelPart part;
        part.name = node.at("name").get<std::string>();
        TriangleMesh& mesh = part.mesh;
        const bool read = attributes.size() <= most_attributes &&
                          read_vectors(attributes.at("POSITION"), mesh.positions) &&
                          (!attributes.contains("NORMAL") || read_vectors(attributes["NORMAL"], mesh.normals)) &&
                          (!attributes.contains("COLOR_0") || read_tints(attributes["COLOR_0"], mesh.tints)) &&
                          (!attributes.contains("_FIBRE") || read_fibres(attributes["_FIBRE"], mesh.fibres)) &&
                          fits(mesh.normals, mesh) && fits(mesh.tints, mesh) && fits(mesh.fibres, mesh) &&
                          read_indices(primitive->at("indices"), mesh.positions.size(), mesh.indices) &&
                          read_levels(node, attributes, mesh);
        return read ? std::optional(std::move(part)) : std::nullopt;
    }

    template <typename T>
    [[nodiscard]] static bool fits(const std::vector<T>& attribute, const TriangleMesh& mesh) {
        return attribute.empty() || attribute.size() == mesh.positions.size();
    }

    [[nodiscard]] bool read_levels(const Json& node, const Json& attributes, TriangleMesh& mesh) {
        if (!node.contains("extensions")) {
            return true;
        }
        for (const Json& number : node.at("extensions").at("MSFT_lod").at("ids")) {
            const Json* level = next_node(number);
            const Json* primitive = level != nullptr ? primitive_of(*level) : nullptr;
            if (primitive == nullptr || primitive->at("attributes") != attributes ||
                !read_indices(primitive->at("indices"), mesh.positions.size(), mesh.coarser.emplace_back())) {
                return false;
            }
        }
        return true;
    }

    /// The bytes of an accessor whose elements lie one after the other; empty where it is of another kind, or
    /// too much has been read already.
    [[nodiscard]] std::optional<std::span<const std::byte>> elements(const Json& index, const int component,
                                                                     const char* type, const std::size_t bytes) {
        const Json& accessor = document_.at("accessors").at(whole_number(index));
        if (accessor.at("componentType") != component || accessor.at("type") != type || accessor.contains("sparse")) {
            return std::nullopt;
        }
        const Json& view = document_.at("bufferViews").at(whole_number(accessor.at("bufferView")));
        if (whole_number(view, "byteStride", bytes) != bytes || whole_number(view.at("buffer")) != 0) {
            return std::nullopt;
        }
        const std::size_t view_start = whole_number(view, "byteOffset", 0);
        const std::size_t within_view = whole_number(accessor, "byteOffset", 0);
        if (view_start > binary_.size() || within_view > binary_.size() - view_start) {
            return std::nullopt;
        }
        const std::size_t start = view_start + within_view;
        const std::size_t count = whole_number(accessor.at("count"));
        if (count > (binary_.size() - start) / bytes || count * bytes > bytes_left_) {
            return std::nullopt;
        }
        bytes_left_ -= count * bytes;
        return binary_.subspan(start, count * bytes);
    }

    template <typename T>
    [[nodiscard]] bool copy(const Json& index, const int component, const char* type, std::vector<T>& items) {
        const auto bytes = elements(index, component, type, sizeof(T));
        if (!bytes) {
            return false;
        }
        items.resize(bytes->size() / sizeof(T));
        if (!items.empty()) {
            std::memcpy(items.data(), bytes->data(), bytes->size());
        }
        return true;
    }

    [[nodiscard]] bool read_vectors(const Json& index, std::vector<glm::vec3>& vectors) {
        return copy(index, glb::component_float, "VEC3", vectors) && std::ranges::all_of(vectors, is_usable);
    }
    [[nodiscard]] bool read_tints(const Json& index, std::vector<glm::u8vec4>& tints) {
        return copy(index, glb::component_unsigned_byte, "VEC4", tints);
    }
    [[nodiscard]] bool read_fibres(const Json& index, std::vector<glm::vec4>& fibres) {
        std::vector<PackedFibre> packed;
        if (!copy(index, glb::component_byte, "VEC4", packed)) {
            return false;
        }
        fibres = unpacked_fibres(packed);
        return true;
    }
    [[nodiscard]] bool read_indices(const Json& index, const std::size_t vertices,
                                    std::vector<std::uint32_t>& indices) {
        std::vector<std::uint16_t> narrow;
        if (copy(index, glb::component_unsigned_short, "SCALAR", narrow)) {
            indices.assign(narrow.begin(), narrow.end());
        } else if (!copy(index, glb::component_unsigned_int, "SCALAR", indices)) {
            return false;
        }
        return !indices.empty() && indices.size() % 3 == 0 &&
               std::ranges::all_of(indices, [vertices](const std::uint32_t corner) { return corner < vertices; });
    }

    const Json& document_;
    std::span<const std::byte> binary_;
    std::size_t bytes_left_;
    std::set<std::size_t> seen_nodes_;
};

}  // namespace

std::optional<std::vector<ModelPart>> read_own_glb(const std::span<const std::byte> content) {
    const auto json = glb::first_chunk(content.subspan(glb::header_bytes));
    if (!json) {
        return std::nullopt;
    }
    const auto binary =
        glb::first_chunk(content.subspan(glb::header_bytes + glb::chunk_header_bytes + json->data.size()));
    if (!binary || binary->type != glb::binary_chunk) {
        return std::nullopt;
    }
    const std::string_view text = as_text(json->data);
    const Json document = Json::parse(text.begin(), text.end(), nullptr, false);
    try {
        if (document.at("asset").value("generator", std::string()) != glb::own_generator) {
            return std::nullopt;
        }
        return OwnFile(document, binary->data).parts();
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

}  // namespace dorsum::mesh
