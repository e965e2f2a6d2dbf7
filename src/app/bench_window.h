#pragma once

#include <glm/vec2.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "app/interface_painter.h"
#include "app/viewer_picture.h"
#include "app/window_canvas.h"
#include "core/error.h"
#include "render/offscreen_context.h"
#include "render/picture_target.h"
#include "ui/panels.h"

namespace dorsum::app {

/// The viewer's window without a screen: what it draws in a frame, it draws. Belongs to the thread that opened it.
class BenchWindow {
public:
    /// Writes into `start_up` how long it took.
    [[nodiscard]] static Result<BenchWindow> open(glm::ivec2 size, nlohmann::ordered_json& start_up);

    /// A frame of the viewer, panels and all, to its last pixel. Milliseconds.
    double draw_lesson(const scene::State& state, const scene::Subject& subject);

    /// The same frame, each part to its end before the next one begins, so that the sum is more than the frame takes.
    struct Parts {
        double picture_ms = 0.0;  ///< of the body and all that lies on it
        double panels_ms = 0.0;   ///< to say what is in the panels and over the picture
        double paint_ms = 0.0;    ///< to bring that and the picture to the window
    };
    Parts draw_in_parts(const scene::State& state, const scene::Subject& subject);

    /// The scene drawn last, in the same place, without what the lesson shows. Milliseconds.
    double draw_bare();

    [[nodiscard]] std::string renderer_name() const { return context_.renderer_name(); }

private:
    BenchWindow(render::OffscreenContext context, ViewerPicture picture, render::PictureTarget screen);
    [[nodiscard]] PictureArea picture_area(const scene::State& state) const;
    [[nodiscard]] ImDrawData& panels(const scene::State& state, const scene::Subject& subject, const PictureArea& area);

    render::OffscreenContext context_;
    ViewerPicture picture_;
    render::PictureTarget screen_;
    std::unique_ptr<InterfacePainter> painter_;
    WindowCanvas canvas_;
    ui::PanelMemory memory_;
    ui::LabelMemory labels_;
};

}  // namespace dorsum::app
