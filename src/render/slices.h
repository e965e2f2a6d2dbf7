#pragma once

#include <array>
#include <glm/vec2.hpp>
#include <vector>

#include "render/gl_object.h"
#include "render/texture_units.h"
#include "scene/scene.h"

namespace dorsum::render {

/// Pictures with depth, one behind the other, that are put together pixel by pixel in the order of their depth: slice
/// 0 is what is opaque, each other one a layer that has faded. Colours are premultiplied.
class Slices {
public:
    static constexpr int most = 1 + scene::fading_layer_count;

    /// Makes `count` slices, 1 to `most`, fit a size of at least 1 x 1. Fails, with false, where the driver has none.
    [[nodiscard]] bool fit(glm::ivec2 size, int count);
    void set_opacities(const std::vector<scene::Veil>& veils);

    [[nodiscard]] int count() const { return count_; }
    [[nodiscard]] GLuint framebuffer(const int slice) const {
        return framebuffers_.at(static_cast<std::size_t>(slice)).name();
    }
    /// Attaches a slice's depth and stencil to the bound framebuffer.
    void attach_depth(int slice) const;

    // Bind textures to units of their own and tell a program, which is in use afterwards, where they are.
    void bind_depths_for(const ProgramObject& program) const;
    void bind_all_for(const ProgramObject& program) const;

private:
    glm::ivec2 size_{0};
    int made_ = 0;
    int count_ = 0;
    std::array<float, most> opacities_{};
    Texture colours_;
    Texture depths_;
    std::array<Framebuffer, most> framebuffers_;
};

void bind_to_unit(GLuint unit, GLenum target, const Texture& texture);

}  // namespace dorsum::render
