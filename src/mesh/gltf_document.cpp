#include "mesh/gltf_document.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <system_error>

#include "core/fill.h"
#include "core/translate.h"
#include "mesh/file_of_uri.h"
#include "mesh/glb_layout.h"
#include "mesh/gltf_draco.h"
#include "mesh/gltf_extensions.h"
#include "mesh/gltf_meshopt.h"
#include "mesh/import_errors.h"

namespace dorsum::mesh {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t no_number = UINT64_MAX / 4;
constexpr int deepest_json = 64;
constexpr std::size_t most_sparse_elements = 16'000'000;  // an accessor without data costs memory all the same

/// The library reads JSON by recursion: brackets nested too deep would exhaust its stack.
bool nests_too_deep(const std::string_view json) {
    int depth = 0;
    bool in_text = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char letter = json[i];
        if (in_text) {
            i += letter == '\\' ? 1 : 0;
            in_text = letter != '"';
        } else if (letter == '"') {
            in_text = true;
        } else if (letter == '[' || letter == '{') {
            if (++depth > deepest_json) {
                return true;
            }
        } else if (letter == ']' || letter == '}') {
            --depth;
        }
    }
    return false;
}

/// The list under a key, an empty one where there is none.
const Json& list(const Json& object, const char* key) {
    static const Json none = Json::array();
    const auto found = object.find(key);
    return found == object.end() ? none : *found;
}

std::uint64_t number(const Json& object, const char* key, const std::uint64_t otherwise) {
    const auto found = object.find(key);
    if (found == object.end()) {
        return otherwise;
    }
    // A negative or broken number becomes one that nothing can match; sums of such do not overflow.
    return found->is_number_unsigned() ? std::min(found->get<std::uint64_t>(), no_number) : no_number;
}

bool names_one_of(const Json& object, const char* key, const Json& among) {
    return !object.contains(key) || number(object, key, 0) < among.size();
}

/// Bytes of one element of an accessor; 0 for types that do not exist.
std::size_t element_bytes(const Json& accessor) {
    struct Type {
        const char* name;
        std::size_t components;
    };
    constexpr std::array types = {Type{"SCALAR", 1}, Type{"VEC2", 2}, Type{"VEC3", 3}, Type{"VEC4", 4},
                                  Type{"MAT2", 4},   Type{"MAT3", 9}, Type{"MAT4", 16}};
    const std::string name = accessor.at("type").get<std::string>();
    const auto type = std::ranges::find_if(types, [&](const Type& known) { return name == known.name; });
    std::size_t component = 0;
    switch (number(accessor, "componentType", 0)) {
        case 5120:
        case 5121:
            component = 1;
            break;
        case 5122:
        case 5123:
            component = 2;
            break;
        case 5125:
        case 5126:
            component = 4;
            break;
        default:
            break;
    }
    return type == types.end() ? 0 : type->components * component;
}

class Checker {
public:
    Checker(const std::filesystem::path& path, const ModelFormat format, const Json& document,
            const std::optional<std::size_t> binary_chunk_bytes)
        : path_(path), format_(format), document_(document), binary_chunk_bytes_(binary_chunk_bytes) {}

    [[nodiscard]] Result<void> check() const {
        if (document_.at("asset").at("version").get<std::string>().substr(0, 2) != "2.") {
            return failure(path_.string(), tr("is of a version of glTF that cannot be read"),
                           tr("Export it as glTF 2.0"));
        }
        return check_gltf_extensions(path_, document_)
            .and_then([&] { return check_buffers(); })
            .and_then([&] { return check_views(); })
            .and_then([&] { return check_accessors(); })
            .and_then([&] { return check_meshes(); })
            .and_then([&] { return check_nodes(); });
    }

private:
    [[nodiscard]] Result<void> problem(const char* why) const { return broken(path_, format_, why); }

    [[nodiscard]] Result<void> check_buffers() const {
        const Json& buffers = list(document_, "buffers");
        for (std::size_t i = 0; i < buffers.size(); ++i) {
            const std::uint64_t length = number(buffers[i], "byteLength", no_number);
            if (!buffers[i].contains("uri")) {
                if (is_fallback(buffers[i])) {
                    continue;
                }
                if (i > 0 || !binary_chunk_bytes_ || length > *binary_chunk_bytes_) {
                    return problem(tr("its data are missing or cut short"));
                }
                continue;
            }
            const std::string uri = buffers[i].at("uri").get<std::string>();
            if (uri.starts_with("data:")) {
                if (length > uri.size() / 4 * 3) {
                    return problem(tr("its data are missing or cut short"));
                }
            } else if (auto found = check_file_beside(uri, length); !found) {
                return found;
            }
        }
        return {};
    }
    [[nodiscard]] Result<void> check_file_beside(const std::string& uri, const std::uint64_t length) const {
        std::error_code missing;
        const std::filesystem::path beside = file_of_uri((path_.parent_path() / uri).string());
        const std::uintmax_t size = std::filesystem::file_size(beside, missing);
        if (missing) {
            return failure(path_.string(), with_detail(tr("needs a file beside it that is not there"), uri),
                           tr("Put that file into the same folder, or export as GLB, which is a single file"));
        }
        return length > size ? problem(tr("the file beside it is shorter than it says")) : Result<void>{};
    }

