#include "mesh/gltf_draco.h"

#include <draco/compression/decode.h>
#include <draco/mesh/mesh.h>

#include <array>
#include <memory>
#include <vector>

namespace dorsum::mesh {
namespace {

/// One attribute for each point of the mesh; empty where there is none of three numbers each.
std::optional<std::vector<glm::vec3>> vectors_of(const draco::Mesh& mesh, const std::uint32_t unique_id) {
    const draco::PointAttribute* attribute = mesh.GetAttributeByUniqueId(unique_id);
    if (attribute == nullptr || attribute->num_components() != 3) {
        return std::nullopt;
    }
    std::vector<glm::vec3> vectors(mesh.num_points());
    for (draco::PointIndex point(0); point < mesh.num_points(); ++point) {
        const draco::AttributeValueIndex value = attribute->mapped_index(point);
        std::array<float, 3> numbers{};
        if (value.value() >= attribute->size() || !attribute->ConvertValue<float, 3>(value, numbers.data())) {
            return std::nullopt;
        }
        vectors[point.value()] = {numbers[0], numbers[1], numbers[2]};
    }
    return vectors;
}

}  // namespace

std::optional<TriangleMesh> decode_draco(const std::span<const std::byte> compressed,
                                         const DracoAttributes& attributes) {
    draco::DecoderBuffer buffer;
    buffer.Init(reinterpret_cast<const char*>(compressed.data()), compressed.size());
    draco::Decoder decoder;
    const auto decoded = decoder.DecodeMeshFromBuffer(&buffer);
    if (!decoded.ok() || decoded.value() == nullptr) {
        return std::nullopt;
    }
    const draco::Mesh& mesh = *decoded.value();
    TriangleMesh result;
    auto positions = vectors_of(mesh, attributes.position);
    if (!positions) {
        return std::nullopt;
    }
    result.positions = *std::move(positions);
    if (attributes.normal) {
        auto normals = vectors_of(mesh, *attributes.normal);
        if (!normals) {
            return std::nullopt;
        }
        result.normals = *std::move(normals);
    }
    result.indices.reserve(std::size_t{3} * mesh.num_faces());
    for (draco::FaceIndex face(0); face < mesh.num_faces(); ++face) {
        for (const draco::PointIndex& corner : mesh.face(face)) {
            result.indices.push_back(corner.value());
        }
    }
    return result;
}

}  // namespace dorsum::mesh
