#include <algorithm>
#include <array>
#include <string>

#include "core/fill.h"
#include "core/translate.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

/// In the order of scene::QualityChoice.
std::array<std::string, scene::quality_choices.size()> choice_names() {
    return {tr("Auto"), tr("Low"), tr("Balanced"), tr("High")};
}

const char* name_within_sentence(const scene::Quality quality) {
    switch (quality) {
        case scene::Quality::low:
            return tr("low");
        case scene::Quality::balanced:
            return tr("balanced");
        case scene::Quality::high:
            break;
    }
    return tr("high");
}

}  // namespace

std::string quality_note(const scene::State& state) {
    const scene::PictureQuality drawn = scene::quality_for(state.quality, state.settled_quality);
    const char* note = name_within_sentence(drawn.tier);
    return state.quality == scene::QualityChoice::automatic ? fill(tr("{0}, chosen automatically"), {note}) : note;
}

void draw_quality(const PanelContext& context) {
    const auto names = choice_names();
    const WithFont font(TextSize::small);
    ImGui::BeginGroup();
    const auto chosen = segmented("quality", names, static_cast<int>(context.state.quality));
    ImGui::EndGroup();
    if (chosen) {
        context.ask(scene::ChooseQuality{scene::quality_choices.at(static_cast<std::size_t>(*chosen))});
    }
    tooltip(tr("How much work goes into the picture. Auto takes the best that plays at 30 frames a second."),
            keys_for(context.state, scene::ChooseQuality{scene::next_choice(context.state.quality)}));
}

void draw_quality_note(const PanelContext& context, const Viewport& picture) {
    const float scale = current_scale();
    ImFont* font = font_of(TextSize::small);
    const std::string note = quality_note(context.state);
    const ImVec2 words = text_size(font, note);
    if (picture.width < words.x * 3.0F || picture.height < 260.0F * scale) {
        return;
    }
    const ImVec2 padding{8.0F * scale, 3.0F * scale};
    const ImVec2 high{picture.x + picture.width - 10.0F * scale,
                      picture.y + 52.0F * scale + words.y + 2.0F * padding.y};
    const ImVec2 low{high.x - words.x - 2.0F * padding.x, picture.y + 52.0F * scale};
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    list.AddRectFilled(low, high, to_packed(palette::ground.with_alpha(0.75F)), 6.0F * scale);
    draw_text(list, font, {low.x + padding.x, low.y + padding.y}, palette::text_muted, note);
}

}  // namespace dorsum::ui
