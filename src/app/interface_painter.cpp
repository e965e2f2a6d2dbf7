#include "app/interface_painter.h"

#include "render/program.h"
#include "ui/theme.h"

namespace dorsum::app {

InterfacePainter::InterfacePainter(const glm::ivec2 size_px, const float scale) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.DisplaySize = ImVec2(static_cast<float>(size_px.x), static_cast<float>(size_px.y));
    ui::apply_theme(scale);
    const bool desktop = render::current_dialect() == render::Dialect::opengl_330;
    ImGui_ImplOpenGL3_Init(desktop ? "#version 330 core" : "#version 300 es");
}

InterfacePainter::~InterfacePainter() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
}

}  // namespace dorsum::app
