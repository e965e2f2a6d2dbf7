#pragma once

#include <glm/mat4x4.hpp>

#include "render/gl_object.h"
#include "scene/scene.h"

namespace dorsum::render {

/// What the hands of a scene do to the skin, where shaders/pressure.glsl reads it.
class PressureBuffer {
public:
    PressureBuffer() = default;
    [[nodiscard]] static PressureBuffer create();
    /// Uploads a scene's dents and flushes, as many as the shaders have room for, and where its hands throw their
    /// shadow (HandShadow::draw), and binds them.
    void upload(const scene::Scene& scene, const glm::mat4& hand_shadow) const;

private:
    Buffer buffer_;
};

}  // namespace dorsum::render
