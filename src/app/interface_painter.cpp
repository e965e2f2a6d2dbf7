#include "app/interface_painter.h"

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
    ImGui_ImplOpenGL3_Init("#version 330 core");
}

InterfacePainter::~InterfacePainter() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
}

}  // namespace dorsum::app
