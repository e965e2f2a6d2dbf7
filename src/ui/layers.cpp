#include <array>

#include "core/translate.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

struct LayerRow {
    scene::Layer layer;
    const char* name;
    const char* hint;
};

}  // namespace

void draw_layers(const PanelContext& context) {
    // What the body consists of is chosen in the panel of the body, by depth.
    const auto layer_rows = std::to_array<LayerRow>({
        {scene::Layer::safety, tr("Where not to press"), tr("Where hands take care, hatched, with the rules")},
        {scene::Layer::skin, tr("Skin"), tr("The receiver's back")},
        {scene::Layer::towel, tr("Towel"), tr("The towel over the rest of the body")},
        {scene::Layer::table, tr("Table"), tr("What the receiver lies on")},
        {scene::Layer::strokes, tr("Strokes"), tr("The paths of the hands")},
        {scene::Layer::hands, tr("Hands"), tr("Where the hands touch now")},
        {scene::Layer::zones, tr("Zones"), tr("Rings of the zones that are shown")},
        {scene::Layer::labels, tr("Labels"), tr("Numbers and names in the picture")},
        {scene::Layer::landmarks, tr("Landmarks"), tr("The points of the bones that places are measured from")},
    });
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0F, 0.0F});
    for (const LayerRow& row : layer_rows) {
        const bool shown = context.state.layers.test(static_cast<std::size_t>(row.layer));
        const scene::Command toggle = scene::ShowLayer{row.layer, !shown};
        if (switch_row(row.name, row.name, shown)) {
            context.ask(toggle);
        }
        tooltip(row.hint, keys_for(context.state, toggle));
    }
    ImGui::PopStyleVar();
}

}  // namespace dorsum::ui
