#include "app/studio.h"

#include <epoxy/gl.h>

#include <utility>

#include "app/interface_painter.h"
#include "render/offscreen_context.h"
#include "render/renderer.h"
#include "scene/scene.h"
#include "ui/panels.h"
#include "ui/theme.h"

namespace dorsum::app {
struct Studio::Equipment {
    render::OffscreenContext context;
    render::Renderer renderer;
    render::PictureTarget target;
    InterfacePainter painter;
    ui::LabelMemory labels;

    Equipment(render::OffscreenContext opened, render::Renderer ready, render::PictureTarget canvas)
        : context(std::move(opened)),
          renderer(std::move(ready)),
          target(std::move(canvas)),
          painter(target.size(),
                  ui::scale_for_picture(static_cast<float>(target.size().x), static_cast<float>(target.size().y))) {}

    void bind_target() const {
        glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer());
        glViewport(0, 0, target.size().x, target.size().y);
    }
};

scene::State picture_state(const scene::Subject& subject, const scene::View view, const glm::ivec2 size_px,
                           const bool captions) {
    const float aspect = static_cast<float>(size_px.x) / static_cast<float>(size_px.y);
    scene::State state = scene::initial_state(subject, aspect);
    state.cautions_open = false;
    state.panels_shown = false;
    state.quality = scene::QualityChoice::high;  // nobody waits for the next frame
    state.camera = scene::frame_back(view, *subject.body, aspect, captions);
    return state;
}

Result<Studio> Studio::open(const glm::ivec2 size_px) {
    auto context = render::OffscreenContext::create_best();
    if (!context) {
        return tl::unexpected(context.error());
    }
    auto renderer = render::Renderer::create();
    if (!renderer) {
        return tl::unexpected(renderer.error());
    }
    auto target = render::PictureTarget::create(size_px.x, size_px.y);
    if (!target) {
        return tl::unexpected(target.error());
    }
    return Studio(std::make_unique<Equipment>(*std::move(context), *std::move(renderer), *std::move(target)));
}

Studio::Studio(std::unique_ptr<Equipment> equipment) : equipment_(std::move(equipment)) {}
Studio::Studio(Studio&&) noexcept = default;
Studio& Studio::operator=(Studio&&) noexcept = default;
Studio::~Studio() = default;

render::Picture Studio::picture(const scene::State& state, const scene::Subject& subject, const bool captions) {
    const scene::Scene scene = scene::compose(state, subject, glm::vec2(equipment_->target.size()));
    equipment_->renderer.draw(scene, equipment_->target.framebuffer());
    if (captions) {
        equipment_->bind_target();
        equipment_->painter.paint([&] { ui::draw_overlay(state, subject, scene, 0.0F, 0.0F, &equipment_->labels); });
    }
    return equipment_->target.read();
}

render::Picture Studio::picture_on(const glm::vec3 ground, const scene::State& state, const scene::Subject& subject) {
    scene::Scene scene = scene::compose(state, subject, glm::vec2(equipment_->target.size()));
    scene.plain_ground = ground;
    equipment_->renderer.draw(scene, equipment_->target.framebuffer());
    return equipment_->target.read();
}

std::vector<render::Picture> Studio::cautions_pages(const scene::State& state, const scene::Subject& subject) {
    const glm::vec2 size_px(equipment_->target.size());
    const scene::Scene scene = scene::compose(state, subject, size_px);
    std::vector<render::Picture> pages;
    int count = 1;
    for (int page = 0; page < count; ++page) {
        equipment_->renderer.draw(scene, equipment_->target.framebuffer());
        equipment_->bind_target();
        equipment_->painter.paint([&] { count = ui::draw_cautions_card(*subject.lesson, size_px.x, size_px.y, page); });
        pages.push_back(equipment_->target.read());
    }
    return pages;
}

}  // namespace dorsum::app
