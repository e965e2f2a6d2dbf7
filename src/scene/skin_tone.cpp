#include "scene/skin_tone.h"

#include <cmath>
#include <glm/mat3x3.hpp>
#include <glm/trigonometric.hpp>

namespace dorsum::scene {

namespace {

struct Tone {
    SkinTone tone;
    const char* name;
    glm::vec3 lab;  ///< L*, a*, b* in the middle of the class
    glm::vec3 scatter;
    glm::vec3 flushed;
    float gloss;
    float pigment;
    SkinTone giver;
};

// In dark skin a flush is deeper rather than redder, and melanin keeps light from wandering.
const std::array<Tone, skin_tones.size()> tones{{
    {SkinTone::very_light,
     "very-light",
     {71.5F, 12.0F, 14.5F},
     {0.44F, 0.22F, 0.16F},
     {1.03F, 0.76F, 0.75F},
     1.00F,
     1.10F,
     SkinTone::brown},
    {SkinTone::light,
     "light",
     {67.0F, 14.0F, 18.5F},
     {0.42F, 0.20F, 0.14F},
     {1.03F, 0.75F, 0.73F},
     1.00F,
     1.00F,
     SkinTone::brown},
    {SkinTone::intermediate,
     "intermediate",
     {62.5F, 14.0F, 20.0F},
     {0.40F, 0.19F, 0.13F},
     {1.03F, 0.73F, 0.70F},
     1.05F,
     0.90F,
     SkinTone::brown},
    {SkinTone::tan,
     "tan",
     {55.5F, 13.5F, 20.5F},
     {0.36F, 0.17F, 0.12F},
     {1.04F, 0.70F, 0.66F},
     1.15F,
     0.75F,
     SkinTone::dark},
    {SkinTone::brown,
     "brown",
     {45.5F, 14.0F, 19.5F},
     {0.30F, 0.15F, 0.11F},
     {1.10F, 0.68F, 0.62F},
     1.40F,
     0.60F,
     SkinTone::light},
    {SkinTone::dark,
     "dark",
     {35.0F, 11.0F, 13.0F},
     {0.25F, 0.13F, 0.10F},
     {1.25F, 0.70F, 0.64F},
     1.75F,
     0.50F,
     SkinTone::intermediate},
}};

const Tone& entry_of(const SkinTone tone) {
    return tones.at(static_cast<std::size_t>(tone));
}

// CIE 15:2004; sRGB's primaries and white from IEC 61966-2-1.
constexpr glm::vec3 white{0.95047F, 1.0F, 1.08883F};
constexpr float knee = 6.0F / 29.0F;

float from_lab_axis(const float value) {
    return value > knee ? value * value * value : 3.0F * knee * knee * (value - 4.0F / 29.0F);
}

float to_lab_axis(const float share) {
    return share > knee * knee * knee ? std::cbrt(share) : share / (3.0F * knee * knee) + 4.0F / 29.0F;
}

const glm::mat3 rgb_from_xyz{{3.2406F, -0.9689F, 0.0557F}, {-1.5372F, 1.8758F, -0.2040F}, {-0.4986F, 0.0415F, 1.0570F}};

glm::vec3 linear_from_lab(const glm::vec3 lab) {
    const float y = (lab.x + 16.0F) / 116.0F;
    return rgb_from_xyz *
           (white * glm::vec3{from_lab_axis(y + lab.y / 500.0F), from_lab_axis(y), from_lab_axis(y - lab.z / 200.0F)});
}

}  // namespace

std::optional<SkinTone> parse_skin_tone(const std::string_view name) {
    for (const Tone& tone : tones) {
        if (name == tone.name) {
            return tone.tone;
        }
    }
    return std::nullopt;
}

const char* name_of(const SkinTone tone) {
    return entry_of(tone).name;
}

SkinLook look_of(const SkinTone tone) {
    const Tone& entry = entry_of(tone);
    return {linear_from_lab(entry.lab), entry.scatter, entry.flushed, entry.gloss, entry.pigment};
}

SkinTone giver_on(const SkinTone receiver) {
    return entry_of(receiver).giver;
}

float typology_angle_deg(const glm::vec3 linear) {
    const glm::vec3 xyz = glm::inverse(rgb_from_xyz) * linear / white;
    const float y = to_lab_axis(xyz.y);
    return glm::degrees(std::atan2(116.0F * y - 66.0F, 200.0F * (y - to_lab_axis(xyz.z))));
}

}  // namespace dorsum::scene
