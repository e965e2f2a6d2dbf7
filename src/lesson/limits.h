#pragma once

#include <cstddef>

#include "lesson/lesson.h"

namespace dorsum::lesson {

/// What a lesson file may hold. assets/lessons/README.md tells teachers the same figures; a file
/// beyond them is refused with the figure in the message.
inline constexpr std::size_t lesson_bytes_most = std::size_t{256} << 10U;
inline constexpr std::size_t text_bytes_most = 4000;
inline constexpr std::size_t paragraph_bytes_most = 600;  ///< of a caution, an advice, a purpose, a touch
inline constexpr std::size_t line_bytes_most = 160;       ///< of what stands on a line or two: titles, captions, names
inline constexpr std::size_t steps_most = 50;
inline constexpr std::size_t strokes_most = 200;  ///< of all steps together
inline constexpr std::size_t places_most = 32;    ///< of one path
inline constexpr int repeats_most = 100;
inline constexpr int zones_most = 12;
inline constexpr float lateral_mm_most = 260.0F;
inline constexpr double stroke_s_least = 0.5;
inline constexpr double stroke_s_most = 120.0;
inline constexpr double rest_s_least = 1.0;
inline constexpr double rest_s_most = 600.0;
inline constexpr int pressure_most = 5;
inline constexpr int return_pressure_most = 2;  ///< a light return stays light
inline constexpr float zone_radius_mm_least = 3.0F;
inline constexpr float zone_radius_mm_most = 60.0F;
inline constexpr float path_mm_least = 20.0F;  ///< shorter is a press, not a stroke

/// Half the width of what touches the skin, measured across the stroke. A palm is 84 mm broad and a
/// thumb's pulp about 18 mm (general figures of adult hands); they do not scale with the receiver.
[[nodiscard]] constexpr float half_width_mm(const Contact contact) {
    switch (contact) {
        case Contact::palm:
            return 42.0F;
        case Contact::thumb:
        case Contact::fingertips:  // of the innermost finger, by which the clearance below is measured
            return 9.0F;
        case Contact::knuckles:  // of a fist laid flat
            return 40.0F;
        case Contact::forearm:  // its fleshy side, near the elbow
            return 35.0F;
    }
    return 42.0F;
}

/// The highest level for the middle of a forearm: higher up the hand beyond it would lie on the neck and the head.
inline constexpr body::Level forearm_level_highest{13.0F};  // T6

/// What presses keeps its edge at least so far from the spinous processes.
inline constexpr float midline_clearance_mm = 10.0F;

/// The highest pressure that only lies there and does not press.
inline constexpr int lying_pressure_most = 1;

/// The least distance of a stroke's path from the midline, along the skin, which is a little longer
/// than straight across; 0 for a palm that only lies there (pressure 0 or 1), which bridges the furrow,
/// and for whatever is held so lightly.
[[nodiscard]] inline float least_lateral_mm(const StrokePlan& stroke) {
    constexpr float curve_of_skin_mm = 1.0F;
    const bool lies = stroke.contact == Contact::palm || stroke.kind == StrokeKind::holding;
    if (lies && stroke.pressure <= lying_pressure_most) {
        return 0.0F;
    }
    return half_width_mm(stroke.contact) + static_cast<float>(stroke.motion.radius_mm) + midline_clearance_mm +
           curve_of_skin_mm;
}

}  // namespace dorsum::lesson
