#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "scene/apply.h"
#include "scene/command.h"
#include "scene/scene.h"
#include "ui/explore_memory.h"
#include "ui/label_layout.h"
#include "ui/panel_layout.h"
#include "ui/tools_memory.h"

namespace dorsum::ui {

/// A body that the program ships.
struct BodyChoice {
    std::string id;
    std::string name;  ///< translated
    bool shown = false;
};

/// A model that was opened before.
struct RecentFile {
    std::string path;
    bool missing = false;  ///< it is not there now
};

/// What a teacher wants to know of the time.
struct Clock {
    std::string time_of_day;  ///< "14:05"
    int elapsed_min = 0;      ///< since the presentation began
};

/// What is known of a learner's quizzes.
struct QuizNotice {
    int answers_kept = 0;
    int due = 0;                ///< questions to be asked again by today
    bool can_put_back = false;  ///< a history was erased since the start of the program
    std::string said;           ///< of what was done last; empty = nothing
};
/// What is known of a learner's practising, from the history on this machine.
struct PracticeNotice {
    std::vector<int> scores;    ///< of the present step, the last ones, in the order of time
    int kept = 0;               ///< of all steps
    bool can_put_back = false;  ///< the history was erased since the start of the program
};
enum class PracticeRequest { erase_history, put_back_history };

/// What the panels show beside state and subject.
struct Notices {
    std::optional<float> loading;  ///< share done of a model being loaded
    std::string loading_name;
    std::vector<std::string> messages;  ///< errors and warnings to show, newest last
    std::vector<BodyChoice> bodies;     ///< to choose from
    std::vector<RecentFile> recent;     ///< to open again, the last one first
    std::optional<Clock> clock;         ///< while a presentation has a window of its own
    std::string views_file;             ///< the path first offered for a file of kept views
    std::string sound_problem;          ///< why the metronome cannot be heard, and what would help; empty = none
    std::string voice_problem;          ///< the same of the voice
    QuizNotice quiz;
    PracticeNotice practice;
    std::string note;  ///< of something that went well, for a short while; empty = none
};

/// What a person wants done with their results.
enum class QuizRequest { export_results, erase_history, put_back_history };

/// What becomes of landmarks that were moved and not saved.
enum class SaveAnswer { save, discard, cancel };

/// What a person did in the panels during this frame.
struct Requests {
    std::vector<scene::Command> commands;
    bool cancel_loading = false;
    bool dismiss_messages = false;
    std::optional<std::string> open_model;     ///< a path typed by the person
    std::optional<std::string> open_body;      ///< the id of a BodyChoice
    std::optional<std::string> forget_recent;  ///< the path of a RecentFile
    bool tour_ended = false;                   ///< the tips are not to come again
    bool save_landmarks = false;
    std::optional<std::string> save_views;  ///< the path of a file that the kept views are to be written to
    std::optional<QuizRequest> quiz;
    std::optional<PracticeRequest> practice;
    std::optional<SaveAnswer> save_answer;  ///< while State::asking_to_save
};

/// A part of the window: {x, y, width, height} in pixels from the top left.
struct Viewport {
    float x = 0.0F, y = 0.0F, width = 0.0F, height = 0.0F;
};

/// Where the controls lie that the tips of the first start speak of; without width where they are not shown.
struct TipTargets {
    Viewport play;
    Viewport tabs;
    Viewport picture;
    Viewport corner;
};

/// What the left panel shows.
enum class LeftTab { steps, zones, body, learn };

/// What the controls of playing remember.
struct PlayingMemory {
    bool options_shown = false;              ///< repeat, metronome, voice and the like, over the timeline
    std::optional<scene::LoopMark> grabbed;  ///< the end of the loop that is dragged
    Viewport options_button;                 ///< as the last frame had it
};

/// What only the panels themselves remember from frame to frame; nobody would miss it.
struct PanelMemory {
    LeftTab tab = LeftTab::steps;
    PlayingMemory playing;
    int zone_of_last_frame = 0;             ///< to turn to the zones when one is chosen in the picture
    std::string structure_of_last_frame;    ///< to turn to the body when one is chosen in the picture
    int learn_half = 0;                     ///< of what the tab "Learn" has
    int practice_of_last_frame = 0;         ///< to turn to practising when it is asked for
    int quiz_of_last_frame = 0;             ///< to turn to the quiz when it is asked for
    std::size_t answers_of_last_frame = 0;  ///< of the quiz, twice, and one more while what is right is shown
    std::array<char, 64> quiz_learner{};    ///< the field for the name; ended by a zero
    bool quiz_learner_active = false;       ///< somebody writes in it
    int step_of_last_frame = -1;            ///< to scroll to the step when it changes
    std::set<std::string> ticked;           ///< items of the checklist that were gone through
    bool open_model_shown = false;          ///< the field for a path is open
    bool open_model_entered = false;        ///< whoever reads the keys saw Enter while it was open
    std::optional<int> tour_tip;            ///< the tip of the first start that is shown, from 0
    PanelLayout layout;                     ///< of the panels; whoever owns the memory may keep it
    ToolsMemory tools;
    ExploreMemory explore;                     ///< of search and tree
    TipTargets tip_targets;                    ///< as the last frame had them
    std::array<char, 4096> open_model_path{};  ///< ended by a zero, as long as Linux lets a path be
};

/// The tier of quality in use, and whether it was chosen automatically: "balanced, chosen automatically".
[[nodiscard]] std::string quality_note(const scene::State& state);

/// Draws all panels into the current ImGui frame and returns what was asked for. Changes nothing
/// but `memory`. Needs a context to which apply_theme (ui/theme.h) was applied.
[[nodiscard]] Requests draw_panels(const scene::State& state, const scene::Subject& subject, const scene::Scene& scene,
                                   const Notices& notices, PanelMemory& memory);

/// The part of the window that the panels leave to the picture; never empty from 320 x 240 on.
[[nodiscard]] Viewport free_viewport(const scene::State& state, float window_width, float window_height,
                                     const PanelLayout& layout = {});

/// Writes captions, zone numbers, breath gauge, legend and orientation marks over a picture of
/// `scene.size_px` at `origin`, for window and offscreen alike. Goes into the background draw list
/// of the current ImGui frame, below all panels.
/// Labels stay where `memory` has them from the last picture; without one each picture is the first.
void draw_overlay(const scene::State& state, const scene::Subject& subject, const scene::Scene& scene, float origin_x,
                  float origin_y, LabelMemory* memory = nullptr);

/// Covers a picture of this size with a page of the title card: the lesson's title, its cautions and
/// advice, what it is for. For videos; goes into the background draw list.
/// @param page  from 0
/// @return how many pages the card has in this size
int draw_cautions_card(const lesson::Lesson& lesson, float width_px, float height_px, int page);

}  // namespace dorsum::ui
