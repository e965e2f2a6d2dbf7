#include "scene/palette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "scene/pen.h"

namespace dorsum::scene {

namespace {

float linear(const std::uint32_t byte) {
    const float value = static_cast<float>(byte) / 255.0F;  // IEC 61966-2-1
    return value <= 0.04045F ? value / 12.92F : std::pow((value + 0.055F) / 1.055F, 2.4F);
}

glm::vec3 linear_rgb(const std::uint32_t hex) {
    return {linear((hex >> 16U) & 0xffU), linear((hex >> 8U) & 0xffU), linear(hex & 0xffU)};
}

constexpr float core_luminance = 0.022F;
constexpr glm::vec3 luminance_of_rgb{0.2126F, 0.7152F, 0.0722F};  // WCAG 2.2, "relative luminance"

constexpr std::uint32_t orange = 0xE69F00;
constexpr std::uint32_t sky_blue = 0x56B4E9;
constexpr std::uint32_t bluish_green = 0x009E73;
constexpr std::uint32_t yellow = 0xF0E442;
constexpr std::uint32_t blue = 0x0072B2;
constexpr std::uint32_t vermilion = 0xD55E00;
constexpr std::uint32_t reddish_purple = 0xCC79A7;

}  // namespace

glm::vec3 hand_colour(const lesson::Hand hand) {
    return linear_rgb(hand == lesson::Hand::left ? blue : vermilion);
}

glm::vec3 ribbon_core(const lesson::Hand hand) {
    const glm::vec3 hue = hand_colour(hand);
    return hue * (core_luminance / glm::dot(hue, luminance_of_rgb));
}

glm::vec3 done_core(const lesson::Hand hand) {
    constexpr float greyed = 0.75F;
    return glm::mix(ribbon_core(hand), glm::vec3{core_luminance}, greyed);
}

glm::vec3 halo_tone() {
    return {0.93F, 0.92F, 0.87F};
}

glm::vec3 measure_core() {
    return glm::vec3{0.012F};
}

glm::vec3 caution_colour() {
    return linear_rgb(yellow);
}

std::optional<PenColour> parse_pen_colour(const std::string_view name) {
    const auto* const found =
        std::ranges::find_if(pen_colours, [name](const PenColour each) { return name == name_of(each); });
    return found == pen_colours.end() ? std::nullopt : std::optional(*found);
}

const char* name_of(const PenColour colour) {
    switch (colour) {
        case PenColour::blue:
            return "blue";
        case PenColour::red:
            return "red";
        case PenColour::yellow:
            return "yellow";
        case PenColour::black:
            break;
    }
    return "black";
}

glm::vec3 pen_core(const PenColour colour) {
    switch (colour) {
        case PenColour::blue:
            return linear_rgb(0x00447C);
        case PenColour::red:
            return linear_rgb(0x821800);
        case PenColour::yellow:
            return linear_rgb(yellow);
        case PenColour::black:
            break;
    }
    return glm::vec3{0.012F};
}

glm::vec3 pen_rim(const PenColour colour) {
    return colour == PenColour::yellow ? glm::vec3{0.012F} : halo_tone();
}

// Zones 1-3 lungs, 4-6 heart, 7-8 stomach, 9-10 liver, 11 spleen, 12 kidneys.
std::string_view organ_of_zone(const int zone_number) {
    constexpr std::array<std::string_view, 12> organs{"lung",    "lung",    "lung",  "heart", "heart",  "heart",
                                                      "stomach", "stomach", "liver", "liver", "spleen", "kidney"};
    return organs.at(static_cast<std::size_t>(std::clamp(zone_number, 1, 12) - 1));
}

glm::vec3 zone_colour(const int zone_number) {
    if (zone_number <= 3) {
        return linear_rgb(sky_blue);
    }
    if (zone_number <= 6) {
        return linear_rgb(vermilion);
    }
    if (zone_number <= 8) {
        return linear_rgb(yellow);
    }
    if (zone_number <= 10) {
        return linear_rgb(bluish_green);
    }
    return linear_rgb(zone_number == 11 ? reddish_purple : orange);
}

}  // namespace dorsum::scene
