#pragma once

#include <bitset>

#include "lesson/choreography.h"
#include "scene/state.h"

// What moves by itself for a moment after a person's own act. With reduced motion nothing does.

namespace dorsum::scene {

/// Turns the camera to another place: in half a second, with reduced motion at once.
void fly_to(State& state, const Camera& to);

/// Makes these zones pulse anew, three times in zone_pulse_s. Nothing without zones and with reduced motion.
void begin_pulse(State& state, const std::bitset<zone_count + 1>& zones);

/// Carries a flight and a pulse on by `elapsed_s` of real time, > 0, and ends them when they are over.
void advance_motion(State& state, double elapsed_s);

/// Ends what moves where it would have come to rest.
void set_reduced_motion(State& state, bool on);

/// How strongly a zone pulses, 0 to 1: after it was lit or chosen, and, with the lesson's time, while a hand presses
/// it. 0 with reduced motion. Pure and continuous.
[[nodiscard]] float zone_pulse(const State& state, const lesson::ZoneOnBody& zone, const lesson::Moment& moment);

}  // namespace dorsum::scene
