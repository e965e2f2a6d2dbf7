#pragma once

#include <array>
#include <cstdint>
#include <glm/vec3.hpp>
#include <optional>
#include <string_view>

namespace dorsum::scene {

/// Tones of skin, from light to dark: the six classes of A. Chardon, I. Cretois and C. Hourseau (1991), told apart by
/// the individual typology angle of the skin's CIELAB colour (above 55, 41, 28, 10, -30 degrees, and below).
enum class SkinTone : std::uint8_t { very_light, light, intermediate, tan, brown, dark };
inline constexpr std::array skin_tones{SkinTone::very_light, SkinTone::light, SkinTone::intermediate,
                                       SkinTone::tan,        SkinTone::brown, SkinTone::dark};

[[nodiscard]] std::optional<SkinTone> parse_skin_tone(std::string_view name);
[[nodiscard]] const char* name_of(SkinTone tone);  ///< as parse_skin_tone reads it: "very-light"

/// What the skin of a tone throws back.
struct SkinLook {
    glm::vec3 albedo{0.0F};   ///< linear
    glm::vec3 scatter{0.0F};  ///< how far light that has entered wraps around a curve, 0 to 1: least in dark skin
    glm::vec3 flushed{1.0F};  ///< what blood near the surface leaves of the albedo
    float gloss = 1.0F;       ///< share of the usual sheen; dark skin shows its relief by it
    float pigment = 1.0F;     ///< how much freckles and blotches show
};
[[nodiscard]] SkinLook look_of(SkinTone tone);

/// The tone of the giver's hands on such a skin: one that stands out from it.
[[nodiscard]] SkinTone giver_on(SkinTone receiver);

/// Individual typology angle of a linear colour, degrees: arctan((L* - 50) / b*), CIELAB with the white of D65.
[[nodiscard]] float typology_angle_deg(glm::vec3 linear);

}  // namespace dorsum::scene
