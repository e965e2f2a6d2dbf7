#include "sculpt/skin_tints.h"

#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "core/units.h"
#include "sculpt/curve.h"
#include "sculpt/head.h"

namespace dorsum::sculpt {
namespace {

constexpr glm::vec3 hair{0.085F, 0.112F, 0.135F};
constexpr glm::vec3 sunned{0.93F, 0.86F, 0.80F};
constexpr glm::vec3 unmarked{0.94F, 0.925F, 0.91F};
constexpr glm::vec3 pale{1.06F, 1.08F, 1.10F};
constexpr glm::vec3 reddened{1.02F, 0.84F, 0.80F};

constexpr glm::vec3 ear_centre{88.0F, 450.0F, -10.0F};
constexpr glm::vec3 ear_half_axes{14.0F, 38.0F, 24.0F};

/// A round area that goes over softly into the rest.
struct Area {
    glm::vec3 centre;  ///< |x|, y, z of the reference man, millimetres
    float radius_mm;
    glm::vec3 tint;
    float strength;
};

// Areas that pressure and weather mark on a fair adult: textbook consensus.
constexpr std::array areas{
    Area{{0.0F, 296.0F, 80.0F}, 60.0F, sunned, 0.8F},      Area{{190.0F, 262.0F, 20.0F}, 70.0F, sunned, 0.7F},
    Area{{235.0F, 140.0F, 0.0F}, 80.0F, sunned, 0.6F},     Area{{252.0F, -60.0F, -50.0F}, 30.0F, reddened, 0.5F},
    Area{{185.0F, 262.0F, 40.0F}, 30.0F, reddened, 0.35F}, Area{{0.0F, -245.0F, 95.0F}, 26.0F, reddened, 0.15F},
    Area{{95.0F, 108.0F, 115.0F}, 26.0F, reddened, 0.25F}, Area{{45.0F, -193.0F, 95.0F}, 20.0F, reddened, 0.1F},
    Area{{172.0F, 120.0F, -10.0F}, 34.0F, reddened, 0.5F}, Area{{70.0F, -300.0F, 110.0F}, 130.0F, pale, 0.9F},
    Area{{80.0F, 455.0F, -14.0F}, 30.0F, reddened, 0.6F},
};

float hair_share(const glm::vec3 at, const Figures& figures, const float hair_knot_mm) {
    if (glm::length(at - hair_knot_centre) < 1.25F * hair_knot_mm) {
        return 1.0F;
    }
    return at.y < 370.0F ? 0.0F : smooth_step(-16.0F, 20.0F, at.y - along(figures.hairline, at.z));
}

glm::vec3 tint_at(const glm::vec3 at, const Figures& figures, const float hair_knot_mm) {
    glm::vec3 tint(unmarked);
    for (const Area& area : areas) {
        const float away = glm::length(at - area.centre) / area.radius_mm;
        tint *= glm::mix(glm::vec3(1.0F), area.tint, area.strength * std::exp(-away * away));
    }
    // Ears stand out of the hair.
    const float ear = 1.0F - smooth_step(0.85F, 1.1F, glm::length((at - ear_centre) / ear_half_axes));
    return glm::mix(tint, hair, (1.0F - ear) * hair_share(at, figures, hair_knot_mm));
}

}  // namespace

std::vector<glm::u8vec4> skin_tints(const mesh::TriangleMesh& skin, const Figures& figures,
                                    const BodyParameters& parameters, const Warp& warp) {
    std::vector<glm::u8vec4> tints;
    tints.reserve(skin.positions.size());
    for (const glm::vec3 position : skin.positions) {
        glm::vec3 at = warp.inverse(position * mm_from_metres(1.0F));
        at.x = std::abs(at.x);
        const glm::vec3 tint = glm::clamp(tint_at(at, figures, parameters.hair_knot_mm), 0.0F, 1.0F) * 255.0F + 0.5F;
        tints.emplace_back(static_cast<std::uint8_t>(tint.x), static_cast<std::uint8_t>(tint.y),
                           static_cast<std::uint8_t>(tint.z), std::uint8_t{255});
    }
    return tints;
}

}  // namespace dorsum::sculpt
