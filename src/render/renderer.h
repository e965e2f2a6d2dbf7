#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/error.h"
#include "scene/scene.h"

namespace dorsum::render {

/// Turns a Scene into pixels of the framebuffer that is given to `draw`. Owns OpenGL objects only; needs a current
/// context of OpenGL 3.3 core or OpenGL ES 3.0 or later, the same one, from creation to destruction, and belongs to
/// that context's thread.
class Renderer {
public:
    /// Where a shader does not compile, the driver's message, its file and line are logged, and the body is drawn in
    /// grey with one light, with what lies on the skin as far as that can be. Fails, with the driver's message, where
    /// not even that compiles, and when the context is older than OpenGL 3.3.
    [[nodiscard]] static Result<Renderer> create();
    Renderer(Renderer&&) noexcept;
    Renderer& operator=(Renderer&&) noexcept;
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;
    ~Renderer();

    /// Draws the scene over the whole of a target of `scene.size_px`, which has a depth buffer. A body seen for the
    /// first time is copied to the GPU. Where the driver does not accept the shaders of openings, which are built when
    /// they are first shown, that is logged and the layers stay closed.
    void draw(const scene::Scene& scene, std::uint32_t target_framebuffer);

    /// The same visible triangles with one light and no other pass: what a drawing must at least
    /// cost, for comparison.
    void draw_bare(const scene::Scene& scene, std::uint32_t target_framebuffer);

private:
    struct Implementation;
    explicit Renderer(std::unique_ptr<Implementation> implementation);
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace dorsum::render
