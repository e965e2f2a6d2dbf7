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
void draw_structure_card(const PanelContext& context, float height);
void draw_landmarks(const PanelContext& context);
void draw_see_through(const PanelContext& context);
/// The field that finds structures, zones and landmarks, with undo and redo beside it; below it, while something is
/// typed, what was found.
/// @return whether that takes the place of all else
[[nodiscard]] bool draw_search(const PanelContext& context);
/// Every structure by layer and region.
void draw_structure_tree(const PanelContext& context, float height);
/// The buttons of a structure's card: alone among ghosts, hidden, a ghost, on both sides.
void draw_structure_actions(const PanelContext& context);
/// What was found out of body and lesson, made anew where these or the language are others.
[[nodiscard]] const Findable& findable(const PanelContext& context);
/// Asks for a structure by its name, and leaves the search.
void choose_structure(const PanelContext& context, const std::vector<std::string>& ids);

/// What there is to learn with: one of several, chosen at the top.
void draw_learn(const PanelContext& context);
inline constexpr int learn_half_practice = 0;  ///< where practising stands among them
inline constexpr int learn_half_quiz = 1;
/// To trace the strokes of the present step: what to practise, how it goes, the result, the last scores.
void draw_practice(const PanelContext& context);
/// The score of the last stroke, what to do better, and its tempo.
void draw_practice_result(const PanelContext& context);
void draw_practice_history(const PanelContext& context);
/// What the learner is to do now, or has done; empty where the step's own words do. For the caption too.
[[nodiscard]] std::string practice_cue(const scene::State& state, const scene::Subject& subject);
void draw_quiz(const PanelContext& context);
/// Of a quiz under way: the question with its choices, and what is right once it is answered.
void draw_question(const PanelContext& context, const scene::QuizRun& run, const quiz::Question& question);

// Inside the right panel, each below its title, which folds it (right_panel.cpp).
void draw_readout(const PanelContext& context);
void draw_views(const PanelContext& context);
void draw_layers(const PanelContext& context);
void draw_quality(const PanelContext& context);
/// Measuring, the pen, and the views that were kept.
void draw_tools(const PanelContext& context);
void draw_bookmarks(const PanelContext& context);
/// To present to a class; size of text and colours.
void draw_teaching(const PanelContext& context);
void draw_language(const PanelContext& context);

// In windows of their own.
void draw_right_panel(const PanelContext& context, const Layout& layout);
/// What is left of a folded panel, and the edges by which the panels are drawn wider.
void draw_panel_edges(const PanelContext& context, const Layout& layout, ImVec2 window_size);
/// The button that folds a panel to its side, as high as the row it stands in.
void draw_fold_button(const PanelContext& context, bool left, float height);
/// Over the picture while something is measured or the pen is in hand: what can be done, and how to end it.
void draw_tool_bar(const PanelContext& context, const Viewport& picture);
void draw_save_views(const PanelContext& context, ImVec2 window_size);
void draw_timeline(const PanelContext& context, const Viewport& place);
/// Along the foot of the timeline: from step to step and frame to frame, how often, from where to where, and what
/// opens the options of playing. `right_edge` as far as they may reach.
void draw_playing_controls(const PanelContext& context, float right_edge);
/// Repeat, slow motion, metronome, voice, mirror and giver, over the timeline while they are asked for.
void draw_playing_options(const PanelContext& context, const Viewport& timeline);
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
