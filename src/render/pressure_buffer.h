#pragma once

#include "render/gl_object.h"
#include "scene/scene.h"

namespace dorsum::render {

/// What the hands of a scene do to the skin, where shaders/pressure.glsl reads it.
class PressureBuffer {
public:
    PressureBuffer() = default;
    [[nodiscard]] static PressureBuffer create();
    /// Uploads a scene's dents and flushes, as many as the shaders have room for, and binds them.
    void upload(const scene::Scene& scene) const;

private:
    Buffer buffer_;
};

}  // namespace dorsum::render
