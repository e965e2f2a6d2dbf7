#pragma once

#include <glm/vec2.hpp>

#include "render/gl_object.h"

namespace dorsum::render {

/// Several samples a pixel, so that edges are smooth as they are drawn: where a graphics card does that beside its
/// work.
[[nodiscard]] bool draws_on_graphics_card();

/// Where a picture is drawn before its edges are smoothed: colour as a texture, depth and stencil.
class FrameBuffers {
public:
    /// Makes the buffers fit `size`, which is at least 1 x 1. Where the driver has no buffers of so many samples a
    /// pixel, there is one; that is said once.
    void fit(glm::ivec2 size, int samples = 1);
    [[nodiscard]] GLuint framebuffer() const {
        return samples_ > 1 ? sampled_framebuffer_.name() : framebuffer_.name();
    }
    /// Brings what was drawn into the texture; changes framebuffers.
    void resolve() const;
    [[nodiscard]] GLuint colour() const { return colour_.name(); }

private:
    bool fit_samples(int samples);
    glm::ivec2 size_{0};
    int asked_samples_ = 1;
    int samples_ = 1;
    bool told_ = false;  ///< that there is one sample a pixel only
    Framebuffer framebuffer_;
    Texture colour_;
    Renderbuffer depth_;
    Framebuffer sampled_framebuffer_;
    Renderbuffer sampled_colour_;
    Renderbuffer sampled_depth_;
};

}  // namespace dorsum::render
