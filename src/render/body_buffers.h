#pragma once

#include <glm/vec2.hpp>
#include <memory>
#include <vector>

#include "body/body.h"
#include "render/gl_object.h"

namespace dorsum::render {

/// A part of a body on the GPU.
struct PartBuffers {
    body::Role role = body::Role::skin;
    VertexArray vertex_array;
    Buffer vertices;
    Buffer indices;
    GLsizei index_count = 0;
    bool closed = false;  ///< its back sides are never seen
};

/// A body on the GPU, shaded where shading does not change.
struct BodyBuffers {
    std::weak_ptr<const body::Body> body;  ///< of which body this is the copy
    std::vector<PartBuffers> parts;        ///< as body->parts
    Texture contact_shade;                 ///< over x and y, red channel
    glm::vec2 shade_low{0.0F};             ///< its corner, metres
    glm::vec2 shade_size{1.0F};            ///< its extent, metres
};

/// Copies a body to the GPU of the current context.
[[nodiscard]] BodyBuffers upload(const std::shared_ptr<const body::Body>& body);

/// Attribute locations, as the shaders declare them.
enum Attribute : GLuint { position_attribute = 0, normal_attribute = 1, shade_attribute = 2 };

}  // namespace dorsum::render
