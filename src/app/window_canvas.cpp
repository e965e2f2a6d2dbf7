#include "app/window_canvas.h"

#include <backends/imgui_impl_opengl3.h>
#include <epoxy/gl.h>

#include <vector>

#include "core/log.h"
#include "ui/theme.h"

namespace dorsum::app {

namespace {

ui::PixelArea pixels_of(const PictureArea& area) {
    const glm::ivec2 low(area.low);
    const glm::ivec2 high = low + glm::ivec2(area.size);
    return {low.x, low.y, high.x, high.y};
}

bool same(const PictureArea& one, const PictureArea& other) {
    return one.low == other.low && one.size == other.size;
}

}  // namespace

void WindowCanvas::release() {
    canvas_.reset();
    size_px_ = {};
    memory_.forget();
}

void WindowCanvas::fit(const glm::ivec2 window_px) {
    if (window_px == size_px_) {
        return;
    }
    size_px_ = window_px;
    canvas_.reset();
    memory_.forget();
    if (auto canvas = render::PictureTarget::create(window_px.x, window_px.y)) {
        canvas_ = *std::move(canvas);
    } else {
        log::warning(to_string(canvas.error()));
    }
}

/// Ground and picture in every area, as they are under the panels. What is painted into is bound.
void WindowCanvas::fill(const std::span<const ui::PixelArea> changes, const ViewerPicture& picture,
                        const PictureArea& area) const {
    const int height = size_px_.y;
    glClearColor(ground_.red, ground_.green, ground_.blue, 1.0F);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glEnable(GL_SCISSOR_TEST);
    const ui::PixelArea shown = pixels_of(area);
    for (const ui::PixelArea& change : changes) {
        const ui::PixelArea of_picture = picture.framebuffer() ? ui::common_part(change, shown) : ui::PixelArea{};
        for (const ui::PixelArea& beside : ui::without(change, of_picture)) {
            glScissor(beside.left, height - beside.bottom, beside.right - beside.left, beside.bottom - beside.top);
            glClear(GL_COLOR_BUFFER_BIT);
        }
        if (!of_picture.empty()) {
            glDisable(GL_SCISSOR_TEST);
            glBindFramebuffer(GL_READ_FRAMEBUFFER, *picture.framebuffer());
            const int left = of_picture.left - shown.left;
            const int low = shown.bottom - of_picture.bottom;
            const int width = of_picture.right - of_picture.left;
            const int rows = of_picture.bottom - of_picture.top;
            const int row = height - of_picture.bottom;
            glBlitFramebuffer(left, low, left + width, low + rows, of_picture.left, row, of_picture.left + width,
                              row + rows, GL_COLOR_BUFFER_BIT, GL_NEAREST);
            glEnable(GL_SCISSOR_TEST);
        }
    }
    glDisable(GL_SCISSOR_TEST);
}

void WindowCanvas::paint(ImDrawData& drawn, ViewerPicture& picture, const PictureArea& area, const glm::ivec2 window_px,
                         const std::uint32_t window_framebuffer) {
    fit(window_px);
    std::vector<ui::PixelArea> beneath;
    if (picture.take_changed() || !same(area, picture_area_)) {
        beneath = {pixels_of(area), pixels_of(picture_area_)};
    }
    picture_area_ = area;
    const ui::Colour ground = ui::palette::panel;
    if (!canvas_ || ground != ground_) {
        ground_ = ground;
        memory_.forget();
    }
    const std::vector<ui::PixelArea> changes = memory_.take_changes(drawn, beneath);
    const std::uint32_t painted = canvas_ ? canvas_->framebuffer() : window_framebuffer;
    glBindFramebuffer(GL_FRAMEBUFFER, painted);
    glViewport(0, 0, window_px.x, window_px.y);
    fill(changes, picture, area);
    ui::keep_only(drawn, changes);
    glBindFramebuffer(GL_FRAMEBUFFER, painted);
    ImGui_ImplOpenGL3_RenderDrawData(&drawn);
    glDisable(GL_SCISSOR_TEST);
    if (canvas_) {
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, window_framebuffer);
        glBlitFramebuffer(0, 0, window_px.x, window_px.y, 0, 0, window_px.x, window_px.y, GL_COLOR_BUFFER_BIT,
                          GL_NEAREST);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, window_framebuffer);
}

}  // namespace dorsum::app
