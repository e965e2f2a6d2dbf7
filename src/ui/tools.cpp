#include <string>

#include "core/fill.h"
#include "core/translate.h"
#include "scene/measurement.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

void draw_measured(const PanelContext& context) {
    const scene::Measurement& measured = context.state.measurement;
    if (measured.ways.empty()) {
        paragraph(tr("Click two points on the skin, and more if you like."), TextSize::small, palette::text_muted);
        return;
    }
    for (std::size_t i = 0; i < measured.ways.size(); ++i) {
        const scene::SkinWay& way = *measured.ways[i];
        const std::string from_to = std::to_string(i + 1) + " – " + std::to_string(i + 2) + "   ";
        const std::string over_skin =
            way.patch ? scene::distance_text(way.length_m) : std::string(tr("no way over the skin"));
        const std::string straight = fill(tr("(straight {0})"), {scene::distance_text(way.straight_m)});
        paragraph(from_to + over_skin + "  " + straight, TextSize::small);
    }
    if (measured.ways.size() > 1) {
        paragraph(std::string(tr("Together")) + "   " + scene::distance_text(scene::length_m(measured)));
    }
}

}  // namespace

void draw_tools(const PanelContext& context) {
    const scene::State& state = context.state;
    const float gap = 6.0F * current_scale();
    const ImVec2 half{(ImGui::GetContentRegionAvail().x - gap) * 0.5F, 30.0F * current_scale()};
    {
        const WithFont font(TextSize::small);
        const scene::Command measure = scene::SetMeasuring{!state.measurement.on};
        if (text_button("measure", tr("Measure"), {.size = half, .on = state.measurement.on})) {
            context.ask(measure);
        }
        tooltip(tr("The shortest way over the skin from point to point, of the body at rest"),
                keys_for(state, measure));
        ImGui::SameLine(0.0F, gap);
        const scene::Command pen = scene::SetPen{!state.pen.on};
        if (text_button("pen", tr("Pen"), {.size = half, .on = state.pen.on})) {
            context.ask(pen);
        }
        tooltip(tr("Notes on the skin: drag to draw. Beside the skin, dragging turns the view."), keys_for(state, pen));
    }
    if (state.measurement.on) {
        draw_measured(context);
    }
    if (!state.pen.lines.empty()) {
        if (switch_row("notes", tr("Notes"), state.pen.shown)) {
            context.ask(scene::ShowNotes{!state.pen.shown});
        }
        tooltip(tr("Shows what was drawn on the skin, or hides it"));
    }
    draw_bookmarks(context);
}

}  // namespace dorsum::ui