    /// A buffer that holds nothing: it only says how long the decompressed data of others would be.
    [[nodiscard]] static bool is_fallback(const Json& buffer) {
        return buffer.contains("extensions") && buffer.at("extensions").contains(meshopt_extension);
    }
    /// Whether the bytes that a view, or its compressed form, names are in a buffer.
    [[nodiscard]] bool lies_in_buffer(const Json& where) const {
        const Json& buffers = list(document_, "buffers");
        const std::uint64_t buffer = number(where, "buffer", no_number);
        const std::uint64_t end = number(where, "byteOffset", 0) + number(where, "byteLength", no_number);
        return buffer < buffers.size() && end <= number(buffers[buffer], "byteLength", 0);
    }
    [[nodiscard]] Result<void> check_views() const {
        for (const Json& view : list(document_, "bufferViews")) {
            if (number(view, "byteLength", no_number) >= no_number || number(view, "byteStride", 4) > 252) {
                return problem(tr("it announces more data than it holds"));
            }
            const Json* compressed = meshopt_of(view);
            if (compressed != nullptr && (!is_meshopt_sound(*compressed) || !is_as_long_as(view, *compressed))) {
                return problem(tr("its compressed data (EXT_meshopt_compression) are damaged"));
            }
            if (!lies_in_buffer(compressed != nullptr ? *compressed : view)) {
                return problem(tr("it announces more data than it holds"));
            }
        }
        return {};
    }
    /// Does a view promise no more than what its compressed form holds, element for element?
    [[nodiscard]] static bool is_as_long_as(const Json& view, const Json& compressed) {
        const std::uint64_t stride = number(compressed, "byteStride", 0);
        return number(view, "byteStride", stride) == stride &&
               number(view, "byteLength", no_number) <= stride * number(compressed, "count", 0);
    }

    /// Whether `count` elements fit into a buffer view from an offset on.
    [[nodiscard]] bool fits(const Json& where, const std::uint64_t count, const std::size_t bytes) const {
        const Json& views = list(document_, "bufferViews");
        const std::uint64_t index = number(where, "bufferView", no_number);
        if (index >= views.size() || bytes == 0 || count > UINT64_MAX / 1024) {
            return false;
        }
        const std::uint64_t stride = std::max<std::uint64_t>(number(views[index], "byteStride", bytes), 1);
        const std::uint64_t length = number(views[index], "byteLength", 0);
        return count == 0 || number(where, "byteOffset", 0) + (count - 1) * stride + bytes <= length;
    }
    [[nodiscard]] Result<void> check_accessors() const {
        const std::set<std::uint64_t> in_draco = accessors_in_draco();
        const Json& accessors = list(document_, "accessors");
        for (std::size_t i = 0; i < accessors.size(); ++i) {
            const Json& accessor = accessors[i];
            const std::size_t bytes = element_bytes(accessor);
            const std::uint64_t count = number(accessor, "count", no_number);
            const bool sparse = accessor.contains("sparse");
            const bool has_data = accessor.contains("bufferView");
            const bool is_elsewhere = !has_data && in_draco.contains(i);
            if (bytes == 0 || (has_data && !fits(accessor, count, bytes)) ||
                (!has_data && !is_elsewhere && (!sparse || count > most_sparse_elements))) {
                return problem(tr("it announces more vertices or faces than it holds"));
            }
            if (sparse && !sparse_is_sound(accessor, count, bytes)) {
                return problem(tr("its sparse data lead to something that is not there"));
            }
        }
        return {};
    }
    /// The accessors of primitives whose data KHR_draco_mesh_compression holds: these describe what is nowhere else.
    [[nodiscard]] std::set<std::uint64_t> accessors_in_draco() const {
        std::set<std::uint64_t> accessors;
        for (const Json& mesh : list(document_, "meshes")) {
            for (const Json& primitive : list(mesh, "primitives")) {
                if (list(primitive, "extensions").contains(draco_extension)) {
                    accessors.insert(number(primitive, "indices", no_number));
                    for (const auto& [name, index] : list(primitive, "attributes").items()) {
                        accessors.insert(number(primitive.at("attributes"), name.c_str(), no_number));
                    }
                }
            }
        }
        return accessors;
    }
    [[nodiscard]] bool sparse_is_sound(const Json& accessor, const std::uint64_t count, const std::size_t bytes) const {
        const Json& sparse = accessor.at("sparse");
        const std::uint64_t changed = number(sparse, "count", no_number);
        Json indices = sparse.at("indices");
        indices["type"] = "SCALAR";
        return changed <= count && fits(indices, changed, element_bytes(indices)) &&
               fits(sparse.at("values"), changed, bytes);
    }

