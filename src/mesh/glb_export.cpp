#include "mesh/glb_export.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/files.h"
#include "core/translate.h"

namespace dorsum::mesh {
namespace {

// Figures of the Khronos glTF 2.0 specification, sections 3.6 (accessors) and 4.4 (GLB).
constexpr std::uint32_t glb_magic = 0x46546C67;
constexpr std::uint32_t glb_version = 2;
constexpr std::uint32_t json_chunk = 0x4E4F534A;
constexpr std::uint32_t binary_chunk = 0x004E4942;
constexpr int component_float = 5126;
constexpr int component_unsigned_int = 5125;
constexpr int target_array_buffer = 34962;
constexpr int target_element_array_buffer = 34963;
constexpr std::size_t glb_header_bytes = 12;
constexpr std::size_t chunk_header_bytes = 8;

std::size_t padded_to_four(const std::size_t bytes) {
    return (bytes + 3) / 4 * 4;
}

void append(std::vector<std::byte>& bytes, const void* source, const std::size_t count) {
    const std::size_t start = bytes.size();
    bytes.resize(start + count);
    std::memcpy(bytes.data() + start, source, count);
}

void append_word(std::vector<std::byte>& bytes, const std::uint32_t word) {
    append(bytes, &word, sizeof(word));
}

/// The JSON of the file, and the arrays its accessors speak of, in order.
class Document {
public:
    void add(const ModelPart& part) {
        nlohmann::json primitive = {{"mode", 4}};
        const auto [low, high] = bounds(part.mesh);
        const std::size_t positions = accessor(view(part.mesh.positions, target_array_buffer),
                                               part.mesh.positions.size(), "VEC3", component_float);
        accessors_.back()["min"] = {low.x, low.y, low.z};
        accessors_.back()["max"] = {high.x, high.y, high.z};
        primitive["attributes"]["POSITION"] = positions;
        if (!part.mesh.normals.empty()) {
            primitive["attributes"]["NORMAL"] = accessor(view(part.mesh.normals, target_array_buffer),
                                                         part.mesh.normals.size(), "VEC3", component_float);
        }
        primitive["indices"] = accessor(view(part.mesh.indices, target_element_array_buffer), part.mesh.indices.size(),
                                        "SCALAR", component_unsigned_int);
        meshes_.push_back({{"name", part.name}, {"primitives", nlohmann::json::array({primitive})}});
        const std::size_t node = nodes_.size();
        nodes_.push_back({{"name", part.name}, {"mesh", meshes_.size() - 1}});
        roots_.push_back(node);
    }

    [[nodiscard]] std::string json() const {
        const nlohmann::json document = {
            {"asset", {{"version", "2.0"}, {"generator", "Dorsum"}}},
            {"scene", 0},
            {"scenes", nlohmann::json::array({{{"nodes", roots_}}})},
            {"nodes", nodes_},
            {"meshes", meshes_},
            {"accessors", accessors_},
            {"bufferViews", views_},
            {"buffers", nlohmann::json::array({{{"byteLength", bytes_}}})},
        };
        return document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }
    [[nodiscard]] std::size_t binary_bytes() const { return bytes_; }

private:
    template <typename T>
    std::size_t view(const std::vector<T>& items, const int target) {
        const std::size_t length = items.size() * sizeof(T);
        views_.push_back({{"buffer", 0}, {"byteOffset", bytes_}, {"byteLength", length}, {"target", target}});
        bytes_ += length;
        return views_.size() - 1;
    }
    std::size_t accessor(const std::size_t view, const std::size_t count, const char* type, const int component) {
        accessors_.push_back({{"bufferView", view}, {"componentType", component}, {"count", count}, {"type", type}});
        return accessors_.size() - 1;
    }

    nlohmann::json accessors_ = nlohmann::json::array();
    nlohmann::json views_ = nlohmann::json::array();
    nlohmann::json meshes_ = nlohmann::json::array();
    nlohmann::json nodes_ = nlohmann::json::array();
    nlohmann::json roots_ = nlohmann::json::array();
    std::size_t bytes_ = 0;
};

template <typename T>
void append_array(std::vector<std::byte>& bytes, const std::vector<T>& items) {
    if (!items.empty()) {
        append(bytes, items.data(), items.size() * sizeof(T));
    }
}

bool all_finite(const std::vector<glm::vec3>& values) {
    return std::ranges::all_of(values, [](const glm::vec3& value) {
        return std::isfinite(value.x) && std::isfinite(value.y) && std::isfinite(value.z);
    });
}

}  // namespace

Result<void> export_glb(const Model& model, const std::filesystem::path& target) {
    Document document;
    for (const ModelPart& part : model.parts) {
        if (!all_finite(part.mesh.positions) || !all_finite(part.mesh.normals)) {
            return failure(target.string(), tr("cannot be written: the model has positions that are not numbers"),
                           tr("Repair the model first"));
        }
        if (part.mesh.triangle_count() > 0) {
            document.add(part);
        }
    }
    if (document.binary_bytes() == 0) {
        return failure(target.string(), tr("cannot be written: the model holds no triangles"),
                       tr("Load a model with a surface first"));
    }
    const std::string json = document.json();
    const std::size_t json_bytes = padded_to_four(json.size());
    const std::size_t total = glb_header_bytes + 2 * chunk_header_bytes + json_bytes + document.binary_bytes();
    if (total > std::numeric_limits<std::uint32_t>::max()) {
        return failure(target.string(), tr("cannot be written: a GLB file holds at most 4 GiB"),
                       tr("Export fewer parts at a time"));
    }
    std::vector<std::byte> bytes;
    bytes.reserve(total);
    append_word(bytes, glb_magic);
    append_word(bytes, glb_version);
    append_word(bytes, static_cast<std::uint32_t>(total));
    append_word(bytes, static_cast<std::uint32_t>(json_bytes));
    append_word(bytes, json_chunk);
    append(bytes, json.data(), json.size());
    bytes.resize(glb_header_bytes + chunk_header_bytes + json_bytes, std::byte{' '});
    append_word(bytes, static_cast<std::uint32_t>(document.binary_bytes()));
    append_word(bytes, binary_chunk);
    for (const ModelPart& part : model.parts) {
        if (part.mesh.triangle_count() > 0) {
            append_array(bytes, part.mesh.positions);
            append_array(bytes, part.mesh.normals);
            append_array(bytes, part.mesh.indices);
        }
    }
    return write_file(target, bytes);
}

}  // namespace dorsum::mesh
