#pragma once

#include <glm/vec2.hpp>

#include "render/gl_object.h"

namespace dorsum::render {

/// Where a picture is drawn before its edges are smoothed: colour as a texture, and depth.
class FrameBuffers {
public:
    /// Makes the buffers fit `size`, which is at least 1 x 1.
    void fit(glm::ivec2 size);
    [[nodiscard]] GLuint framebuffer() const { return framebuffer_.name(); }
    [[nodiscard]] GLuint colour() const { return colour_.name(); }

private:
    glm::ivec2 size_{0};
    Framebuffer framebuffer_;
    Texture colour_;
    Renderbuffer depth_;
};

}  // namespace dorsum::render
