#pragma once

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>
#include <glm/vec2.hpp>
#include <utility>

namespace dorsum::app {

/// Dear ImGui for pictures: no window, no input, only drawing. One at a time; needs the context that was current when
/// it was made.
class InterfacePainter {
public:
    /// Everything is `scale` times as large as in a window of usual resolution.
    InterfacePainter(glm::ivec2 size_px, float scale);
    ~InterfacePainter();
    InterfacePainter(const InterfacePainter&) = delete;
    InterfacePainter& operator=(const InterfacePainter&) = delete;
    InterfacePainter(InterfacePainter&&) = delete;
    InterfacePainter& operator=(InterfacePainter&&) = delete;

    /// Runs `draw` within a frame and paints what it drew into the bound framebuffer.
    template <typename Draw>
    void paint(Draw&& draw) {
        ImGui_ImplOpenGL3_RenderDrawData(&drawing(std::forward<Draw>(draw)));
    }

    /// Runs `draw` within a frame. What it drew is there until the next one.
    template <typename Draw>
    [[nodiscard]] ImDrawData& drawing(Draw&& draw) {
        // Nothing moves by itself here, but ImGui wants time to pass.
        ImGui::GetIO().DeltaTime = 1.0F / 60.0F;
        ImGui_ImplOpenGL3_NewFrame();
        ImGui::NewFrame();
        draw();
        ImGui::Render();
        return *ImGui::GetDrawData();
    }
};

}  // namespace dorsum::app
