#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "core/translate.h"
#include "ui/keys.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

void draw_opacities(const PanelContext& context) {
    const scene::Layers layers = scene::as_seen(context.state).layers;
    const float width = ImGui::GetContentRegionAvail().x;
    for (const scene::Layer layer : scene::fading_layers()) {
        const float opacity = context.state.see_through.opacity_of(layer);
        if (!scene::shows(layers, layer) && opacity >= 1.0F) {
            continue;  // it is not there to fade
        }
        const Setting& setting = opacity_setting(layer);
        if (const auto percent = slider(setting, static_cast<double>(opacity) * 100.0, width)) {
            context.ask(scene::SetOpacity{layer, static_cast<float>(*percent / 100.0)});
        }
        tooltip(setting.description);
    }
}

void draw_x_ray(const PanelContext& context) {
    const bool on = context.state.see_through.x_ray;
    const scene::Command toggle = scene::SetXRay{!on};
    if (switch_row("x-ray", tr("X-ray"), on)) {
        context.ask(toggle);
    }
    tooltip(tr("The skin as a clear shell around the bones, or around what is laid open"),
            keys_for(context.state, toggle));
}

/// In the middle of the body when it is first chosen.
scene::Cut first_cut(const PanelContext& context, const scene::Section section) {
    const auto [low, high] = scene::offsets_through(*context.subject.body, section);
    return {section, section == scene::Section::sagittal ? 0.0F : std::round((low + high) / 2.0F), false};
}

void draw_cut(const PanelContext& context) {
    const std::optional<scene::Cut>& cut = context.state.see_through.cut;
    const std::array<std::string, 4> names{tr("Whole"), tr("Sagittal"), tr("Axial"), tr("Coronal")};
    const int chosen = cut ? static_cast<int>(cut->section) + 1 : 0;
    std::optional<int> choice;
    {
        const WithFont font(TextSize::small);
        choice = segmented("cut", names, chosen);
    }
    if (choice) {
        context.ask(*choice == 0 ? scene::SetCut{}
                                 : scene::SetCut{first_cut(context, static_cast<scene::Section>(*choice - 1))});
    }
    tooltip(tr("Cuts the body between left and right, head and feet, or back and front"));
    if (!cut) {
        return;
    }
    const auto [low, high] = scene::offsets_through(*context.subject.body, cut->section);
    const Setting setting = cut_setting(static_cast<double>(low), static_cast<double>(high));
    const auto moved = slider(setting, static_cast<double>(cut->offset_mm), ImGui::GetContentRegionAvail().x);
    if (moved) {
        context.ask(scene::SetCut{scene::Cut{cut->section, static_cast<float>(*moved), cut->other_side}});
    }
    tooltip(setting.description);
    const scene::Command toggle = scene::SetCut{scene::Cut{cut->section, cut->offset_mm, !cut->other_side}};
    if (switch_row("other half", tr("The other half"), cut->other_side)) {
        context.ask(toggle);
    }
    tooltip(tr("Which side of the cut is taken away"), keys_for(context.state, toggle));
}

void draw_explosion(const PanelContext& context) {
    const Setting& setting = explosion_setting();
    const double share = static_cast<double>(context.state.see_through.explosion) * 100.0;
    if (const auto percent = slider(setting, share, ImGui::GetContentRegionAvail().x)) {
        context.ask(scene::SetExplosion{static_cast<float>(*percent / 100.0)});
    }
    tooltip(setting.description);
}

}  // namespace

void draw_see_through(const PanelContext& context) {
    if (!context.subject.body) {
        return;
    }
    section_title(tr("See through"));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0.0F, 1.0F * current_scale()});
    if (scene::has_layers(context.subject)) {
        draw_x_ray(context);
    }
    draw_cut(context);
    if (scene::has_muscles(context.subject)) {
        draw_explosion(context);
    }
    draw_opacities(context);
    ImGui::PopStyleVar();
    if (context.state.see_through == scene::SeeThrough{}) {
        return;
    }
    ImGui::Dummy({0.0F, 2.0F * current_scale()});
    const WithFont font(TextSize::small);
    const ButtonLook look{.size = {ImGui::GetContentRegionAvail().x, 28.0F * current_scale()}};
    if (text_button("opaque", tr("Whole and opaque again"), look)) {
        context.ask(scene::ResetSeeThrough{});
    }
    tooltip(tr("Nothing faded, cut or taken apart"), keys_for(context.state, scene::ResetSeeThrough{}));
}

}  // namespace dorsum::ui
