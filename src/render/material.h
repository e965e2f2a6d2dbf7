#pragma once

#include <glm/vec3.hpp>

#include "body/body.h"
#include "scene/skin_tone.h"

namespace dorsum::render {

/// Which shader draws a part.
enum class Surface { skin, towel, table, muscle, bone, organ, hand };

/// How a part looks.
struct Material {
    Surface surface = Surface::skin;
    glm::vec3 tone{1.0F};       ///< linear; of muscles the belly's, of skin, towel and table unused
    glm::vec3 dark_tone{1.0F};  ///< in furrows and patches
    float gloss = 0.0F;         ///< 0 dry to 1 wet
    float tendon = 0.0F;        ///< of muscles: the least share of white, 1 for fasciae
};

/// By the part's role, and by its name where a role has several looks (cartilage, fascia, each organ).
[[nodiscard]] Material material_of(const body::Part& part);

/// A hand of the giver, whose tone stands out from the receiver's.
[[nodiscard]] Material hand_material(scene::SkinTone receiver = scene::SkinTone::light);

}  // namespace dorsum::render
