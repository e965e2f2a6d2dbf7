#include <array>
#include <string>

#include "core/fill.h"
#include "core/translate.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

constexpr float padding_px = 10.0F;

/// In the order of scene::themes.
std::array<std::string, scene::themes.size()> theme_names() {
    return {tr("Dark"), tr("Contrast"), tr("Safe")};
}

/// A button that stays down, with its key in the tooltip.
void toggle(const PanelContext& context, const char* id, const char* name, const char* hint, const bool on,
            const ImVec2 size, const scene::Command& command) {
    if (text_button(id, name, {.size = size, .on = on})) {
        context.ask(command);
    }
    tooltip(hint, keys_for(context.state, command));
}

void draw_class_controls(const PanelContext& context, const ImVec2 size, const float gap) {
    const scene::Presentation& now = context.state.presentation;
    toggle(context, "blank", tr("Blank"), tr("Makes the picture black"), now.blank, size,
           scene::BlankPicture{!now.blank});
    ImGui::SameLine(0.0F, gap);
    toggle(context, "freeze", tr("Freeze"), tr("What the class sees stays as it is while you go on"), now.frozen, size,
           scene::FreezePicture{!now.frozen});
    const bool laser = now.pointer == scene::Pointer::laser;
    toggle(context, "laser", tr("Laser dot"), tr("A red dot in place of the mouse pointer"), laser, size,
           scene::ChoosePointer{laser ? scene::Pointer::arrow : scene::Pointer::laser});
    ImGui::SameLine(0.0F, gap);
    const bool spot = now.pointer == scene::Pointer::spotlight;
    toggle(context, "spotlight", tr("Spotlight"), tr("Darkens all but a disc around the mouse"), spot, size,
           scene::ChoosePointer{spot ? scene::Pointer::arrow : scene::Pointer::spotlight});
}

struct PresenterWords {
    std::string next;
    std::string clock;
    std::string otherwise;  ///< where the class does not see what the teacher sees; else empty
};

PresenterWords presenter_words(const PanelContext& context) {
    const auto& steps = context.subject.lesson->steps;
    const auto next = static_cast<std::size_t>(context.state.step + 1);
    PresenterWords words;
    words.next =
        next < steps.size() ? std::to_string(next + 1) + "  " + steps[next].title : tr("none, this is the last");
    if (context.state.presentation.blank) {
        words.otherwise = tr("The class sees a black picture");
    } else if (context.state.presentation.frozen) {
        words.otherwise = tr("The class sees a picture that stays");
    }
    if (context.notices.clock) {
        // TRANSLATORS: the time of day, and since when the lesson is presented.
        words.clock = fill(tr("{0}  ·  {1} min"),
                           {context.notices.clock->time_of_day, std::to_string(context.notices.clock->elapsed_min)});
    }
    return words;
}

bool has_presenter_card(const PanelContext& context) {
    return context.state.presentation.on && context.state.presentation.projector;
}

}  // namespace

void draw_teaching(const PanelContext& context) {
    const scene::State& state = context.state;
    const float gap = 6.0F * current_scale();
    const float available = ImGui::GetContentRegionAvail().x;
    const ImVec2 half{(available - gap) * 0.5F, 30.0F * current_scale()};
    {
        const WithFont font(TextSize::small);
        toggle(context, "present", tr("Present"), tr("A clean view with one large caption, for a class"),
               scene::fills_window(state.presentation), half, scene::Present{!state.presentation.on});
        ImGui::SameLine(0.0F, gap);
        toggle(context, "projector", tr("Projector"),
               tr("The clean view in a second window, on the second screen where there is one; the panels stay here"),
               state.presentation.projector, half, scene::ShowProjector{!state.presentation.projector});
        if (state.presentation.on) {
            draw_class_controls(context, half, gap);
        }
    }
    const Setting& text = text_size_setting();
    if (const auto asked = slider(text, state.text_percent, available)) {
        context.ask(scene::SetTextSize{static_cast<int>(*asked)});
    }
    tooltip(text.description, keys_for(state, scene::SetTextSize{state.text_percent + static_cast<int>(text.step)}));
    const auto names = theme_names();
    const WithFont font(TextSize::small);
    ImGui::BeginGroup();
    const auto chosen = segmented("colours", names, static_cast<int>(state.theme));
    ImGui::EndGroup();
    if (chosen) {
        context.ask(scene::ChooseTheme{scene::themes.at(static_cast<std::size_t>(*chosen))});
    }
    tooltip(tr("Colours: dark, high contrast, or safe for the colour-blind"),
            keys_for(state, scene::ChooseTheme{scene::next_theme(state.theme)}));
}

float presenter_height(const PanelContext& context, const float width) {
    if (!has_presenter_card(context)) {
        return 0.0F;
    }
    const float scale = current_scale();
    const float inner = width - 2.0F * padding_px * scale;
    const PresenterWords words = presenter_words(context);
    return font_of(TextSize::small)->FontSize + text_size(font_of(TextSize::body), words.next, inner).y +
           text_size(font_of(TextSize::heading), words.clock, inner).y +
           (words.otherwise.empty() ? 0.0F : text_size(font_of(TextSize::body), words.otherwise, inner).y) +
           (2.0F * padding_px + 16.0F) * scale;
}

void draw_presenter(const PanelContext& context) {
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = presenter_height(context, width);
    if (height <= 0.0F) {
        return;
    }
    const float scale = current_scale();
    const float inner = width - 2.0F * padding_px * scale;
    const PresenterWords words = presenter_words(context);
    const float top = ImGui::GetCursorScreenPos().y + 8.0F * scale;
    const float left = ImGui::GetCursorScreenPos().x;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({left, top}, {left + width, top + height - 8.0F * scale}, to_packed(palette::raised),
                       ImGui::GetStyle().ChildRounding);
    ImVec2 at{left + padding_px * scale, top + padding_px * scale};
    draw_text(list, font_of(TextSize::heading), at, palette::accent, words.clock, inner);
    at.y += text_size(font_of(TextSize::heading), words.clock, inner).y + 4.0F * scale;
    if (!words.otherwise.empty()) {
        draw_text(list, font_of(TextSize::body), at, palette::warning, words.otherwise, inner);
        at.y += text_size(font_of(TextSize::body), words.otherwise, inner).y;
    }
    draw_text(list, font_of(TextSize::small), at, palette::text_muted, tr("Next step"));
    at.y += font_of(TextSize::small)->FontSize;
    draw_text(list, font_of(TextSize::body), at, palette::text, words.next, inner);
    ImGui::Dummy({width, height});
}

}  // namespace dorsum::ui
