#pragma once

#include <imgui.h>

#include <string>
#include <utility>

#include "ui/layout.h"
#include "ui/panels.h"

// The panels one by one, as panels.cpp puts them together. Each reads the context, draws, and adds
// what was asked for to `requests`.

namespace dorsum::ui {

struct PanelContext {
    const scene::State& state;
    const scene::Subject& subject;
    const scene::Scene& scene;
    const Notices& notices;
    Requests& requests;
    PanelMemory& memory;

    void ask(scene::Command command) const { requests.commands.push_back(std::move(command)); }
};

/// An ImGui window that fills exactly a rectangle, without title or borders.
class PanelWindow {
public:
    PanelWindow(const char* name, const Viewport& place);
    ~PanelWindow();
    PanelWindow(const PanelWindow&) = delete;
    PanelWindow& operator=(const PanelWindow&) = delete;
};

// Inside the left panel.
void draw_steps(const PanelContext& context);
/// What lies under the hands, and the rules of safety where they are shown; below the steps.
void draw_under_hands(const PanelContext& context);
[[nodiscard]] float under_hands_height(const PanelContext& context, float width);
void draw_safety_rules(const PanelContext& context);
[[nodiscard]] float safety_rules_height(const PanelContext& context, float width);
/// The next step and the clock, at the foot of the panel while a projector shows the clean view; else without height.
void draw_presenter(const PanelContext& context);
[[nodiscard]] float presenter_height(const PanelContext& context, float width);
void draw_zones(const PanelContext& context);
void draw_zone_card(const PanelContext& context);
[[nodiscard]] float zone_card_height(const PanelContext& context, float width);
void draw_body(const PanelContext& context);
/// Tones of the receiver's skin to choose from.
void draw_skin_tones(const PanelContext& context);
void draw_structure_card(const PanelContext& context);
void draw_landmarks(const PanelContext& context);
void draw_see_through(const PanelContext& context);
/// The button of a structure's card that shows it among ghosts.
void draw_isolation(const PanelContext& context, const std::string& structure);

// Inside the right panel.
void draw_readout(const PanelContext& context);
void draw_views(const PanelContext& context);
void draw_layers(const PanelContext& context);
void draw_quality(const PanelContext& context);
/// To present to a class; size of text and colours.
void draw_teaching(const PanelContext& context);
void draw_language(const PanelContext& context);

// In windows of their own.
void draw_timeline(const PanelContext& context, const Viewport& place);
void draw_corner_buttons(const PanelContext& context, const Viewport& picture);
/// Below those, which tier of quality the picture is drawn in.
void draw_quality_note(const PanelContext& context, const Viewport& picture);
void draw_structure_name(const PanelContext& context);  ///< beside the mouse
void draw_messages(const PanelContext& context, const Viewport& picture);
void draw_cautions(const PanelContext& context, ImVec2 window_size);
void draw_help(const PanelContext& context, ImVec2 window_size);
void draw_open_model(const PanelContext& context, ImVec2 window_size);
/// The tip of the first start that is shown; beside it all is darkened but what it speaks of.
void draw_tour(const PanelContext& context, ImVec2 window_size);
void draw_save_question(const PanelContext& context, ImVec2 window_size);

/// Where the last item lies.
[[nodiscard]] Viewport place_of_last_item();

/// Whether the body is one of those that the program ships, whose landmarks are not saved.
[[nodiscard]] bool shows_bundled_body(const PanelContext& context);

}  // namespace dorsum::ui
