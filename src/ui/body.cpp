#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/translate.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

struct DepthButton {
    scene::Depth depth;
    const char* name;
    const char* hint;
};

void draw_bodies(const PanelContext& context) {
    const std::vector<BodyChoice>& bodies = context.notices.bodies;
    section_title(tr("Receiver"));
    if (bodies.size() < 2) {
        return;
    }
    const float gap = 6.0F * current_scale();
    const auto count = static_cast<float>(bodies.size());
    const float width = (ImGui::GetContentRegionAvail().x - (count - 1.0F) * gap) / count;
    const WithFont font(TextSize::small);
    bool first = true;
    for (const BodyChoice& body : bodies) {
        if (!first) {
            ImGui::SameLine(0.0F, gap);
        }
        first = false;
        const ButtonLook look{.size = {width, 30.0F * current_scale()}, .on = body.shown};
        if (text_button(body.id.c_str(), fitted(body.name, width - 8.0F * current_scale()), look) && !body.shown) {
            context.requests.open_body = body.id;
        }
        tooltip(body.name);
    }
}

/// The key that goes from one depth to its neighbour.
std::string keys_to(const PanelContext& context, const scene::Depth from, const scene::Depth to) {
    const int layers = static_cast<int>(to) - static_cast<int>(from);
    if (layers == 1) {
        return keys_for(context.state, scene::PeelDeeper{});
    }
    return layers == -1 ? keys_for(context.state, scene::PeelBack{}) : std::string();
}

void draw_depths(const PanelContext& context) {
    const std::array<DepthButton, scene::depth_count> buttons{{
        {scene::Depth::skin, tr("Skin"), tr("The whole body")},
        {scene::Depth::superficial, tr("Superficial muscles"),
         tr("Without skin: trapezius, latissimus and their like")},
        {scene::Depth::intermediate, tr("Intermediate muscles"), tr("Without the superficial muscles")},
        {scene::Depth::deep, tr("Deep muscles"), tr("The muscles beside the spine")},
        {scene::Depth::skeleton, tr("Skeleton"), tr("The bones alone")},
    }};
    section_title(tr("Laid open to"));
    const WithFont font(TextSize::small);
    const scene::Depth shown = scene::depth_of(context.state.layers);
    const float gap = 6.0F * current_scale();
    ButtonLook look{.size = {(ImGui::GetContentRegionAvail().x - gap) / 2.0F, 30.0F * current_scale()}};
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {gap, gap});
    for (const DepthButton& button : buttons) {
        if (static_cast<int>(button.depth) % 2 != 0) {
            ImGui::SameLine();
        }
        look.on = button.depth == shown;
        if (text_button(button.name, fitted(button.name, look.size.x - gap), look)) {
            context.ask(scene::SetDepth{button.depth});
        }
        tooltip(button.hint, keys_to(context, shown, button.depth));
    }
    ImGui::SameLine();
    look.on = scene::shows(context.state.layers, scene::Layer::organs);
    const scene::Command toggle = scene::ShowLayer{scene::Layer::organs, !look.on};
    if (text_button("organs", tr("Organs"), look)) {
        context.ask(toggle);
    }
    tooltip(tr("Lungs, heart, kidneys and the others, whatever the depth; the skin covers them"),
            keys_for(context.state, toggle));
    ImGui::PopStyleVar();
}

struct PeelButton {
    scene::HandPeel peel;
    const char* name;
    const char* hint;
};

void draw_hand_peel(const PanelContext& context) {
    const std::array<PeelButton, 3> buttons{{
        {scene::HandPeel::none, tr("Closed"), tr("The hands lie on the skin")},
        {scene::HandPeel::skin, tr("Skin"), tr("The skin opens around the hands, to see what they work on")},
        {scene::HandPeel::superficial, tr("Muscles"), tr("The skin and the superficial muscles open around the hands")},
    }};
    section_title(tr("Peel around the hand"));
    const WithFont font(TextSize::small);
    const bool possible = scene::has_muscles(context.subject);
    const float gap = 6.0F * current_scale();
    ButtonLook look{.size = {(ImGui::GetContentRegionAvail().x - 2.0F * gap) / 3.0F, 30.0F * current_scale()}};
    look.off = !possible;
    for (const PeelButton& button : buttons) {
        if (button.peel != scene::HandPeel::none) {
            ImGui::SameLine(0.0F, gap);
        }
        look.on = possible && button.peel == context.state.hand_peel;
        ImGui::PushID("peel");
        const bool clicked = text_button(button.name, fitted(button.name, look.size.x - gap), look);
        ImGui::PopID();
        if (!possible) {
            tooltip(tr("This model has a skin only: there are no muscles to be seen around the hands."));
            continue;
        }
        const scene::Command command = scene::SetHandPeel{button.peel};
        if (clicked) {
            context.ask(command);
        }
        tooltip(button.hint, keys_for(context.state, command));
    }
}

/// The tree, and at the foot, where it stays in sight, the card of the chosen one.
void draw_structures(const PanelContext& context) {
    const float scale = current_scale();
    const float room = ImGui::GetContentRegionAvail().y;
    const float gap = ImGui::GetStyle().ItemSpacing.y;
    if (context.state.selected_structure.empty()) {
        draw_structure_tree(context, std::max(room, 160.0F * scale));
        return;
    }
    constexpr float share_of_tree = 0.42F;
    const float tree = std::max(room * share_of_tree, 150.0F * scale);
    draw_structure_tree(context, tree);
    draw_structure_card(context, std::max(room - tree - gap - 2.0F * scale, 220.0F * scale));
}

}  // namespace

void draw_body(const PanelContext& context) {
    if (draw_search(context)) {
        return;
    }
    ExploreMemory& memory = context.memory.explore;
    const bool layers = scene::has_layers(context.subject);
    if (layers) {
        const std::array<std::string, 2> views{tr("Layers"), tr("Structures")};
        if (const auto chosen = segmented("body views", views, memory.structures_shown ? 1 : 0)) {
            memory.structures_shown = *chosen == 1;
        }
        tooltip(tr("The body as a whole, or every muscle, bone and organ by its name"));
    }
    if (layers && memory.structures_shown) {
        draw_structures(context);
        return;
    }
    memory.keys.clear();  // of a tree that is not there
    draw_bodies(context);
    draw_skin_tones(context);
    if (layers) {
        draw_depths(context);
    } else {
        section_title(tr("Laid open to"));
        paragraph(tr("This model has a skin only. The bundled bodies have muscles, bones and organs, too."),
                  TextSize::small, palette::text_muted);
    }
    draw_hand_peel(context);
    ImGui::Dummy({0.0F, 4.0F * current_scale()});
    draw_see_through(context);
    draw_landmarks(context);
}

}  // namespace dorsum::ui
