#include "render/body_buffers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <glm/geometric.hpp>

#include "render/height_map.h"
#include "render/vertex_shading.h"

namespace dorsum::render {

namespace {

/// A vertex as the shaders read it: 24 bytes.
struct PackedVertex {
    glm::vec3 position;
    std::array<std::int16_t, 4> normal;  // x, y, z, curvature
    std::array<std::uint8_t, 4> shade;   // openness, lamp, mottling, unused
};

std::int16_t pack_signed(const float value) {
    return static_cast<std::int16_t>(std::lround(std::clamp(value, -1.0F, 1.0F) * 32767.0F));
}

std::uint8_t pack_unsigned(const float value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 1.0F) * 255.0F));
}

std::vector<PackedVertex> pack(const mesh::TriangleMesh& mesh, const HeightMap& heights) {
    const std::vector<glm::vec3> normals = vertex_normals(mesh);
    const std::vector<VertexShade> shades = shade_vertices(mesh, normals, heights);
    std::vector<PackedVertex> packed(mesh.positions.size());
    for (std::size_t i = 0; i < packed.size(); ++i) {
        packed[i] = {
            mesh.positions[i],
            {pack_signed(normals[i].x), pack_signed(normals[i].y), pack_signed(normals[i].z),
             pack_signed(2.0F * shades[i].curvature - 1.0F)},
            {pack_unsigned(shades[i].openness), pack_unsigned(shades[i].lamp), pack_unsigned(shades[i].mottling), 255}};
    }
    return packed;
}

/// Closed and wound outwards: then every edge is crossed once in each direction, which the signed volume
/// and the sum of the areas' normals betray.
bool is_closed(const mesh::TriangleMesh& mesh) {
    double volume = 0.0;
    double area = 0.0;
    glm::dvec3 open{0.0};
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::dvec3 a = mesh.positions[mesh.indices[i]];
        const glm::dvec3 b = mesh.positions[mesh.indices[i + 1]];
        const glm::dvec3 c = mesh.positions[mesh.indices[i + 2]];
        const glm::dvec3 normal = glm::cross(b - a, c - a);
        volume += glm::dot(a, normal);
        open += normal;
        area += glm::length(normal);
    }
    return volume > 0.0 && glm::length(open) < 1.0e-3 * area;
}

PartBuffers upload_part(const body::Part& part, const HeightMap& heights) {
    PartBuffers buffers;
    buffers.role = part.role;
    buffers.closed = is_closed(part.mesh);
    buffers.index_count = static_cast<GLsizei>(part.mesh.indices.size());
    const std::vector<PackedVertex> vertices = pack(part.mesh, heights);

    buffers.vertex_array = VertexArray::create();
    glBindVertexArray(buffers.vertex_array.name());
    buffers.vertices = Buffer::create();
    glBindBuffer(GL_ARRAY_BUFFER, buffers.vertices.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices.size() * sizeof(PackedVertex)), vertices.data(),
                 GL_STATIC_DRAW);
    buffers.indices = Buffer::create();
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffers.indices.name());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(part.mesh.indices.size() * sizeof(std::uint32_t)),
                 part.mesh.indices.data(), GL_STATIC_DRAW);
    const auto attribute = [](const Attribute location, const GLint count, const GLenum type, const std::size_t at) {
        glEnableVertexAttribArray(location);
        glVertexAttribPointer(location, count, type, type == GL_FLOAT ? GL_FALSE : GL_TRUE, sizeof(PackedVertex),
                              reinterpret_cast<const void*>(at));
    };
    attribute(position_attribute, 3, GL_FLOAT, offsetof(PackedVertex, position));
    attribute(normal_attribute, 4, GL_SHORT, offsetof(PackedVertex, normal));
    attribute(shade_attribute, 4, GL_UNSIGNED_BYTE, offsetof(PackedVertex, shade));
    glBindVertexArray(0);
    return buffers;
}

}  // namespace

BodyBuffers upload(const std::shared_ptr<const body::Body>& body) {
    std::vector<const mesh::TriangleMesh*> above_table;
    for (const body::Part& part : body->parts) {
        if (part.role != body::Role::table) {
            above_table.push_back(&part.mesh);
        }
    }
    const HeightMap heights{above_table};

    BodyBuffers buffers;
    buffers.body = body;
    for (const body::Part& part : body->parts) {
        buffers.parts.push_back(upload_part(part, heights));
    }
    const std::vector<std::uint8_t> shade = contact_shade(heights);
    buffers.contact_shade = Texture::create();
    glBindTexture(GL_TEXTURE_2D, buffers.contact_shade.name());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, heights.width(), heights.height(), 0, GL_RED, GL_UNSIGNED_BYTE, shade.data());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glBindTexture(GL_TEXTURE_2D, 0);
    buffers.shade_low = heights.low();
    buffers.shade_size =
        glm::vec2{static_cast<float>(heights.width()), static_cast<float>(heights.height())} * heights.cell_m();
    return buffers;
}

}  // namespace dorsum::render
