#include "ui/panel_parts.h"

namespace dorsum::ui {

void draw_learn(const PanelContext& context) {
    ImGui::BeginChild("learn");
    draw_practice(context);
    ImGui::EndChild();
}

}  // namespace dorsum::ui
