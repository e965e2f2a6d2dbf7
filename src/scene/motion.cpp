#include "scene/motion.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>

namespace dorsum::scene {

namespace {

constexpr double flight_s = 0.45;
constexpr double pulse_s = zone_pulse_s / 3.0;  // calm: far below three flashes a second (WCAG 2.2, 2.3.1)
constexpr double pressed_pulse_s = 1.5;

/// 0 at whole periods, 1 between them.
float wave(const double time_s, const double period_s) {
    return static_cast<float>(0.5 - 0.5 * std::cos(glm::two_pi<double>() * time_s / period_s));
}

bool presses(const std::optional<lesson::HandNow>& hand, const lesson::ZoneOnBody& zone) {
    return hand && !hand->travelling && hand->pressure > 0 && hand->lift_m <= 0.0F &&
           glm::distance(hand->point.position, zone.point.position) <= zone.radius_m;
}

}  // namespace

void fly_to(State& state, const Camera& to) {
    state.flight.reset();
    if (state.reduced_motion) {
        state.camera = to;
    } else if (to != state.camera) {
        state.flight = Flight{state.camera, to, 0.0};
    }
}

void begin_pulse(State& state, const std::bitset<zone_count + 1>& zones) {
    if (zones.any() && !state.reduced_motion) {
        state.zone_pulse = ZonePulse{zones, 0.0};
    }
}

void advance_motion(State& state, const double elapsed_s) {
    if (state.flight) {
        state.flight->share += elapsed_s / flight_s;
        state.camera = between(state.flight->from, state.flight->to, static_cast<float>(state.flight->share));
        if (state.flight->share >= 1.0) {
            state.flight.reset();
        }
    }
    if (state.zone_pulse) {
        state.zone_pulse->age_s += elapsed_s;
        if (state.zone_pulse->age_s >= zone_pulse_s) {
            state.zone_pulse.reset();
        }
    }
}

void set_reduced_motion(State& state, const bool on) {
    state.reduced_motion = on;
    if (on) {
        state.zone_pulse.reset();
        if (state.flight) {
            fly_to(state, state.flight->to);
        }
    }
}

float zone_pulse(const State& state, const lesson::ZoneOnBody& zone, const lesson::Moment& moment) {
    if (state.reduced_motion || zone.number < 1 || zone.number > zone_count) {
        return 0.0F;
    }
    const bool pressed = presses(moment.left, zone) || presses(moment.right, zone);
    const float with_lesson = pressed ? wave(state.time_s, pressed_pulse_s) : 0.0F;
    const bool lit_now = state.zone_pulse && state.zone_pulse->zones.test(static_cast<std::size_t>(zone.number));
    return std::max(with_lesson, lit_now ? wave(state.zone_pulse->age_s, pulse_s) : 0.0F);
}

}  // namespace dorsum::scene
