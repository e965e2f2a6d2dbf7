#include "scene/camera_habit.h"

#include <algorithm>

#include "scene/input_codes.h"

namespace dorsum::scene {

using namespace codes;

std::optional<CameraHabit> parse_camera_habit(const std::string_view name) {
    const auto* const found =
        std::ranges::find_if(camera_habits, [name](const CameraHabit habit) { return name == name_of(habit); });
    return found == camera_habits.end() ? std::nullopt : std::optional(*found);
}

const char* name_of(const CameraHabit habit) {
    switch (habit) {
        case CameraHabit::blender:
            return "blender";
        case CameraHabit::vtk:
            return "vtk";
        case CameraHabit::usual:
            break;
    }
    return "default";
}

CameraDrag drag_of(const CameraHabit habit, const int button, const int modifiers) {
    const bool with_shift = (modifiers & shift) != 0;
    if (habit == CameraHabit::blender) {
        if (button != middle_button) {
            return CameraDrag::none;
        }
        if (with_shift) {
            return CameraDrag::move;
        }
        return (modifiers & control) != 0 ? CameraDrag::nearer : CameraDrag::turn;
    }
    if (habit == CameraHabit::vtk && button == right_button) {
        return CameraDrag::nearer;
    }
    return button == left_button && !with_shift ? CameraDrag::turn : CameraDrag::move;
}

float zoom_steps_of_drag(const float down_px) {
    constexpr float px_a_step = 25.0F;
    return -down_px / px_a_step;
}

}  // namespace dorsum::scene
