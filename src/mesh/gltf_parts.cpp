#include "mesh/gltf_parts.h"
#include "mesh/usable_triangles.h"

#include <algorithm>
#include <array>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/mat3x3.hpp>
#include <glm/mat4x4.hpp>
#include <glm/matrix.hpp>
#include <glm/vec4.hpp>
#include <nlohmann/json.hpp>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/translate.h"
#include "mesh/glb_layout.h"
#include "mesh/gltf_data.h"
#include "mesh/gltf_draco.h"
#include "mesh/import_errors.h"

namespace dorsum::mesh {
namespace {

using Json = nlohmann::json;

constexpr int mode_triangles = 4;
constexpr int mode_strip = 5;
constexpr int mode_fan = 6;

template <std::size_t count>
std::array<double, count> numbers(const Json& node, const char* key, const std::array<double, count>& otherwise) {
    return node.contains(key) ? node.at(key).get<std::array<double, count>>() : otherwise;
}

/// From the node's own coordinates to those of its parent: the glTF 2.0 specification, section 3.5.3.
glm::dmat4 matrix_of(const Json& node) {
    if (node.contains("matrix")) {
        const auto m = numbers<16>(node, "matrix", {});
        return {m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8], m[9], m[10], m[11], m[12], m[13], m[14], m[15]};
    }
    const auto shift = numbers<3>(node, "translation", {0.0, 0.0, 0.0});
    const auto turn = numbers<4>(node, "rotation", {0.0, 0.0, 0.0, 1.0});
    const auto scale = numbers<3>(node, "scale", {1.0, 1.0, 1.0});
    glm::dmat4 matrix = glm::mat4_cast(glm::dquat(turn[3], turn[0], turn[1], turn[2]));
    for (int axis = 0; axis < 3; ++axis) {
        matrix[axis] *= scale.at(static_cast<std::size_t>(axis));
    }
    matrix[3] = glm::dvec4(shift[0], shift[1], shift[2], 1.0);
    return matrix;
}

struct PlacedNode {
    const Json* node;
    glm::dmat4 to_file;
};

/// The nodes of the shown scene, each before its children, in the order of the file. They are known to form trees.
std::vector<PlacedNode> placed_nodes(const Json& document) {
    const Json& nodes = document.at("nodes");
    const Json& scene = document.at("scenes").at(document.value("scene", std::size_t{0}));
    std::vector<PlacedNode> waiting;
    const auto wait_for = [&](const Json& numbers_of_nodes, const glm::dmat4& parent) {
        for (std::size_t i = numbers_of_nodes.size(); i > 0; --i) {
            const Json& node = nodes.at(numbers_of_nodes.at(i - 1).get<std::size_t>());
            waiting.push_back({&node, parent * matrix_of(node)});
        }
    };
    wait_for(scene.value("nodes", Json::array()), glm::dmat4(1.0));
    std::vector<PlacedNode> placed;
    while (!waiting.empty()) {
        placed.push_back(waiting.back());
        waiting.pop_back();
        const PlacedNode current = placed.back();
        wait_for(current.node->value("children", Json::array()), current.to_file);
    }
    return placed;
}

/// The corners of a strip or fan as triangles of their own, wound as the first: section 3.7.2.1 of the specification.
std::vector<std::uint32_t> as_triangles(const std::vector<std::uint32_t>& corners, const int mode) {
    std::vector<std::uint32_t> triangles;
    for (std::size_t i = 0; i + 2 < corners.size(); ++i) {
        if (mode == mode_fan) {
            triangles.insert(triangles.end(), {corners[i + 1], corners[i + 2], corners[0]});
        } else {
            triangles.insert(triangles.end(), {corners[i], corners[i + 1 + i % 2], corners[i + 2 - i % 2]});
        }
    }
    return triangles;
}

class PartsReader {
public:
    PartsReader(const std::filesystem::path& path, const ModelFormat format, Json document,
                const std::span<const std::byte> binary_chunk)
        : path_(path), document_(std::move(document)), data_(path, format, document_, binary_chunk) {}

    [[nodiscard]] Result<GltfParts> read(const ImportProgress& progress) {
        GltfParts result;
        const std::vector<PlacedNode> nodes = placed_nodes(document_);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (progress && !progress(static_cast<float>(i) / static_cast<float>(nodes.size()))) {
                return stopped(path_);
            }
            if (!nodes[i].node->contains("mesh")) {
                continue;
            }
            const Json& mesh = document_.at("meshes").at(nodes[i].node->at("mesh").get<std::size_t>());
            ModelPart part;
            part.name = name_of(*nodes[i].node, mesh);
            for (const Json& primitive : mesh.at("primitives")) {
                auto surface = read_primitive(primitive);
                if (!surface) {
                    return tl::unexpected(surface.error());
                }
                place(*surface, nodes[i].to_file);
                count_left_out(*surface, result);
                append(*std::move(surface), part.mesh);
            }
            if (part.mesh.triangle_count() > 0) {
                result.parts.push_back(std::move(part));
            }
        }
        return result;
    }

private:
    [[nodiscard]] std::string name_of(const Json& node, const Json& mesh) const {
        for (const Json* named : {&node, &mesh}) {
            if (const std::string name = named->value("name", std::string()); !name.empty()) {
                return name;
            }
        }
        return path_.stem().string();
    }

