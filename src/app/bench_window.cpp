#include "app/bench_window.h"

#include <epoxy/gl.h>

#include <utility>

#include "app/bench_clock.h"
#include "ui/theme.h"

namespace dorsum::app {

Result<BenchWindow> BenchWindow::open(const glm::ivec2 size, nlohmann::ordered_json& start_up) {
    const auto context_start = BenchClock::now();
    auto context = render::OffscreenContext::create_best();
    if (!context) {
        return tl::unexpected(context.error());
    }
    start_up["context_ms"] = milliseconds_since(context_start);
    const auto shader_start = BenchClock::now();
    auto picture = ViewerPicture::create();
    if (!picture) {
        return tl::unexpected(picture.error());
    }
    start_up["shaders_ms"] = milliseconds_since(shader_start);
    auto screen = render::PictureTarget::create(size.x, size.y);
    if (!screen) {
        return tl::unexpected(screen.error());
    }
    return BenchWindow(*std::move(context), *std::move(picture), *std::move(screen));
}

BenchWindow::BenchWindow(render::OffscreenContext context, ViewerPicture picture, render::PictureTarget screen)
    : context_(std::move(context)),
      picture_(std::move(picture)),
      screen_(std::move(screen)),
      painter_(std::make_unique<InterfacePainter>(
          screen_.size(),
          ui::scale_for_window(1.0F, static_cast<float>(screen_.size().x), static_cast<float>(screen_.size().y)))) {}

PictureArea BenchWindow::picture_area(const scene::State& state) const {
    const glm::vec2 size(screen_.size());
    const ui::Viewport free = ui::free_viewport(state, size.x, size.y);
    return {{free.x, free.y}, glm::max(glm::vec2(free.width, free.height), glm::vec2(1.0F))};
}

ImDrawData& BenchWindow::panels(const scene::State& state, const scene::Subject& subject, const PictureArea& area) {
    return painter_->drawing([&] {
        ui::draw_overlay(state, subject, picture_.scene(), area.low.x, area.low.y, &labels_);
        static_cast<void>(ui::draw_panels(state, subject, picture_.scene(), {}, memory_));
    });
}

double BenchWindow::draw_lesson(const scene::State& state, const scene::Subject& subject) {
    const auto start = BenchClock::now();
    const PictureArea area = picture_area(state);
    static_cast<void>(picture_.update(state, subject, glm::ivec2(area.size)));
    canvas_.paint(panels(state, subject, area), picture_, area, screen_.size(), screen_.framebuffer());
    glFinish();
    return milliseconds_since(start);
}

BenchWindow::Parts BenchWindow::draw_in_parts(const scene::State& state, const scene::Subject& subject) {
    const PictureArea area = picture_area(state);
    Parts parts;
    parts.picture_ms = time_ms([&] {
        static_cast<void>(picture_.update(state, subject, glm::ivec2(area.size)));
        glFinish();
    });
    const auto panels_start = BenchClock::now();
    ImDrawData& drawn = panels(state, subject, area);
    parts.panels_ms = milliseconds_since(panels_start);
    parts.paint_ms = time_ms([&] {
        canvas_.paint(drawn, picture_, area, screen_.size(), screen_.framebuffer());
        glFinish();
    });
    return parts;
}

double BenchWindow::draw_bare() {
    return time_ms([this] {
        picture_.draw_bare();
        glFinish();
    });
}

}  // namespace dorsum::app
