#pragma once

#include <glm/vec2.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "scene/camera.h"
#include "scene/quiz_commands.h"
#include "scene/state.h"
#include "scene/tool_commands.h"

namespace dorsum::scene {

// Every change of state is one of these; panels, keys, mouse and tests all speak in them.
struct GoToStep {
    int step = 0;  ///< from 0; brought into range
};
struct NextStep {};
struct PreviousStep {};
struct SetPlaying {
    bool playing = true;
};
struct TogglePlaying {};
struct Seek {
    double time_s = 0.0;  ///< into the current step; brought into range
};
struct Advance {
    double elapsed_s = 0.0;  ///< of real time; moves the lesson if it plays, and a flight if there is one
};
struct SeekBy {
    double seconds = 0.0;  ///< of the lesson, from step to step
};
struct StepFrames {
    int frames = 1;  ///< of 1/30 s; pauses
};
struct SetPlaybackSpeed {
    float speed = 1.0F;  ///< brought into 0.1 to 2
};
struct ToggleSlowMotion {};  ///< a quarter of the speed, and back
struct SetLoopStep {
    bool loop = true;  ///< endlessly, else once
};
struct SetRepeats {
    int times = 1;  ///< of the loop where there is one, else of the step; 0 = endless
};
struct SetLoopMark {
    LoopMark mark = LoopMark::a;  ///< goes where the lesson is
};
struct DragLoopMark {
    LoopMark mark = LoopMark::a;
    LessonPlace to;  ///< brought into the lesson, and to its side of the other mark
};
struct ClearLoop {};
struct SetMetronome {
    bool on = true;
};
struct SetVoice {
    Voice voice = Voice::steps;
};
struct SetMirror {
    bool on = true;
};
struct SeeAsGiver {
    GiverPlace place = GiverPlace::left;  ///< none: back to the teacher's view
};
struct SetBreathRate {
    double breath_per_min = 6.0;  ///< brought into 4 to 20; keeps the place in the step
};
struct ShowZone {
    int number = 1;
    bool shown = true;
};
struct ShowAllZones {
    bool shown = true;
};
struct HoverZone {
    int number = 0;  ///< 0 = none
};
struct SelectZone {
    int number = 0;            ///< 0 closes the card
    bool turn_camera = false;  ///< chosen in the panel: the camera turns to it
};
struct ShowLayer {
    Layer layer = Layer::skin;
    bool shown = true;
};
struct SetDepth {
    Depth depth = Depth::skin;  ///< nothing happens on a body that has no layers
};
struct PeelDeeper {};
struct PeelBack {};
struct SetHandPeel {
    HandPeel peel = HandPeel::none;  ///< nothing happens on a body that has no muscles
};
struct SetSkinTone {
    SkinTone tone = SkinTone::light;
};
struct HoverStructure {
    std::string id;  ///< the name of a part; empty = none
};
struct SelectStructure {
    std::string id;            ///< empty closes the card
    bool turn_camera = false;  ///< the camera goes to it
    bool both_sides = false;   ///< what is done to it is done to the same one on the other side, too
};
struct SetOpacity {
    Layer layer = Layer::skin;  ///< one of fading_layers()
    float opacity = 1.0F;       ///< brought into 0 to 1
};
struct SetXRay {
    bool on = true;  ///< nothing happens on a body that has no layers
};
struct SetCut {
    std::optional<Cut> cut;  ///< empty closes it
};
struct DragCut {
    glm::vec2 drag_px{0.0F};  ///< of the picture: the plane follows along its normal; nothing happens without a cut
};
struct SetExplosion {
    float share = 0.0F;  ///< brought into 0 to 1; nothing happens on a body that has no muscles
};
struct IsolateStructure {
    std::string id;                   ///< the name of a part; empty shows all again
    std::vector<std::string> with{};  ///< others that stay with it
};
struct ResetSeeThrough {};
// Of these, ids of parts that the body does not have are left out.
struct HideStructures {
    std::vector<std::string> ids;
    bool hidden = true;  ///< else shown, and what covers them taken off
};
struct GhostStructures {
    std::vector<std::string> ids;
    bool ghosted = true;  ///< else opaque; where some stand isolated among ghosts, also with these
};
struct ShowAllStructures {};  ///< none hidden, none a ghost
struct Undo {};               ///< the latest change of what is shown, or of a landmark
struct Redo {};
struct BeginGesture {};  ///< a button or a key went down: what it changes is one step to undo
struct HoverLandmark {
    std::string id;  ///< empty = none
};
struct DragLandmark {
    std::string id;
    glm::vec2 pixel{0.0F};  ///< of the picture; beside the skin it stays where it was
};
struct DropLandmark {
    bool keep = true;  ///< else it goes back to where it was
};
struct GoToLandmark {
    std::string id;  ///< shows the landmarks, and the camera goes to this one
};
struct ResetLandmarks {
    bool as_found = true;  ///< to what the program finds, else to what was loaded
};
struct TakeBackLandmarks {};   ///< the body does not allow the last edit
struct MarkLandmarksSaved {};  ///< they stand in a file as they are now
struct AskToSave {
    bool open = true;  ///< whether the question is shown what becomes of moved landmarks
};
struct OrbitCamera {
    glm::vec2 drag_px{0.0F};
};
struct PanCamera {
    glm::vec2 drag_px{0.0F};
};
struct ZoomCamera {
    float steps = 0.0F;
};
struct GoToView {
    View view = View::back;
};
struct ChooseCameraHabit {
    CameraHabit habit = CameraHabit::usual;
};
struct SetReducedMotion {
    bool on = true;  ///< no pulses, no flowing arrowheads, no fading wake; the camera turns at once
};
struct OpenCautions {
    bool open = true;
};
struct OpenHelp {
    bool open = true;
};
struct ShowPanels {
    bool shown = true;
};
struct Present {
    bool on = true;  ///< from the present step, which is repeated until somebody goes on
};
struct ShowProjector {
    bool shown = true;  ///< also begins the presentation, or ends it
};
struct BlankPicture {
    bool blank = true;
};
struct FreezePicture {
    bool frozen = true;
};
struct ChoosePointer {
    Pointer pointer = Pointer::arrow;
};
struct SetTextSize {
    int percent = smallest_text_percent;  ///< brought into 100 to 200
};
struct ChooseTheme {
    Theme theme = Theme::dark;
};
struct ChooseLanguage {
    std::string code;  ///< "fr"; nothing happens for one that the program does not have
};
struct ChooseQuality {
    QualityChoice quality = QualityChoice::automatic;
};
struct SettleQuality {
    PictureQuality quality;  ///< what an automatic one has come to
};

using Command =
    std::variant<GoToStep, NextStep, PreviousStep, SetPlaying, TogglePlaying, Seek, Advance, SetPlaybackSpeed,
                 SetLoopStep, SetBreathRate, ShowZone, ShowAllZones, HoverZone, SelectZone, ShowLayer, SetDepth,
                 PeelDeeper, PeelBack, SetHandPeel, SetSkinTone, HoverStructure, SelectStructure, SetOpacity, SetXRay,
                 SetCut, DragCut, SetExplosion, IsolateStructure, ResetSeeThrough, HoverLandmark, DragLandmark,
                 DropLandmark, ResetLandmarks, TakeBackLandmarks, MarkLandmarksSaved, AskToSave, OrbitCamera, PanCamera,
                 ZoomCamera, GoToView, SetReducedMotion, OpenCautions, OpenHelp, ShowPanels, Present, ShowProjector,
                 BlankPicture, FreezePicture, ChoosePointer, SetTextSize, ChooseTheme, ChooseQuality, SettleQuality,
                 SeekBy, StepFrames, ToggleSlowMotion, SetRepeats, SetLoopMark, DragLoopMark, ClearLoop, SetMetronome,
                 SetVoice, SetMirror, SeeAsGiver, SetMeasuring, AddMeasurePoint, RemoveMeasurePoint, ClearMeasurement,
                 SetPen, ChoosePen, BeginPen, MovePen, LiftPen, UndoPen, RedoPen, ClearPen, ShowNotes, KeepBookmark,
                 GoToBookmark, RenameBookmark, RemoveBookmark, AddBookmarks, UndoBookmarks, OpenQuiz, SetUpQuiz,
                 StartQuiz, AnswerQuiz, PointInQuiz, ContinueQuiz, SkipQuestion, EndQuiz, OpenPractice,
                 ChoosePracticeHand, ChoosePracticeStroke, ShowPracticeGuide, BeginPractice, NextPracticeStroke,
                 GiveUpPractice, PressPractice, TracePractice, LiftPractice, HideStructures, GhostStructures,
                 ShowAllStructures, Undo, Redo, BeginGesture, GoToLandmark, ChooseCameraHabit, ChooseLanguage>;

/// For the log: "SelectZone 7".
[[nodiscard]] std::string describe(const Command& command);

}  // namespace dorsum::scene
