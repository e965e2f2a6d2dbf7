#include <array>

#include "core/translate.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

struct SectionPart {
    Section section;
    const char* title;
    void (*draw)(const PanelContext& context);
};

void draw_section(const PanelContext& context, const SectionPart& part) {
    const bool is_first = part.section == Section::now;
    const float fold_width = (smallest_target + 6.0F) * current_scale();
    const float width = ImGui::GetContentRegionAvail().x - (is_first ? fold_width : 0.0F);
    bool& open = context.memory.layout.open.at(static_cast<std::size_t>(part.section));
    if (section_header(name_of(part.section), part.title, open, width)) {
        open = !open;
    }
    tooltip(open ? tr("Fold this part") : tr("Open this part"));
    if (is_first) {
        ImGui::SameLine(0.0F, 6.0F * current_scale());
        draw_fold_button(context, false, smallest_target * current_scale());
    }
    if (open) {
        part.draw(context);
        ImGui::Dummy({0.0F, 2.0F * current_scale()});
    }
}

}  // namespace

void draw_right_panel(const PanelContext& context, const Layout& layout) {
    if (layout.right.width <= 0.0F || layout.right_folded) {
        return;
    }
    const auto parts = std::to_array<SectionPart>({
        {Section::now, tr("Now"), draw_readout},
        {Section::view, tr("View"), draw_views},
        {Section::tools, tr("Tools"), draw_tools},
        {Section::show, tr("Show"), draw_layers},
        {Section::teaching, tr("Teaching"), draw_teaching},
        {Section::quality, tr("Quality"), draw_quality},
    });
    const PanelWindow window("right", layout.right);
    ImGui::BeginChild("right parts");
    for (const SectionPart& part : parts) {
        ImGui::PushID(name_of(part.section));
        draw_section(context, part);
        ImGui::PopID();
    }
    draw_language(context);
    if (context.memory.layout != PanelLayout{}) {
        const WithFont font(TextSize::small);
        const ButtonLook look{.size = {ImGui::GetContentRegionAvail().x, 26.0F * current_scale()}, .quiet = true};
        if (text_button("reset layout", tr("Panels as they were"), look)) {
            context.memory.layout = {};
        }
        tooltip(tr("Widths and parts of the panels as at the first start"));
    }
    ImGui::EndChild();
}

}  // namespace dorsum::ui
