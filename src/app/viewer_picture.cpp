#include "app/viewer_picture.h"

#include <utility>

namespace dorsum::app {

Result<ViewerPicture> ViewerPicture::create() {
    auto renderer = render::Renderer::create();
    if (!renderer) {
        return tl::unexpected(renderer.error());
    }
    return ViewerPicture(*std::move(renderer));
}

Result<void> ViewerPicture::update(const scene::State& state, const scene::Subject& subject, const glm::ivec2 size_px) {
    return update(first_, state, subject, size_px);
}

Result<void> ViewerPicture::update_second(const scene::State& state, const scene::Subject& subject,
                                          const glm::ivec2 size_px) {
    return update(second_, state, subject, size_px);
}

Result<void> ViewerPicture::update(Drawn& drawn, const scene::State& state, const scene::Subject& subject,
                                   const glm::ivec2 size_px) {
    const bool same_size = drawn.target && drawn.target->size() == size_px;
    scene::State seen = state;
    seen.view_history = {};  // no picture shows what could be undone
    if (same_size && drawn.state == seen && drawn.choreography == subject.choreography) {
        return {};
    }
    if (!same_size) {
        auto target = render::PictureTarget::create(size_px.x, size_px.y);
        if (!target) {
            return tl::unexpected(target.error());
        }
        drawn.target = *std::move(target);
    }
    drawn.scene = scene::compose(state, subject, glm::vec2(size_px));
    renderer_->draw(drawn.scene, drawn.target->framebuffer());
    changed_ = true;
    drawn.state = std::move(seen);
    drawn.choreography = subject.choreography;
    return {};
}

std::optional<std::uint32_t> ViewerPicture::framebuffer() const {
    return first_.target ? std::optional(first_.target->framebuffer()) : std::nullopt;
}

void ViewerPicture::release() {
    renderer_.reset();
    for (Drawn* drawn : {&first_, &second_}) {
        drawn->target.reset();
        drawn->state.reset();
    }
}

Result<void> ViewerPicture::renew() {
    auto renderer = render::Renderer::create();
    if (!renderer) {
        return tl::unexpected(renderer.error());
    }
    renderer_ = *std::move(renderer);
    return {};
}

void ViewerPicture::draw_bare() {
    if (first_.target) {
        renderer_->draw_bare(first_.scene, first_.target->framebuffer());
        first_.state.reset();
        changed_ = true;
    }
}

}  // namespace dorsum::app
