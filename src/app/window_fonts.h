#pragma once

#include <backends/imgui_impl_opengl3.h>

namespace dorsum::app {

/// To be called after ui::apply_theme: brings new fonts to the graphics card. The first frame makes their texture with
/// all else; making all else anew would lose the backend's buffers (Dear ImGui 1.86 keeps their sizes but not what they
/// hold).
inline void renew_fonts(const bool drawn_before) {
    if (drawn_before) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
}

}  // namespace dorsum::app
