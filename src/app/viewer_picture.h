#pragma once

#include <glm/vec2.hpp>
#include <optional>
#include <utility>

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

    /// Where the picture is drawn, as large as it was asked for; empty before the first update.
    [[nodiscard]] std::optional<std::uint32_t> framebuffer() const;
    /// Whether another picture has been drawn since this was asked last.
    [[nodiscard]] bool take_changed() { return std::exchange(changed_, false); }

    /// The same for a second picture, of another size, of the same model: no part of it is kept twice.
    [[nodiscard]] Result<void> update_second(const scene::State& state, const scene::Subject& subject,
                                             glm::ivec2 size_px);
    void drop_second() { second_ = {}; }
    /// Null before the first update.
    [[nodiscard]] const render::PictureTarget* second() const { return second_.target ? &*second_.target : nullptr; }
    [[nodiscard]] const scene::Scene& second_scene() const { return second_.scene; }

    /// Draws what update() has drawn last, bare, as render::Renderer does; for comparison.
    void draw_bare();

    [[nodiscard]] const scene::Scene& scene() const { return first_.scene; }

private:
    explicit ViewerPicture(render::Renderer renderer) : renderer_(std::move(renderer)) {}

    /// A picture and what it shows.
    struct Drawn {
        std::optional<render::PictureTarget> target;
        scene::Scene scene;
        std::optional<scene::State> state;
        std::shared_ptr<const lesson::Choreography> choreography;
    };
    [[nodiscard]] Result<void> update(Drawn& drawn, const scene::State& state, const scene::Subject& subject,
                                      glm::ivec2 size_px);

    std::optional<render::Renderer> renderer_;
    Drawn first_;
    bool changed_ = true;
    Drawn second_;
};

}  // namespace dorsum::app