    [[nodiscard]] Result<TriangleMesh> read_primitive(const Json& primitive) {
        const int mode = primitive.value("mode", mode_triangles);
        const Json& attributes = primitive.at("attributes");
        if (mode < mode_triangles || mode > mode_fan || !attributes.contains("POSITION")) {
            return TriangleMesh{};
        }
        const Json extensions = primitive.value("extensions", Json::object());
        if (extensions.contains(draco_extension)) {
            return read_draco(extensions.at(draco_extension), primitive, mode);
        }
        return read_plain(primitive, attributes).map([mode](TriangleMesh mesh) {
            mesh.indices = mode == mode_triangles ? std::move(mesh.indices) : as_triangles(mesh.indices, mode);
            return mesh;
        });
    }

    [[nodiscard]] Result<TriangleMesh> read_plain(const Json& primitive, const Json& attributes) {
        TriangleMesh mesh;
        auto positions = data_.vectors(attributes.at("POSITION").get<std::size_t>());
        if (!positions) {
            return tl::unexpected(positions.error());
        }
        mesh.positions = *std::move(positions);
        if (attributes.contains("NORMAL")) {
            auto normals = data_.vectors(attributes.at("NORMAL").get<std::size_t>());
            if (!normals) {
                return tl::unexpected(normals.error());
            }
            mesh.normals = *std::move(normals);
        }
        if (!primitive.contains("indices")) {
            mesh.indices.resize(mesh.positions.size());
            std::iota(mesh.indices.begin(), mesh.indices.end(), 0U);
            return mesh;
        }
        auto indices = data_.indices(primitive.at("indices").get<std::size_t>());
        if (!indices) {
            return tl::unexpected(indices.error());
        }
        mesh.indices = *std::move(indices);
        return mesh;
    }

    [[nodiscard]] Result<TriangleMesh> read_draco(const Json& compression, const Json& primitive, const int mode) {
        const auto bytes = data_.view(compression.at("bufferView").get<std::size_t>());
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        const Json& numbers_of = compression.at("attributes");
        DracoAttributes attributes;
        attributes.position = numbers_of.at("POSITION").get<std::uint32_t>();
        if (numbers_of.contains("NORMAL")) {
            attributes.normal = numbers_of.at("NORMAL").get<std::uint32_t>();
        }
        auto mesh = mode == mode_fan ? std::nullopt : decode_draco(*bytes, attributes);
        // A strip is announced with its own number of corners, but lies there as triangles.
        const bool fits = mesh && mesh->positions.size() == count_of(primitive.at("attributes").at("POSITION")) &&
                          (mode == mode_strip || !primitive.contains("indices") ||
                           mesh->indices.size() == count_of(primitive.at("indices")));
        if (!fits) {
            return data_.broken_because(tr("its compressed data (KHR_draco_mesh_compression) are damaged"));
        }
        return *std::move(mesh);
    }
    [[nodiscard]] std::size_t count_of(const Json& accessor) const {
        return document_.at("accessors").at(accessor.get<std::size_t>()).at("count").get<std::size_t>();
    }

    static void count_left_out(TriangleMesh& mesh, GltfParts& result) {
        const LeftOut left_out = mesh::leave_out_unusable(mesh);
        result.bad_index_faces += left_out.bad_index_faces;
        result.bad_positions += left_out.bad_positions;
        mesh.normals.resize(mesh.normals.empty() ? 0 : mesh.positions.size(), glm::vec3(0.0F));
    }

    static void place(TriangleMesh& mesh, const glm::dmat4& to_file) {
        if (to_file == glm::dmat4(1.0)) {
            return;
        }
        const glm::dmat3 turn = glm::transpose(glm::inverse(glm::dmat3(to_file)));
        for (glm::vec3& position : mesh.positions) {
            position = glm::vec3(to_file * glm::dvec4(position, 1.0));
        }
        for (glm::vec3& normal : mesh.normals) {
            normal = glm::vec3(turn * glm::dvec3(normal));
        }
        if (glm::determinant(glm::dmat3(to_file)) < 0.0) {
            for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
                std::swap(mesh.indices[i + 1], mesh.indices[i + 2]);
            }
        }
    }

    static void append(TriangleMesh surface, TriangleMesh& target) {
        if (target.positions.empty()) {
            target = std::move(surface);
            return;
        }
        const auto first = static_cast<std::uint32_t>(target.positions.size());
        if (!surface.normals.empty() || !target.normals.empty()) {
            // Zero: to be taken from the triangle.
            target.normals.resize(target.positions.size(), glm::vec3(0.0F));
            surface.normals.resize(surface.positions.size(), glm::vec3(0.0F));
        }
        target.positions.insert(target.positions.end(), surface.positions.begin(), surface.positions.end());
        target.normals.insert(target.normals.end(), surface.normals.begin(), surface.normals.end());
        target.indices.reserve(target.indices.size() + surface.indices.size());
        for (const std::uint32_t index : surface.indices) {
            target.indices.push_back(first + index);
        }
    }

    const std::filesystem::path& path_;
    Json document_;
    GltfData data_;
};

}  // namespace

Result<GltfParts> read_gltf_parts(const std::filesystem::path& path, const ModelFormat format,
                                  const std::span<const std::byte> content, const ImportProgress& progress) try {
    std::string_view description = as_text(content);
    std::span<const std::byte> binary;
    if (format == ModelFormat::glb) {
        std::span<const std::byte> rest = content.subspan(glb::header_bytes);
        const auto json = glb::first_chunk(rest);
        description = as_text(json->data);
        description = description.substr(0, description.find_last_not_of('\0') + 1);
        rest = rest.subspan(glb::chunk_header_bytes + json->data.size());
        if (const auto chunk = glb::first_chunk(rest); chunk && chunk->type == glb::binary_chunk) {
            binary = chunk->data;
        }
    }
    return PartsReader(path, format, Json::parse(description), binary).read(progress);
} catch (const Json::exception&) {
    return broken(path, format, tr("its description does not follow glTF 2.0"));
}

}  // namespace dorsum::mesh
