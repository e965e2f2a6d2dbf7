#include "scene/skin_pressure.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace dorsum::scene {

namespace {

/// Depth at one instant, before it is evened out.
float depth_m(const std::optional<lesson::HandNow>& hand) {
    constexpr float degree_m = 0.0012F;
    return hand ? degree_m * static_cast<float>(std::clamp(hand->pressure, 0, 5)) * hand->press : 0.0F;
}

float flush_radius_m(const lesson::Contact contact) {
    switch (contact) {
        case lesson::Contact::palm:
            return 0.062F;
        case lesson::Contact::forearm:
            return 0.075F;
        case lesson::Contact::knuckles:
        case lesson::Contact::fingertips:
            return 0.040F;
        case lesson::Contact::thumb:
            break;
    }
    return 0.026F;
}

}  // namespace

Pressed pressed_at(const lesson::Choreography& choreography, const int step, const double time_s) {
    constexpr int samples = 16;
    constexpr double over_s = 0.5;
    Pressed sum;
    for (int i = 0; i < samples; ++i) {
        const double away_s = over_s * ((i + 0.5) / samples - 0.5);
        const lesson::Moment moment = lesson::evaluate(choreography, step, time_s + away_s);
        sum.left_m += depth_m(moment.left) / samples;
        sum.right_m += depth_m(moment.right) / samples;
    }
    return sum;
}

std::vector<SkinFlush> flushes_at(const lesson::Choreography& choreography, const int step, const double time_s) {
    constexpr double spacing_s = 0.5;
    constexpr double fading_s = 6.0;
    constexpr double rising_s = 0.5;
    constexpr float deepest_m = 0.0036F;  // which flushes fully
    std::vector<SkinFlush> flushes;
    // At whole multiples of the spacing, so that what is flushed stays where it is.
    const double latest_s = std::floor(time_s / spacing_s) * spacing_s;
    for (int back = 0; back < most_flushes / 2; ++back) {
        const double then_s = latest_s - spacing_s * back;
        const double age_s = time_s - then_s;
        if (then_s < 0.0 || age_s >= fading_s) {
            break;
        }
        const double faded = std::min(age_s / rising_s, 1.0) * (1.0 - age_s / fading_s);
        const lesson::Moment moment = lesson::evaluate(choreography, step, then_s);
        for (const auto& hand : {moment.left, moment.right}) {
            const float depth = hand && hand->lift_m <= 0.0F ? depth_m(hand) : 0.0F;
            if (depth > 0.0F && faded > 0.0) {
                flushes.push_back({hand->point.position, flush_radius_m(hand->contact),
                                   static_cast<float>(faded) * std::min(depth / deepest_m, 1.0F)});
            }
        }
    }
    return flushes;
}

}  // namespace dorsum::scene
