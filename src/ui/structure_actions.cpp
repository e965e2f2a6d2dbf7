#include <array>
#include <string>
#include <utility>
#include <vector>

#include "body/structure_pairs.h"
#include "core/translate.h"
#include "scene/exploring.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

bool has_other_side(const PanelContext& context) {
    const std::string other = body::id_on_other_side(context.state.selected_structure);
    return body::find_part(*context.subject.body, other).has_value();
}

/// Alone among ghosts, together with what is done on the other side.
scene::Command toggle_alone(const std::vector<std::string>& chosen, const bool alone) {
    if (alone) {
        return scene::IsolateStructure{};
    }
    return scene::IsolateStructure{chosen.front(), {chosen.begin() + 1, chosen.end()}};
}

}  // namespace

void draw_structure_actions(const PanelContext& context) {
    const scene::State& state = context.state;
    const std::vector<std::string> chosen = scene::chosen_structures(state);
    if (chosen.empty() ||
        !body::is_anatomy(context.subject.body->parts[*body::find_part(*context.subject.body, chosen.front())].role)) {
        return;
    }
    struct Action {
        const char* id;
        const char* name;
        const char* hint;
        bool on;
        scene::Command command;
    };
    const bool alone = state.see_through.isolated.contains(chosen.front());
    const bool ghost = scene::are_ghosted(state, chosen);
    const bool hidden = scene::are_hidden(state, chosen);
    const std::array<Action, 3> actions{{
        {"isolate", tr("Alone"),
         alone ? tr("Show the others again") : tr("Show it alone: all others become clear shells around it"), alone,
         toggle_alone(chosen, alone)},
        {"ghost", tr("Ghost"), ghost ? tr("Opaque again") : tr("Make it a clear shell, that others are seen through"),
         ghost, scene::GhostStructures{chosen, !ghost}},
        {"hide", tr("Hide"), hidden ? tr("Show it again") : tr("Take it away"), hidden,
         scene::HideStructures{chosen, !hidden}},
    }};
    const WithFont font(TextSize::small);
    const float gap = 4.0F * current_scale();
    ButtonLook look{.size = {(ImGui::GetContentRegionAvail().x - 2.0F * gap) / 3.0F, 28.0F * current_scale()}};
    for (const Action& action : actions) {
        if (action.id != actions.front().id) {
            ImGui::SameLine(0.0F, gap);
        }
        look.on = action.on;
        if (text_button(action.id, fitted(action.name, look.size.x - gap), look)) {
            context.ask(action.command);
        }
        tooltip(action.hint, keys_for(state, action.command));
    }
    if (has_other_side(context)) {
        const bool both = state.structures.both_sides;
        if (switch_row("both sides", tr("Right and left together"), both)) {
            context.ask(scene::SelectStructure{state.selected_structure, false, !both});
        }
        tooltip(tr("What is done to it is done on the other side, too"));
    }
}

}  // namespace dorsum::ui
