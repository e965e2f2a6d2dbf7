#include <algorithm>
#include <string>

#include "core/translate.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

struct StepSizes {
    float padding;
    float text_left;  ///< from the row's left edge
    float text_width;
    float title_height;
    float caption_height;
    float text_height;  ///< 0 unless it is the current step
    [[nodiscard]] float total() const {
        return 2.0F * padding + title_height + caption_height + (text_height > 0.0F ? text_height + padding : 0.0F);
    }
};

StepSizes measure(const lesson::Step& step, const bool current, const float width) {
    const float scale = current_scale();
    StepSizes sizes{};
    sizes.padding = 9.0F * scale;
    sizes.text_left = 44.0F * scale;
    sizes.text_width = std::max(width - sizes.text_left - sizes.padding, 20.0F);
    sizes.title_height = text_size(font_of(TextSize::body), step.title, sizes.text_width).y;
    sizes.caption_height = text_size(font_of(TextSize::small), step.caption, sizes.text_width).y;
    sizes.text_height = current ? text_size(font_of(TextSize::body), step.text, width - 2.0F * sizes.padding).y : 0.0F;
    return sizes;
}

void draw_step(const PanelContext& context, const lesson::Step& step, const int index) {
    const bool current = index == context.state.step;
    const float width = ImGui::GetContentRegionAvail().x;
    const StepSizes sizes = measure(step, current, width);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    ImGui::PushID(index);
    if (ImGui::InvisibleButton("step", {std::max(width, 1.0F), sizes.total()}) && !current) {
        context.ask(scene::GoToStep{index});
    }
    ImGui::PopID();
    const bool hovered = ImGui::IsItemHovered();
    if (!current) {
        tooltip(tr("Go to this step"), keys_for(context.state, scene::GoToStep{index}));
    }
    if (current && context.memory.step_of_last_frame != index) {
        ImGui::SetScrollHereY(0.3F);
        context.memory.step_of_last_frame = index;
    }

    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (current || hovered) {
        list.AddRectFilled(low, {low.x + width, low.y + sizes.total()},
                           to_packed(current ? palette::accent_soft : palette::raised),
                           ImGui::GetStyle().ChildRounding);
    }
    const float scale = current_scale();
    const float radius = 13.0F * scale;
    const ImVec2 centre{low.x + sizes.padding + radius, low.y + sizes.padding + radius};
    badge(list, centre, radius, std::to_string(index + 1), current ? palette::accent : palette::raised_hover,
          current ? palette::on_accent : palette::text, font_of(TextSize::small));
    ImVec2 at{low.x + sizes.text_left, low.y + sizes.padding};
    draw_text(list, font_of(TextSize::body), at, palette::text, step.title, sizes.text_width);
    at.y += sizes.title_height;
    draw_text(list, font_of(TextSize::small), at, current ? palette::accent : palette::text_muted, step.caption,
              sizes.text_width);
    at.y += sizes.caption_height + sizes.padding;
    if (current) {
        draw_text(list, font_of(TextSize::body), {low.x + sizes.padding, at.y}, palette::text, step.text,
                  width - 2.0F * sizes.padding);
    }
}

}  // namespace

void draw_steps(const PanelContext& context) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0F, 4.0F * current_scale()});
    int index = 0;
    for (const lesson::Step& step : context.subject.lesson->steps) {
        draw_step(context, step, index++);
    }
    ImGui::PopStyleVar();
}

}  // namespace dorsum::ui
