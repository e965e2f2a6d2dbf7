#include "app/viewer_picture.h"

#include <epoxy/gl.h>

#include <utility>

#include "ui/theme.h"

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
    drawn.state = std::move(seen);
    drawn.choreography = subject.choreography;
    return {};
}

void ViewerPicture::show(const PictureArea& area, const glm::ivec2 window_px,
                         const std::uint32_t window_framebuffer) const {
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, window_framebuffer);
    glViewport(0, 0, window_px.x, window_px.y);
    glDisable(GL_SCISSOR_TEST);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    const ui::Colour ground = ui::palette::panel;  // panels fill none of their own
    glClearColor(ground.red, ground.green, ground.blue, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    if (first_.target) {
        const glm::ivec2 size = first_.target->size();
        const glm::ivec2 low{static_cast<int>(area.low.x), window_px.y - static_cast<int>(area.low.y) - size.y};
        glBindFramebuffer(GL_READ_FRAMEBUFFER, first_.target->framebuffer());
        glBlitFramebuffer(0, 0, size.x, size.y, low.x, low.y, low.x + size.x, low.y + size.y, GL_COLOR_BUFFER_BIT,
                          GL_NEAREST);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, window_framebuffer);
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
    }
}

}  // namespace dorsum::app
