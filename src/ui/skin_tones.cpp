#include <array>

#include "core/translate.h"
#include "ui/hand_colours.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

const char* title_of(const scene::SkinTone tone) {
    switch (tone) {
        case scene::SkinTone::very_light:
            return tr("Very light skin");
        case scene::SkinTone::light:
            return tr("Light skin");
        case scene::SkinTone::intermediate:
            return tr("Intermediate skin");
        case scene::SkinTone::tan:
            return tr("Tan skin");
        case scene::SkinTone::brown:
            return tr("Brown skin");
        case scene::SkinTone::dark:
            break;
    }
    return tr("Dark skin");
}

/// A patch of the tone itself, in a ring where it is chosen; true when clicked.
bool swatch(const scene::SkinTone tone, const ImVec2 size, const bool on) {
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const bool clicked = ImGui::InvisibleButton(scene::name_of(tone), size);
    const ImVec2 high{low.x + size.x, low.y + size.y};
    const float scale = current_scale();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float inset = 3.0F * scale;
    list.AddRectFilled({low.x + inset, low.y + inset}, {high.x - inset, high.y - inset},
                       to_packed(on_screen(scene::look_of(tone).albedo)), 4.0F * scale);
    if (on || ImGui::IsItemHovered()) {
        list.AddRect(low, high, to_packed(on ? palette::accent : palette::text_muted), 6.0F * scale, 0, 2.0F * scale);
    }
    return clicked;
}

}  // namespace

void draw_skin_tones(const PanelContext& context) {
    const float gap = 4.0F * current_scale();
    const auto count = static_cast<float>(scene::skin_tones.size());
    const float width = (ImGui::GetContentRegionAvail().x - (count - 1.0F) * gap) / count;
    ImGui::PushID("skin tone");
    for (const scene::SkinTone tone : scene::skin_tones) {
        if (tone != scene::skin_tones.front()) {
            ImGui::SameLine(0.0F, gap);
        }
        if (swatch(tone, {width, 26.0F * current_scale()}, tone == context.state.skin_tone)) {
            context.ask(scene::SetSkinTone{tone});
        }
        tooltip(title_of(tone));
    }
    ImGui::PopID();
}

}  // namespace dorsum::ui
