#include <array>

#include "core/translate.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

struct ViewButton {
    scene::View view;
    const char* name;
    const char* hint;
};

/// Which mouse buttons turn and move the view.
void draw_camera_habits(const PanelContext& context) {
    const std::array<std::string, scene::camera_habits.size()> names{tr("Default"), "Blender", "F3D"};
    ImGui::Dummy({0.0F, 2.0F * current_scale()});
    const auto chosen = segmented("camera habit", names, static_cast<int>(context.state.camera_habit));
    if (chosen) {
        context.ask(scene::ChooseCameraHabit{scene::camera_habits.at(static_cast<std::size_t>(*chosen))});
    }
    std::string text = tr("The mouse as in");
    text += std::string(" ") + names.at(static_cast<std::size_t>(context.state.camera_habit)) + ":";
    for (const MouseHint& hint : camera_hints(context.state.camera_habit)) {
        text += std::string("\n") + hint.gesture + ": " + hint.description;
    }
    tooltip(text);
}

}  // namespace

void draw_views(const PanelContext& context) {
    const std::array<ViewButton, 5> view_buttons{{
        {scene::View::back, tr("Back"), tr("Straight down on the back, head at the top")},
        {scene::View::left, tr("Left"), tr("From the receiver's left side")},
        {scene::View::right, tr("Right"), tr("From the receiver's right side")},
        {scene::View::top, tr("Head end"), tr("Along the spine, as the giver at the head end sees it")},
        {scene::View::three_quarter, tr("3/4"), tr("From above and one side, to see the shape")},
    }};
    const float gap = 6.0F * current_scale();
    const float width = (ImGui::GetContentRegionAvail().x - 2.0F * gap) / 3.0F;
    const ButtonLook look{.size = {width, 30.0F * current_scale()}};
    const WithFont font(TextSize::small);
    int column = 0;
    for (const ViewButton& button : view_buttons) {
        if (column++ % 3 != 0) {
            ImGui::SameLine(0.0F, gap);
        }
        if (text_button(button.name, button.name, look)) {
            context.ask(scene::GoToView{button.view});
        }
        tooltip(button.hint, keys_for(context.state, scene::GoToView{button.view}));
    }
    ImGui::SameLine(0.0F, gap);
    const scene::Command frame = frame_command(context.state);
    if (text_button("Frame", tr("Frame"), look)) {
        context.ask(frame);
    }
    tooltip(tr("Bring the chosen zone, or the whole back, into view"), keys_for(context.state, frame));
    draw_camera_habits(context);
    const bool reduced = context.state.reduced_motion;
    const scene::Command toggle = scene::SetReducedMotion{!reduced};
    if (switch_row("reduced motion", tr("Reduced motion"), reduced)) {
        context.ask(toggle);
    }
    tooltip(tr("Nothing pulses, flows or fades, and the camera turns at once"), keys_for(context.state, toggle));
}

}  // namespace dorsum::ui
