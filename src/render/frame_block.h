#pragma once

#include <glm/vec2.hpp>

#include "render/body_buffers.h"
#include "render/gl_object.h"
#include "scene/scene.h"

namespace dorsum::render {

/// The size at which a scene is drawn, at least 1 x 1.
[[nodiscard]] glm::ivec2 pixel_size(const scene::Scene& scene);

/// What all shaders know about a scene (shaders/frame.glsl), uploaded into `buffer` and bound.
void upload_frame(const Buffer& buffer, const scene::Scene& scene, const BodyBuffers& body);

}  // namespace dorsum::render
