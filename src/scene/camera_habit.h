#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace dorsum::scene {

/// Which mouse button does what to the view. People keep the habits of the program that they use most.
enum class CameraHabit {
    usual,    ///< left turns, right and middle and Shift+left move
    blender,  ///< middle turns, Shift+middle moves, Ctrl+middle goes nearer
    vtk,      ///< as in F3D and ParaView's kin: left turns, middle and Shift+left move, right goes nearer
};
inline constexpr std::array camera_habits{CameraHabit::usual, CameraHabit::blender, CameraHabit::vtk};
[[nodiscard]] std::optional<CameraHabit> parse_camera_habit(std::string_view name);
[[nodiscard]] const char* name_of(CameraHabit habit);  ///< as parse_camera_habit reads it: "default", "blender", "vtk"

/// What dragging does to the view.
enum class CameraDrag { none, turn, move, nearer };

/// Buttons and modifiers are numbered as GLFW does: left 0, right 1, middle 2; Shift 1, Control 2.
[[nodiscard]] CameraDrag drag_of(CameraHabit habit, int button, int modifiers);

/// How many steps of the wheel a drag by so many pixels down the picture is: upwards is nearer.
[[nodiscard]] float zoom_steps_of_drag(float down_px);

}  // namespace dorsum::scene
