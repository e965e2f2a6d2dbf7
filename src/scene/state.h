#pragma once

#include <bitset>
#include <optional>
#include <string_view>

#include "scene/camera.h"

namespace dorsum::scene {

inline constexpr int zone_count = 12;
inline constexpr int no_step = -1;  ///< a state that shows the body and its zones, and no step of a lesson

/// What can be shown or hidden.
enum class Layer { skin, towel, table, strokes, hands, zones, labels, landmarks };
inline constexpr int layer_count = 8;
[[nodiscard]] std::optional<Layer> parse_layer(std::string_view name);
[[nodiscard]] const char* name_of(Layer layer);  ///< as parse_layer reads it

/// A turn of the camera under way.
struct Flight {
    Camera from;
    Camera to;
    double share = 0.0;  ///< 0 to 1
    friend bool operator==(const Flight&, const Flight&) = default;
};

/// Everything that a person has chosen: a value to copy, compare and save. Changed only by apply().
struct State {
    int step = 0;  ///< from 0, or no_step
    int step_count = 0;
    double time_s = 0.0;  ///< into the step
    bool playing = false;
    float playback_speed = 1.0F;  ///< 0.25 to 2
    bool loop_step = false;
    double breath_per_min = 6.0;              ///< 4 to 20
    std::bitset<zone_count + 1> zones_shown;  ///< by number; bit 0 is unused
    int hovered_zone = 0;                     ///< 0 = none
    int selected_zone = 0;                    ///< 0 = none; its card is open
    std::bitset<layer_count> layers;
    Camera camera;
    std::optional<Flight> flight;
    bool cautions_open = true;
    bool help_open = false;
    bool panels_shown = true;
    friend bool operator==(const State&, const State&) = default;
};

}  // namespace dorsum::scene
