#pragma once

#include <imgui.h>

#include <cstdint>
#include <glm/vec2.hpp>
#include <optional>
#include <span>

#include "app/viewer_picture.h"
#include "render/picture_target.h"
#include "ui/repaint.h"
#include "ui/theme.h"

namespace dorsum::app {

/// What a window shows, kept from frame to frame, so that picture and panels are painted anew only where they have
/// changed. Lives no longer than the OpenGL context that it was first used in.
class WindowCanvas {
public:
    /// Brings the window up to date: the ground, the picture at its place, over them what Dear ImGui has drawn. The
    /// drawing is used up. Where the driver has no memory for what is kept, every frame is painted whole.
    void paint(ImDrawData& drawn, ViewerPicture& picture, const PictureArea& area, glm::ivec2 window_px,
               std::uint32_t window_framebuffer = 0);

    /// Gives back what it holds in the OpenGL context.
    void release();

private:
    void fit(glm::ivec2 window_px);
    void fill(std::span<const ui::PixelArea> changes, const ViewerPicture& picture, const PictureArea& area) const;

    std::optional<render::PictureTarget> canvas_;
    glm::ivec2 size_px_{0};  ///< of the window; the canvas has it, or could not be made
    ui::RepaintMemory memory_;
    PictureArea picture_area_;  ///< in the last frame
    ui::Colour ground_{};       ///< under the panels, which fill none of their own
};

}  // namespace dorsum::app
