#pragma once

#include <array>

#include "core/error.h"
#include "render/body_buffers.h"
#include "render/slices.h"
#include "scene/scene.h"

namespace dorsum::render {

/// Draws parts as clear shells: sums up, for each slice, the optical depth of the shells before it, in whatever order
/// they come, and puts slices and shells together.
class ShellPass {
public:
    /// Fails when a shader does not compile.
    [[nodiscard]] static Result<ShellPass> create();

    /// Builds what puts so many slices together, when it is first needed.
    [[nodiscard]] Result<void> prepare(int slices);

    /// Sums up the scene's ghosts before slices that are drawn already.
    void draw(const scene::Scene& scene, const BodyBuffers& body, const Slices& slices, glm::ivec2 size);

    /// Writes the finished picture and the depth of slice 0 over the whole of the bound framebuffer.
    void put_together(const Slices& slices, bool with_shells, const VertexArray& no_vertices) const;

private:
    void fit(glm::ivec2 size);
    ProgramObject skin_;
    ProgramObject anatomy_;
    std::array<ProgramObject, Slices::most> together_;  // by the number of slices, from 1
    glm::ivec2 size_{0};
    float steps_ = 1.0F;  ///< of a channel of what sums up
    bool told_ = false;   ///< that there are few of them
    std::array<Texture, 3> sums_;
    Framebuffer framebuffer_;
};

}  // namespace dorsum::render
