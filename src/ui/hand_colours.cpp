#include "ui/hand_colours.h"

#include <cmath>

#include "scene/palette.h"

namespace dorsum::ui {

namespace {

float encoded(const float linear) {
    return linear <= 0.0031308F ? linear * 12.92F : 1.055F * std::pow(linear, 1.0F / 2.4F) - 0.055F;  // IEC 61966-2-1
}

}  // namespace

Colour on_screen(const glm::vec3 linear) {
    return {encoded(linear.x), encoded(linear.y), encoded(linear.z), 1.0F};
}

Colour hand_colour(const lesson::Hand hand) {
    return on_screen(scene::hand_colour(hand));
}

}  // namespace dorsum::ui
