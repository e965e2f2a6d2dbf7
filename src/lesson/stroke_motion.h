#pragma once

#include "lesson/choreography.h"

namespace dorsum::lesson {

/// How far along its path a hand is when a share of the stroke's time has passed (0 to 1, brought
/// into range): it sets off and comes to rest softly within a quarter of the time each and moves
/// evenly between, so that its highest speed is 4/3 of the mean.
[[nodiscard]] double progress_at(double share_of_time);
/// The derivative of progress_at: speed over mean speed.
[[nodiscard]] double relative_speed_at(double share_of_time);

/// A hand on its stroke at an instant of the round; before the stroke it rests at the start, after
/// it at the end. What its kind superposes on the path swells and fades within half a second, so that it
/// begins and ends on the path, and lies in the plane that touches the skin: at 20 mm from the path that
/// is within 2 mm of the skin of a trunk. The stroke's path holds at least two points.
[[nodiscard]] HandNow hand_on_stroke(const Stroke& stroke, double round_time_s);

/// A hand on its way to the next stroke at an instant of the round; before it rests at the start, after it
/// at the end. It moves with the least jerk, as reaching hands do (Flash and Hogan, Journal of Neuroscience
/// 5, 1688, 1985). The path holds at least two points.
[[nodiscard]] HandNow hand_on_travel(const Travel& travel, double round_time_s);

}  // namespace dorsum::lesson
