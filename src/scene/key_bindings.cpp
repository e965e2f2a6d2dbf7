#include "scene/key_bindings.h"

#include <algorithm>
#include <array>

#include "core/per_language.h"
#include "core/translate.h"
#include "scene/input_codes.h"
#include "scene/interface_language.h"
#include "scene/practice.h"

namespace dorsum::scene {

namespace {

using namespace codes;

constexpr double breath_step_per_min = 1.0;
constexpr float fading_step = 0.2F;
constexpr float explosion_step = 0.25F;
constexpr float cut_step_mm = 5.0F;
constexpr int text_step_percent = 25;
constexpr float turn_px = 60.0F;  // 15 degrees in a picture 720 pixels high

Command faster(const State& state) {
    if (state.playback_speed < slow_motion) {
        return SetPlaybackSpeed{slow_motion};
    }
    return SetPlaybackSpeed{state.playback_speed + (state.playback_speed < 1.0F ? 0.25F : 0.5F)};
}

Command slower(const State& state) {
    return SetPlaybackSpeed{state.playback_speed - (state.playback_speed <= 1.0F ? 0.25F : 0.5F)};
}

/// The next choice of how often something is played; at either end it stays.
Command repeated(const State& state, const bool more) {
    const int now = repeats(state);
    const auto* const found = std::ranges::find(repeat_choices, now);
    if (found == repeat_choices.end()) {  // from a settings file
        return SetRepeats{more ? endless : 1};
    }
    const bool at_end = more ? found + 1 == repeat_choices.end() : found == repeat_choices.begin();
    return SetRepeats{at_end ? now : *(more ? found + 1 : found - 1)};
}

Command toggle_repeat(const State& state) {
    return SetRepeats{repeats(state) == 1 ? endless : 1};
}

Command next_voice(const State& state) {
    return SetVoice{voices.at((static_cast<std::size_t>(state.playback.voice) + 1) % voices.size())};
}

/// Escape closes what lies on top, and never ends the program.
Command close_topmost(const State& state) {
    if (state.landmark_drag) {
        return DropLandmark{false};
    }
    if (state.help_open) {
        return OpenHelp{false};
    }
    if (state.cautions_open) {
        return OpenCautions{false};
    }
    if (state.measurement.on) {
        return SetMeasuring{false};
    }
    if (state.pen.on) {
        return SetPen{false};
    }
    if (state.quiz.run || state.quiz.setting_up) {
        return EndQuiz{};
    }
    if (state.presentation.on) {
        return Present{false};
    }
    if (practises(state)) {
        return state.practice.phase == PracticePhase::resting ? Command(OpenPractice{false})
                                                              : Command(GiveUpPractice{});
    }
    if (state.presentation.blank) {
        return BlankPicture{false};
    }
    if (!state.selected_structure.empty()) {
        return SelectStructure{};
    }
    if (state.selected_zone == 0 && !state.see_through.isolated.empty()) {
        return IsolateStructure{};
    }
    return SelectZone{0, false};
}

/// With the pen in hand, the last line.
Command undo(const State& state) {
    return state.pen.on ? Command{UndoPen{}} : Command{Undo{}};
}

Command redo(const State& state) {
    return state.pen.on ? Command{RedoPen{}} : Command{Redo{}};
}

Command take_last_away(const State& state) {
    return state.pen.on ? Command{UndoPen{}} : Command{RemoveMeasurePoint{}};
}

/// The key of a digit means the bookmark of that number.
template <std::size_t number>
Command go_to_bookmark(const State& /*state*/) {
    return GoToBookmark{number - 1};
}

Command fade(const State& state) {
    const Layer layer = layer_to_fade(state);
    return SetOpacity{layer, state.see_through.opacity_of(layer) - fading_step};
}

Command restore(const State& state) {
    const Layer layer = layer_to_restore(state);
    return SetOpacity{layer, state.see_through.opacity_of(layer) + fading_step};
}

Command next_cut(const State& state) {
    const std::optional<Cut>& cut = state.see_through.cut;
    if (!cut) {
        return SetCut{Cut{Section::sagittal, 0.0F, false}};
    }
    if (cut->section == Section::coronal) {
        return SetCut{};
    }
    return SetCut{Cut{cut->section == Section::sagittal ? Section::axial : Section::coronal, 0.0F, false}};
}

Command moved_cut(const State& state, const float by_mm) {
    std::optional<Cut> cut = state.see_through.cut;
    if (cut) {
        cut->offset_mm += by_mm;
    }
    return SetCut{cut};
}

Command cut_other_side(const State& state) {
    std::optional<Cut> cut = state.see_through.cut;
    if (cut) {
        cut->other_side = !cut->other_side;
    }
    return SetCut{cut};
}

/// Starts where nothing of it runs.
Command practise_or_end(const State& state) {
    return practice_moves(state) ? Command(OpenPractice{false}) : Command(BeginPractice{});
}

Command isolate_chosen(const State& state) {
    std::vector<std::string> chosen = chosen_structures(state);
    if (chosen.empty() || !state.see_through.isolated.empty()) {
        return IsolateStructure{};
    }
    return IsolateStructure{chosen.front(), {chosen.begin() + 1, chosen.end()}};
}

Command hide_chosen(const State& state) {
    const std::vector<std::string> chosen = chosen_structures(state);
    return HideStructures{chosen, !are_hidden(state, chosen)};
}

Command ghost_chosen(const State& state) {
    const std::vector<std::string> chosen = chosen_structures(state);
    return GhostStructures{chosen, !are_ghosted(state, chosen)};
}

/// Where the panels are, to them; before a class it begins at once.
Command to_quiz(const State& state) {
    return fills_window(state.presentation) && !holds_picture(state.quiz) ? Command(StartQuiz{}) : Command(OpenQuiz{});
}

/// A key answers where there is a choice for it.
template <int choice>
bool can_choose(const State& state) {
    const quiz::Question* question = question_open(state.quiz);
    return question != nullptr && choice < static_cast<int>(question->choices.size());
}

template <int choice>
Command choose(const State& /*state*/) {
    return AnswerQuiz{choice};
}

bool can_skip(const State& state) {
    return question_open(state.quiz) != nullptr;
}

bool can_go_on(const State& state) {
    return state.quiz.setting_up || state.quiz.run;
}

bool answered_before_class(const State& state) {
    return state.presentation.on && holds_picture(state.quiz) && state.quiz.run->answered;
}

/// From what is chosen to the first question, from an answer to the next one, from the result to what was wrong.
Command go_on(const State& state) {
    if (!state.quiz.run) {
        return StartQuiz{};
    }
    if (!state.quiz.run->over) {
        return ContinueQuiz{};
    }
    StartQuiz again;
    for (const QuizAnswer& answer : first_wrong(*state.quiz.run)) {
        again.only.push_back(answer.question);
    }
    return again.only.empty() ? Command(EndQuiz{}) : Command(again);
}

Command toggle_blank(const State& state) {
    return BlankPicture{!state.presentation.blank};
}

/// The pointer, or the arrow again.
Command toggle_pointer(const State& state, const Pointer pointer) {
    return ChoosePointer{state.presentation.pointer == pointer ? Pointer::arrow : pointer};
}

Command larger_text(const State& state) {
    return SetTextSize{state.text_percent + text_step_percent};
}

Command smaller_text(const State& state) {
    return SetTextSize{state.text_percent - text_step_percent};
}

Command toggle_all_zones(const State& state) {
    return ShowAllZones{state.zones_shown.count() < static_cast<std::size_t>(zone_count)};
}

/// The skin, then the superficial muscles too, then closed again.
Command peel_around_hands(const State& state) {
    switch (state.hand_peel) {
        case HandPeel::none:
            return SetHandPeel{HandPeel::skin};
        case HandPeel::skin:
            return SetHandPeel{HandPeel::superficial};
        case HandPeel::superficial:
            break;
    }
    return SetHandPeel{HandPeel::none};
}

}  // namespace

std::span<const KeyBinding> key_bindings() {
    // clang-format off
    const auto& bindings = per_language([] { return std::array{
        KeyBinding{key_space, 0, "Space", tr("Playing"), tr("Play or pause"), [](const State&) -> Command { return TogglePlaying{}; }},
        KeyBinding{key_right, 0, "Right", tr("Playing"), tr("1 second forward"), [](const State&) -> Command { return SeekBy{1.0}; }},
        KeyBinding{key_left, 0, "Left", tr("Playing"), tr("1 second back"), [](const State&) -> Command { return SeekBy{-1.0}; }},
        KeyBinding{key_right, shift, "Shift+Right", tr("Playing"), tr("A tenth of a second forward"), [](const State&) -> Command { return SeekBy{0.1}; }},
        KeyBinding{key_left, shift, "Shift+Left", tr("Playing"), tr("A tenth of a second back"), [](const State&) -> Command { return SeekBy{-0.1}; }},
        KeyBinding{key_right, alt, "Alt+Right", tr("Playing"), tr("One frame forward, paused"), [](const State&) -> Command { return StepFrames{1}; }},
        KeyBinding{key_left, alt, "Alt+Left", tr("Playing"), tr("One frame back, paused"), [](const State&) -> Command { return StepFrames{-1}; }},
        KeyBinding{key_page_down, 0, "PageDown", tr("Playing"), tr("Next step"), [](const State&) -> Command { return NextStep{}; }},
        KeyBinding{key_n, 0, "N", tr("Playing"), tr("Next step"), [](const State&) -> Command { return NextStep{}; }},
        KeyBinding{key_page_up, 0, "PageUp", tr("Playing"), tr("Previous step"), [](const State&) -> Command { return PreviousStep{}; }},
        KeyBinding{key_p, 0, "P", tr("Playing"), tr("Previous step"), [](const State&) -> Command { return PreviousStep{}; }},
        KeyBinding{key_home, 0, "Home", tr("Playing"), tr("Start of the step"), [](const State&) -> Command { return Seek{0.0}; }},
        KeyBinding{key_l, 0, "L", tr("Playing"), tr("Repeat this step, or the loop, endlessly or not"), toggle_repeat},
        KeyBinding{key_up, alt, "Alt+Up", tr("Playing"), tr("Repeat it more often"), [](const State& s) { return repeated(s, true); }},
        KeyBinding{key_down, alt, "Alt+Down", tr("Playing"), tr("Repeat it less often"), [](const State& s) { return repeated(s, false); }},
        KeyBinding{key_a, shift, "Shift+A", tr("Playing"), tr("Loop from here: A"), [](const State&) -> Command { return SetLoopMark{LoopMark::a}; }},
        KeyBinding{key_b, shift, "Shift+B", tr("Playing"), tr("Loop to here: B"), [](const State&) -> Command { return SetLoopMark{LoopMark::b}; }},
        KeyBinding{key_l, shift, "Shift+L", tr("Playing"), tr("No loop: A and B away"), [](const State&) -> Command { return ClearLoop{}; }},
        KeyBinding{key_o, shift, "Shift+O", tr("Playing"), tr("Slow motion, a quarter of the speed, and back"), [](const State&) -> Command { return ToggleSlowMotion{}; }},
        KeyBinding{key_equal, 0, "+", tr("Playing"), tr("Faster"), faster},
        KeyBinding{key_equal, shift, "+", tr("Playing"), tr("Faster"), faster},
        KeyBinding{key_keypad_add, 0, "+", tr("Playing"), tr("Faster"), faster},
        KeyBinding{key_minus, 0, "-", tr("Playing"), tr("Slower"), slower},
        KeyBinding{key_keypad_subtract, 0, "-", tr("Playing"), tr("Slower"), slower},
        KeyBinding{key_right_bracket, 0, "]", tr("Playing"), tr("Breathe faster"), [](const State& s) -> Command { return SetBreathRate{s.breath_per_min + breath_step_per_min}; }},
        KeyBinding{key_left_bracket, 0, "[", tr("Playing"), tr("Breathe slower"), [](const State& s) -> Command { return SetBreathRate{s.breath_per_min - breath_step_per_min}; }},
        KeyBinding{key_n, shift, "Shift+N", tr("Playing"), tr("Metronome on or off"), [](const State& s) -> Command { return SetMetronome{!s.playback.metronome}; }},
        KeyBinding{key_v, shift, "Shift+V", tr("Playing"), tr("Voice: steps, breath too, off"), next_voice},
        KeyBinding{key_q, shift, "Shift+Q", tr("Quiz"), tr("To the quiz"), to_quiz},
        KeyBinding{key_1, 0, "1", tr("Quiz"), tr("The answer of this number, while a question is open"), choose<0>, can_choose<0>},
        KeyBinding{key_2, 0, "2", tr("Quiz"), tr("The answer of this number, while a question is open"), choose<1>, can_choose<1>},
        KeyBinding{key_3, 0, "3", tr("Quiz"), tr("The answer of this number, while a question is open"), choose<2>, can_choose<2>},
        KeyBinding{key_4, 0, "4", tr("Quiz"), tr("The answer of this number, while a question is open"), choose<3>, can_choose<3>},
        KeyBinding{key_0, 0, "0", tr("Quiz"), tr("Another question first"), [](const State&) -> Command { return SkipQuestion{}; }, can_skip},
        KeyBinding{key_enter, 0, "Enter", tr("Quiz"), tr("Start, go on, again what was wrong"), go_on, can_go_on},
        KeyBinding{key_keypad_enter, 0, "Enter", tr("Quiz"), tr("Start, go on, again what was wrong"), go_on, can_go_on},
        KeyBinding{key_page_down, 0, "PageDown", tr("Quiz"), tr("Before a class: on from an answer"), go_on, answered_before_class},
        KeyBinding{key_t, control, "Ctrl+T", tr("Learning"), tr("Practise this step by tracing it, again, or end that"), practise_or_end},
        KeyBinding{key_f, 0, "F", tr("Camera"), tr("Back to the teacher's view"), [](const State&) -> Command { return GoToView{View::back}; }},
        KeyBinding{key_1, 0, "1", tr("Camera"), tr("View of the back"), [](const State&) -> Command { return GoToView{View::back}; }},
        KeyBinding{key_keypad_1, 0, "Keypad 1", tr("Camera"), tr("View of the back"), [](const State&) -> Command { return GoToView{View::back}; }},
        KeyBinding{key_3, 0, "3", tr("Camera"), tr("View from the right"), [](const State&) -> Command { return GoToView{View::right}; }},
        KeyBinding{key_keypad_3, 0, "Keypad 3", tr("Camera"), tr("View from the right"), [](const State&) -> Command { return GoToView{View::right}; }},
        KeyBinding{key_3, control, "Ctrl+3", tr("Camera"), tr("View from the left"), [](const State&) -> Command { return GoToView{View::left}; }},
        KeyBinding{key_keypad_3, control, "Ctrl+Keypad 3", tr("Camera"), tr("View from the left"), [](const State&) -> Command { return GoToView{View::left}; }},
        KeyBinding{key_7, 0, "7", tr("Camera"), tr("View from the head end"), [](const State&) -> Command { return GoToView{View::top}; }},
        KeyBinding{key_keypad_7, 0, "Keypad 7", tr("Camera"), tr("View from the head end"), [](const State&) -> Command { return GoToView{View::top}; }},
        KeyBinding{key_9, 0, "9", tr("Camera"), tr("Three-quarter view"), [](const State&) -> Command { return GoToView{View::three_quarter}; }},
        KeyBinding{key_left, control, "Ctrl+Left", tr("Camera"), tr("Turn left"), [](const State&) -> Command { return OrbitCamera{{-turn_px, 0.0F}}; }},
        KeyBinding{key_right, control, "Ctrl+Right", tr("Camera"), tr("Turn right"), [](const State&) -> Command { return OrbitCamera{{turn_px, 0.0F}}; }},
        KeyBinding{key_up, control, "Ctrl+Up", tr("Camera"), tr("Turn up"), [](const State&) -> Command { return OrbitCamera{{0.0F, -turn_px}}; }},
        KeyBinding{key_down, control, "Ctrl+Down", tr("Camera"), tr("Turn down"), [](const State&) -> Command { return OrbitCamera{{0.0F, turn_px}}; }},
        KeyBinding{key_up, 0, "Up", tr("Camera"), tr("Nearer"), [](const State&) -> Command { return ZoomCamera{1.0F}; }},
        KeyBinding{key_down, 0, "Down", tr("Camera"), tr("Farther"), [](const State&) -> Command { return ZoomCamera{-1.0F}; }},
        KeyBinding{key_a, 0, "A", tr("Camera"), tr("Reduced motion on or off"), [](const State& s) -> Command { return SetReducedMotion{!s.reduced_motion}; }},
        KeyBinding{key_z, 0, "Z", tr("Zones"), tr("All zones on or off"), toggle_all_zones},
        KeyBinding{key_d, 0, "D", tr("Body"), tr("One layer deeper"), [](const State&) -> Command { return PeelDeeper{}; }},
        KeyBinding{key_d, shift, "Shift+D", tr("Body"), tr("One layer back to the skin"), [](const State&) -> Command { return PeelBack{}; }},
        KeyBinding{key_o, 0, "O", tr("Body"), tr("Organs on or off"), [](const State& s) -> Command { return ShowLayer{Layer::organs, !shows(s.layers, Layer::organs)}; }},
        KeyBinding{key_u, 0, "U", tr("Body"), tr("Open the layers under the hands"), peel_around_hands},
        KeyBinding{key_t, 0, "T", tr("See through"), tr("Fade the outermost layer"), fade},
        KeyBinding{key_t, shift, "Shift+T", tr("See through"), tr("Bring back what has faded last"), restore},
        KeyBinding{key_x, 0, "X", tr("See through"), tr("X-ray: the skin as a clear shell"), [](const State& s) -> Command { return SetXRay{!s.see_through.x_ray}; }},
        KeyBinding{key_k, 0, "K", tr("See through"), tr("Cut: sagittal, axial, coronal, whole"), next_cut},
        KeyBinding{key_k, shift, "Shift+K", tr("See through"), tr("Take the other half away"), cut_other_side},
        KeyBinding{key_page_up, control, "Ctrl+PageUp", tr("See through"), tr("Move the cut 5 mm on"), [](const State& s) -> Command { return moved_cut(s, cut_step_mm); }},
        KeyBinding{key_page_down, control, "Ctrl+PageDown", tr("See through"), tr("Move the cut 5 mm back"), [](const State& s) -> Command { return moved_cut(s, -cut_step_mm); }},
        KeyBinding{key_e, 0, "E", tr("See through"), tr("Take the muscles farther apart"), [](const State& s) -> Command { return SetExplosion{s.see_through.explosion + explosion_step}; }},
        KeyBinding{key_e, shift, "Shift+E", tr("See through"), tr("Put them together again"), [](const State& s) -> Command { return SetExplosion{s.see_through.explosion - explosion_step}; }},
        KeyBinding{key_i, 0, "I", tr("See through"), tr("The chosen structure among ghosts, or all again"), isolate_chosen},
        KeyBinding{key_i, shift, "Shift+I", tr("See through"), tr("The chosen structure as a ghost, or opaque again"), ghost_chosen},
        KeyBinding{key_delete, 0, "Delete", tr("See through"), tr("Hide the chosen structure, or show it again"), hide_chosen},
        KeyBinding{key_r, shift, "Shift+R", tr("See through"), tr("Show all structures again"), [](const State&) -> Command { return ShowAllStructures{}; }},
        KeyBinding{key_r, 0, "R", tr("See through"), tr("Whole and opaque again"), [](const State&) -> Command { return ResetSeeThrough{}; }},
        KeyBinding{key_z, control, "Ctrl+Z", tr("See through"), tr("Undo the latest change of what is shown"), undo},
        KeyBinding{key_z, control | shift, "Ctrl+Shift+Z", tr("See through"), tr("Redo what was undone"), redo},
        KeyBinding{key_y, control, "Ctrl+Y", tr("See through"), tr("Redo what was undone"), redo},
        KeyBinding{key_s, 0, "S", tr("Body"), tr("Where not to press"), [](const State& s) -> Command { return ShowLayer{Layer::safety, !shows(s.layers, Layer::safety)}; }},
        KeyBinding{key_m, 0, "M", tr("Landmarks"), tr("Landmarks on or off"), [](const State& s) -> Command { return ShowLayer{Layer::landmarks, !shows(s.layers, Layer::landmarks)}; }},
        KeyBinding{key_m, shift, "Shift+M", tr("Tools"), tr("Measure over the skin, or end it"), [](const State& s) -> Command { return SetMeasuring{!s.measurement.on}; }},
        KeyBinding{key_p, shift, "Shift+P", tr("Tools"), tr("Pen for notes on the skin, or put it away"), [](const State& s) -> Command { return SetPen{!s.pen.on}; }},
        KeyBinding{key_backspace, 0, "Backspace", tr("Tools"), tr("Take the last point or line away"), take_last_away},
        KeyBinding{key_b, control, "Ctrl+B", tr("Tools"), tr("Keep this view"), [](const State&) -> Command { return KeepBookmark{}; }},
        KeyBinding{key_1, alt, "Alt+1", tr("Tools"), tr("Back to the view kept under this number"), go_to_bookmark<1>},
        KeyBinding{key_1 + 1, alt, "Alt+2", tr("Tools"), tr("Back to the view kept under this number"), go_to_bookmark<2>},
        KeyBinding{key_3, alt, "Alt+3", tr("Tools"), tr("Back to the view kept under this number"), go_to_bookmark<3>},
        KeyBinding{key_1 + 3, alt, "Alt+4", tr("Tools"), tr("Back to the view kept under this number"), go_to_bookmark<4>},
        KeyBinding{key_1 + 4, alt, "Alt+5", tr("Tools"), tr("Back to the view kept under this number"), go_to_bookmark<5>},
        KeyBinding{key_1 + 5, alt, "Alt+6", tr("Tools"), tr("Back to the view kept under this number"), go_to_bookmark<6>},
        KeyBinding{key_7, alt, "Alt+7", tr("Tools"), tr("Back to the view kept under this number"), go_to_bookmark<7>},
        KeyBinding{key_1 + 7, alt, "Alt+8", tr("Tools"), tr("Back to the view kept under this number"), go_to_bookmark<8>},
        KeyBinding{key_9, alt, "Alt+9", tr("Tools"), tr("Back to the view kept under this number"), go_to_bookmark<9>},
        KeyBinding{key_f5, 0, "F5", tr("Teaching"), tr("Present to a class, from this step on"), [](const State&) -> Command { return Present{true}; }},
        KeyBinding{key_b, 0, "B", tr("Teaching"), tr("Black picture, and back"), toggle_blank},
        KeyBinding{key_full_stop, 0, ".", tr("Teaching"), tr("Black picture, and back"), toggle_blank},
        KeyBinding{key_g, 0, "G", tr("Teaching"), tr("What the class sees stays, or goes on"), [](const State& s) -> Command { return FreezePicture{!s.presentation.frozen}; }},
        KeyBinding{key_j, 0, "J", tr("Teaching"), tr("Laser dot"), [](const State& s) { return toggle_pointer(s, Pointer::laser); }},
        KeyBinding{key_v, 0, "V", tr("Teaching"), tr("Spotlight"), [](const State& s) { return toggle_pointer(s, Pointer::spotlight); }},
        KeyBinding{key_x, shift, "Shift+X", tr("Teaching"), tr("Left and right as in a mirror"), [](const State& s) -> Command { return SetMirror{!s.standpoint.mirrored}; }},
        KeyBinding{key_g, shift, "Shift+G", tr("Teaching"), tr("Seen by the giver: from the left, the right, the head"), [](const State& s) -> Command { return SeeAsGiver{next_place(seen_by_giver(s))}; }},
        KeyBinding{key_w, 0, "W", tr("Teaching"), tr("A second window for the projector"), [](const State& s) -> Command { return ShowProjector{!s.presentation.projector}; }},
        KeyBinding{key_equal, control, "Ctrl++", tr("Teaching"), tr("Larger text"), larger_text},
        KeyBinding{key_equal, control | shift, "Ctrl++", tr("Teaching"), tr("Larger text"), larger_text},
        KeyBinding{key_keypad_add, control, "Ctrl++", tr("Teaching"), tr("Larger text"), larger_text},
        KeyBinding{key_minus, control, "Ctrl+-", tr("Teaching"), tr("Smaller text"), smaller_text},
        KeyBinding{key_keypad_subtract, control, "Ctrl+-", tr("Teaching"), tr("Smaller text"), smaller_text},
        KeyBinding{key_l, control, "Ctrl+L", tr("Teaching"), tr("Next language"), [](const State& s) -> Command { return ChooseLanguage{next_language(s.language)}; }},
        KeyBinding{key_y, 0, "Y", tr("Teaching"), tr("Colours: dark, high contrast, colour-blind"), [](const State& s) -> Command { return ChooseTheme{next_theme(s.theme)}; }},
        KeyBinding{key_escape, 0, "Esc", tr("Window"), tr("Close the card or sheet on top, leave the presentation"), close_topmost},
        KeyBinding{key_q, 0, "Q", tr("Window"), tr("Quality: automatic, low, balanced, high"), [](const State& s) -> Command { return ChooseQuality{next_choice(s.quality)}; }},
        KeyBinding{key_c, 0, "C", tr("Window"), tr("Cautions"), [](const State& s) -> Command { return OpenCautions{!s.cautions_open}; }},
        KeyBinding{key_h, 0, "H", tr("Window"), tr("This help"), [](const State& s) -> Command { return OpenHelp{!s.help_open}; }},
        KeyBinding{key_f1, 0, "F1", tr("Window"), tr("This help"), [](const State& s) -> Command { return OpenHelp{!s.help_open}; }},
        KeyBinding{key_tab, 0, "Tab", tr("Window"), tr("Show or hide the panels"), [](const State& s) -> Command { return ShowPanels{!s.panels_shown}; }},
    };});
    // clang-format on
    return bindings;
}

const KeyBinding* binding_for(const int key, const int modifiers, const State& state) {
    const KeyBinding* always = nullptr;
    for (const KeyBinding& binding : key_bindings()) {
        if (binding.key != key || binding.modifiers != modifiers) {
            continue;
        }
        if (binding.applies == nullptr) {
            always = &binding;
        } else if (binding.applies(state)) {
            return &binding;
        }
    }
    return always;
}

}  // namespace dorsum::scene
