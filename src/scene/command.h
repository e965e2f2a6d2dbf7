#pragma once

#include <glm/vec2.hpp>
#include <optional>
#include <string>
#include <variant>

#include "scene/camera.h"
#include "scene/state.h"

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
struct SetPlaybackSpeed {
    float speed = 1.0F;  ///< brought into 0.25 to 2
};
struct SetLoopStep {
    bool loop = true;
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
    std::string id;  ///< the name of a part; empty shows all again
};
struct ResetSeeThrough {};
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
struct UndoLandmarks {};
struct RedoLandmarks {};
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
                 DropLandmark, UndoLandmarks, RedoLandmarks, ResetLandmarks, TakeBackLandmarks, MarkLandmarksSaved,
                 AskToSave, OrbitCamera, PanCamera, ZoomCamera, GoToView, SetReducedMotion, OpenCautions, OpenHelp,
                 ShowPanels, Present, ShowProjector, BlankPicture, FreezePicture, ChoosePointer, SetTextSize,
                 ChooseTheme, ChooseLanguage, ChooseQuality, SettleQuality>;

/// For the log: "SelectZone 7".
[[nodiscard]] std::string describe(const Command& command);

}  // namespace dorsum::scene
