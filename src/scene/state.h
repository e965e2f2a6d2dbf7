#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>

#include "body/catalogue.h"
#include "scene/bookmarks.h"
#include "scene/camera.h"
#include "scene/camera_habit.h"
#include "scene/exploring.h"
#include "scene/landmark_history.h"
#include "scene/playback.h"
#include "scene/measurement.h"
#include "scene/pen.h"
#include "scene/practice_state.h"
#include "scene/presentation.h"
#include "scene/quality.h"
#include "scene/quiz_state.h"
#include "scene/see_through.h"
#include "scene/skin_tone.h"
#include "scene/standpoint.h"
#include "scene/view_history.h"

namespace dorsum::scene {

inline constexpr int zone_count = 12;
inline constexpr int no_step = -1;  ///< a state that shows the body and its zones, and no step of a lesson

/// What can be shown or hidden.
enum class Layer {
    skin,
    towel,
    table,
    strokes,
    hands,
    zones,
    labels,
    landmarks,
    superficial,  ///< muscles, as the two below
    intermediate,
    deep,
    skeleton,
    organs,
    safety,  ///< where hands take care
};
inline constexpr int layer_count = 14;
using Layers = std::bitset<layer_count>;
[[nodiscard]] std::optional<Layer> parse_layer(std::string_view name);
[[nodiscard]] const char* name_of(Layer layer);  ///< as parse_layer reads it

[[nodiscard]] inline bool shows(const Layers& layers, const Layer layer) {
    return layers.test(static_cast<std::size_t>(layer));
}

/// To which layer a part belongs.
[[nodiscard]] Layer layer_of(body::Role role);
/// Skin, muscles, skeleton and organs: what a body itself consists of.
[[nodiscard]] bool is_of_body(Layer layer);

/// How far the body is laid open: what lies outside of this layer is taken off.
enum class Depth { skin, superficial, intermediate, deep, skeleton };
inline constexpr int depth_count = 5;
[[nodiscard]] std::optional<Depth> parse_depth(std::string_view name);
[[nodiscard]] const char* name_of(Depth depth);  ///< as parse_depth reads it

/// The outermost layer that is shown.
[[nodiscard]] Depth depth_of(const Layers& layers);
/// Shows that layer and what lies beneath (beneath the skin nothing can be seen), hides what lies outside;
/// organs and all else stay as they are.
[[nodiscard]] Layers laid_open(Layers layers, Depth depth);
/// Whether a part is to be drawn. The towel lies on the skin, and is taken off with it.
[[nodiscard]] bool shows_part(const Layers& layers, body::Role role);

/// What is opened in a disc around each hand.
enum class HandPeel { none, skin, superficial };
[[nodiscard]] std::optional<HandPeel> parse_hand_peel(std::string_view name);  ///< "none", "skin", "superficial"
[[nodiscard]] const char* name_of(HandPeel peel);                              ///< as parse_hand_peel reads it

/// A turn of the camera under way.
struct Flight {
    Camera from;
    Camera to;
    double share = 0.0;  ///< 0 to 1
    friend bool operator==(const Flight&, const Flight&) = default;
};

/// Zones that were lit or chosen just now draw the eye for a moment.
struct ZonePulse {
    std::bitset<zone_count + 1> zones;  ///< by number; bit 0 is unused
    double age_s = 0.0;                 ///< of real time, up to zone_pulse_s
    friend bool operator==(const ZonePulse&, const ZonePulse&) = default;
};
inline constexpr double zone_pulse_s = 3.0;

/// A landmark that is being dragged over the skin.
struct LandmarkDrag {
    std::string id;
    glm::vec3 position{0.0F};  ///< body frame, on the skin
    friend bool operator==(const LandmarkDrag&, const LandmarkDrag&) = default;
};

/// Everything that a person has chosen: a value to copy, compare and save. Changed only by apply().
struct State {
    int step = 0;  ///< from 0, or no_step
    int step_count = 0;
    double time_s = 0.0;  ///< into the step
    bool playing = false;
    float playback_speed = 1.0F;  ///< 0.1 to 2
    bool loop_step = false;       ///< the step is played more than once, as often as `playback` says
    Playback playback;
    double breath_per_min = 6.0;              ///< 4 to 20
    std::bitset<zone_count + 1> zones_shown;  ///< by number; bit 0 is unused
    int hovered_zone = 0;                     ///< 0 = none
    int selected_zone = 0;                    ///< 0 = none; its card is open
    std::string hovered_structure;            ///< the name of a part; empty = none
    std::string selected_structure;           ///< its card is open; empty = none
    std::string hovered_landmark;             ///< its id; empty = none
    std::optional<LandmarkDrag> landmark_drag;
    LandmarkHistory landmarks;  ///< what was done to those of the body that is shown
    Layers layers;
    HandPeel hand_peel = HandPeel::none;
    SeeThrough see_through;
    Measurement measurement;
    Pen pen;                               ///< and the notes on the skin
    Bookmarks bookmarks;                   ///< the views that were kept
    StructuresShown structures;            ///< what was done to single ones
    ViewHistory view_history;              ///< of all that is shown, and of landmarks
    SkinTone skin_tone = SkinTone::light;  ///< of the receiver
    Camera camera;
    Standpoint standpoint;
    std::optional<Flight> flight;
    CameraHabit camera_habit = CameraHabit::usual;
    std::optional<ZonePulse> zone_pulse;
    bool reduced_motion = false;  ///< nothing moves but what the lesson is about
    bool cautions_open = true;
    bool help_open = false;
    bool asking_to_save = false;  ///< landmarks were moved, and what was asked for would drop them
    bool panels_shown = true;
    Presentation presentation;
    Quiz quiz;
    Practice practice;
    int text_percent = smallest_text_percent;  ///< 100 to 200
    Theme theme = Theme::dark;
    std::string language = "en";  ///< of all texts, a code; the program has those of dorsum::languages()
    QualityChoice quality = QualityChoice::automatic;
    PictureQuality settled_quality{Quality::balanced, 1.0F};  ///< what an automatic one has come to
    friend bool operator==(const State&, const State&) = default;
};

}  // namespace dorsum::scene
