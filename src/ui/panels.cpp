#include "ui/panels.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/translate.h"
#include "scene/practice.h"
#include "ui/keys.h"
#include "ui/layout.h"
#include "ui/panel_parts.h"
#include "ui/widgets.h"

namespace dorsum::ui {

namespace {

constexpr ImGuiWindowFlags fixed_window = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                          ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                          ImGuiWindowFlags_NoFocusOnAppearing;

void draw_zones_tab(const PanelContext& context) {
    const float gap = 10.0F * current_scale();
    const ImVec2 available = ImGui::GetContentRegionAvail();
    const float card = std::min(zone_card_height(context, available.x), available.y * 0.6F);
    ImGui::BeginChild("zones", {0.0F, available.y - card - gap});
    draw_zones(context);
    ImGui::EndChild();
    draw_zone_card(context);
}

/// The steps, and at the foot, where it stays in sight, what lies under the hands and where not to press.
void draw_steps_tab(const PanelContext& context) {
    const ImVec2 available = ImGui::GetContentRegionAvail();
    const float cards = under_hands_height(context, available.x) + safety_rules_height(context, available.x);
    ImGui::BeginChild("steps", {0.0F, std::max(available.y - cards, available.y * 0.45F)});
    draw_steps(context);
    ImGui::EndChild();
    draw_safety_rules(context);
    draw_under_hands(context);
}

void draw_left_panel(const PanelContext& context, const Layout& layout) {
    const Viewport& place = layout.left;
    if (place.width <= 0.0F || layout.left_folded) {
        return;
    }
    PanelMemory& memory = context.memory;
    const PanelWindow window("left", place);
    const std::array<std::string, 4> tabs{tr("Steps"), tr("Zones"), tr("Body"), tr("Learn")};
    const float fold_width = (smallest_target + 6.0F) * current_scale();
    if (const auto chosen = segmented("tabs", tabs, static_cast<int>(memory.tab), fold_width)) {
        memory.tab = static_cast<LeftTab>(*chosen);
        memory.step_of_last_frame = -1;
    }
    const Viewport last_tab = place_of_last_item();
    memory.tip_targets.tabs = {place.x + ImGui::GetStyle().WindowPadding.x, last_tab.y,
                               place.width - 2.0F * ImGui::GetStyle().WindowPadding.x - fold_width, last_tab.height};
    ImGui::SameLine(0.0F, 6.0F * current_scale());
    draw_fold_button(context, true, last_tab.height);
    ImGui::Dummy({0.0F, 2.0F * current_scale()});
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float presenter = presenter_height(context, room.x);
    ImGui::BeginChild("tab", {0.0F, presenter > 0.0F ? std::max(room.y - presenter, room.y * 0.3F) : 0.0F});
    if (memory.tab == LeftTab::zones) {
        draw_zones_tab(context);
    } else if (memory.tab == LeftTab::body) {
        ImGui::BeginChild("body");
        draw_body(context);
        ImGui::EndChild();
    } else if (memory.tab == LeftTab::learn) {
        draw_learn(context);
    } else {
        draw_steps_tab(context);
    }
    ImGui::EndChild();
    draw_presenter(context);
}

/// A zone or structure chosen in the picture shows its card, wherever the left panel was; what a quiz shows does not.
void follow_selection(const PanelContext& context) {
    const int opened = context.state.practice.times_opened;
    if (std::exchange(context.memory.practice_of_last_frame, opened) != opened && scene::practises(context.state)) {
        context.memory.tab = LeftTab::learn;
        context.memory.learn_half = learn_half_practice;
    }
    const scene::Quiz& quiz = context.state.quiz;
    if (std::exchange(context.memory.quiz_of_last_frame, quiz.times_opened) != quiz.times_opened) {
        context.memory.tab = LeftTab::learn;
        context.memory.learn_half = learn_half_quiz;
    }
    const int zone = context.state.selected_zone;
    if (!quiz.run && zone != 0 && zone != context.memory.zone_of_last_frame) {
        context.memory.tab = LeftTab::zones;
    }
    context.memory.zone_of_last_frame = zone;
    const std::string& structure = context.state.selected_structure;
    if (!quiz.run && !structure.empty() && structure != context.memory.structure_of_last_frame) {
        context.memory.tab = LeftTab::body;
        context.memory.explore.structures_shown = true;
    }
    context.memory.structure_of_last_frame = structure;
}

}  // namespace

Viewport place_of_last_item() {
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

PanelWindow::PanelWindow(const char* name, const Viewport& place) {
    ImGui::SetNextWindowPos({place.x, place.y});
    ImGui::SetNextWindowSize({place.width, place.height});
    ImGui::Begin(name, nullptr, fixed_window | ImGuiWindowFlags_NoBackground);
}

PanelWindow::~PanelWindow() {
    ImGui::End();
}

void draw_corner_buttons(const PanelContext& context, const Viewport& picture) {
    const float scale = current_scale();
    ImGui::SetNextWindowPos({picture.x + picture.width - 10.0F * scale, picture.y + 10.0F * scale}, ImGuiCond_Always,
                            {1.0F, 0.0F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {6.0F * scale, 6.0F * scale});
    ImGui::Begin("corner", nullptr, fixed_window | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_AlwaysAutoResize);
    const ButtonLook look{.size = {36.0F * scale, 36.0F * scale}};
    if (icon_button("open cautions", Icon::caution, look)) {
        context.ask(scene::OpenCautions{true});
    }
    tooltip(tr("Cautions"), keys_for(context.state, scene::OpenCautions{true}));
    ImGui::SameLine();
    if (icon_button("open model", Icon::folder, look)) {
        context.memory.open_model_shown = true;
    }
    tooltip(tr("Open a model"), keys_for(WindowAction::open_model));
    ImGui::SameLine();
    const bool shown = context.state.panels_shown;
    if (icon_button("panels", Icon::panels, look)) {
        context.ask(scene::ShowPanels{!shown});
    }
    tooltip(shown ? tr("Hide the panels") : tr("Show the panels"), keys_for(context.state, scene::ShowPanels{!shown}));
    ImGui::SameLine();
    if (icon_button("open help", Icon::help, look)) {
        context.ask(scene::OpenHelp{true});
    }
    tooltip(tr("Keys and mouse"), keys_for(context.state, scene::OpenHelp{true}));
    const ImVec2 low = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    context.memory.tip_targets.corner = {low.x, low.y, size.x, size.y};
    ImGui::End();
    ImGui::PopStyleVar(2);
}

Requests draw_panels(const scene::State& state, const scene::Subject& subject, const scene::Scene& scene,
                     const Notices& notices, PanelMemory& memory) {
    Requests requests;
    const PanelContext context{state, subject, scene, notices, requests, memory};
    const ImVec2 window_size = ImGui::GetIO().DisplaySize;
    const bool for_class = scene::fills_window(state.presentation);
    const Layout layout =
        arrange(state.panels_shown && !for_class, window_size.x, window_size.y, current_scale(), memory.layout);
    follow_selection(context);
    memory.tip_targets = {};
    memory.tip_targets.picture = layout.picture;
    draw_left_panel(context, layout);
    memory.tools.name_field_seen = false;
    draw_right_panel(context, layout);
    if (memory.tools.field == ToolsMemory::Field::name && !memory.tools.name_field_seen) {
        memory.tools.field = ToolsMemory::Field::none;
    }
    draw_panel_edges(context, layout, window_size);
    draw_timeline(context, layout.bottom);
    draw_playing_options(context, layout.bottom);
    if (!for_class) {
        draw_corner_buttons(context, layout.picture);
        draw_quality_note(context, layout.picture);
        draw_structure_name(context);
    }
    draw_tool_bar(context, layout.picture);
    Viewport below_bar = layout.picture;
    below_bar.y += memory.tools.bar_height;
    below_bar.height -= memory.tools.bar_height;
    draw_messages(context, below_bar);
    if (state.asking_to_save) {
        draw_save_question(context, window_size);
    } else if (memory.open_model_shown) {
        draw_open_model(context, window_size);
    } else if (memory.tools.field == ToolsMemory::Field::file) {
        draw_save_views(context, window_size);
    } else if (state.cautions_open) {
        draw_cautions(context, window_size);
    } else if (state.help_open) {
        draw_help(context, window_size);
    } else if (memory.tour_tip && !for_class) {
        draw_tour(context, window_size);
    }
    return requests;
}

}  // namespace dorsum::ui
