#pragma once

#include <glm/vec2.hpp>
#include <optional>

#include "app/viewer_mouse.h"
#include "render/picture_target.h"
#include "render/renderer.h"
#include "scene/apply.h"
#include "scene/scene.h"

namespace dorsum::app {

/// The 3D picture in the window: drawn anew only when what it shows has changed, else copied from
/// where it was drawn. Lives no longer than the window's OpenGL context.
class ViewerPicture {
public:
    [[nodiscard]] static Result<ViewerPicture> create();

    /// Brings the picture up to date. An error leaves the last one.
    [[nodiscard]] Result<void> update(const scene::State& state, const scene::Subject& subject, glm::ivec2 size_px);

    /// Gives back what it holds in the OpenGL context; then only renew() may be called.
    void release();
    /// Is ready again in the context that is current now; the next update() draws.
    [[nodiscard]] Result<void> renew();

    /// Fills the window with the ground colour and puts the picture at its place. Window 0 is the one on the screen.
    void show(const PictureArea& area, glm::ivec2 window_px, std::uint32_t window_framebuffer = 0) const;

    /// Draws what update() has drawn last, bare, as render::Renderer does; for comparison.
    void draw_bare();

    [[nodiscard]] const scene::Scene& scene() const { return scene_; }

private:
    explicit ViewerPicture(render::Renderer renderer) : renderer_(std::move(renderer)) {}

    std::optional<render::Renderer> renderer_;
    std::optional<render::PictureTarget> target_;
    scene::Scene scene_;
    std::optional<scene::State> drawn_state_;
    std::shared_ptr<const lesson::Choreography> drawn_choreography_;
};

}  // namespace dorsum::app