    [[nodiscard]] Result<void> check_meshes() const {
        const Json& accessors = list(document_, "accessors");
        for (const Json& mesh : list(document_, "meshes")) {
            for (const Json& primitive : mesh.at("primitives")) {
                const Json& attributes = primitive.at("attributes");
                std::optional<std::uint64_t> vertices;
                for (const auto& [name, index] : attributes.items()) {
                    if (number(attributes, name.c_str(), 0) >= accessors.size() ||
                        number(accessors[index.get<std::size_t>()], "count", 0) !=
                            vertices.value_or(number(accessors[index.get<std::size_t>()], "count", 0))) {
                        return problem(tr("a mesh names data that are not there"));
                    }
                    vertices = number(accessors[index.get<std::size_t>()], "count", 0);
                }
                const Json& draco = list(list(primitive, "extensions"), draco_extension);
                if (!names_one_of(primitive, "indices", accessors) || !is_position(attributes) ||
                    !names_one_of(draco, "bufferView", list(document_, "bufferViews"))) {
                    return problem(tr("a mesh names data that are not there"));
                }
            }
        }
        return {};
    }
    [[nodiscard]] bool is_position(const Json& attributes) const {
        if (!attributes.contains("POSITION")) {
            return true;
        }
        const Json& accessor = list(document_, "accessors")[attributes.at("POSITION").get<std::size_t>()];
        // Whole numbers are those of KHR_mesh_quantization.
        return number(accessor, "componentType", 0) != glb::component_unsigned_int && accessor.at("type") == "VEC3";
    }

    [[nodiscard]] Result<void> check_nodes() const {
        const Json& nodes = list(document_, "nodes");
        std::vector<int> parents(nodes.size(), 0);
        for (const Json& node : nodes) {
            if (!names_one_of(node, "mesh", list(document_, "meshes")) ||
                !names_one_of(node, "camera", list(document_, "cameras")) ||
                !names_one_of(node, "skin", list(document_, "skins"))) {
                return problem(tr("a node names something that is not there"));
            }
            for (const Json& child : list(node, "children")) {
                // More than one parent, or a ring: the library would walk it for ever.
                if (!child.is_number_unsigned() || child.get<std::uint64_t>() >= nodes.size() ||
                    ++parents[child.get<std::size_t>()] > 1) {
                    return problem(tr("its nodes do not form a tree"));
                }
            }
        }
        return check_roots(parents);
    }
    [[nodiscard]] Result<void> check_roots(const std::vector<int>& parents) const {
        // Every node has at most one parent, so what hangs below a node without parent is a tree; a
        // ring hangs below none, and must not be named by a scene.
        for (const Json& scene : list(document_, "scenes")) {
            for (const Json& root : list(scene, "nodes")) {
                if (!root.is_number_unsigned() || root.get<std::uint64_t>() >= parents.size() ||
                    parents[root.get<std::size_t>()] > 0) {
                    return problem(tr("its nodes do not form a tree"));
                }
            }
        }
        return names_one_of(document_, "scene", list(document_, "scenes"))
                   ? Result<void>{}
                   : problem(tr("it shows a scene that is not there"));
    }

    const std::filesystem::path& path_;
    ModelFormat format_;
    const Json& document_;
    std::optional<std::size_t> binary_chunk_bytes_;
};

}  // namespace

Result<std::optional<std::size_t>> check_gltf(const std::filesystem::path& path, const ModelFormat format,
                                              const std::string_view json,
                                              const std::optional<std::size_t> binary_chunk_bytes) {
    if (nests_too_deep(json)) {
        return broken(path, format, tr("its description is nested too deep"));
    }
    const Json document = Json::parse(json.begin(), json.end(), nullptr, false);
    if (document.is_discarded() || !document.is_object()) {
        return broken(path, format, tr("its description is not valid JSON"));
    }
    try {
        return Checker(path, format, document, binary_chunk_bytes).check().map([&] {
            return announced_gltf_triangles(document);
        });
    } catch (const Json::exception&) {
        return broken(path, format, tr("its description does not follow glTF 2.0"));
    }
}

}  // namespace dorsum::mesh
