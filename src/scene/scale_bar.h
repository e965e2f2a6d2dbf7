#pragma once

#include <glm/vec2.hpp>
#include <optional>

#include "body/body.h"
#include "scene/camera.h"

namespace dorsum::scene {

/// A length across the picture at the depth of the middle of the back.
struct ScaleBar {
    int length_cm = 10;  ///< 1, 2, 5, 10 or 20
    float length_px = 0.0F;
};

/// The longest round length of which the bar is at most `widest_px` long, 1 cm where none is. Empty where the middle of
/// the back lies behind the eye. Pure.
[[nodiscard]] std::optional<ScaleBar> scale_bar(const Camera& camera, const body::Body& body, glm::vec2 size_px,
                                                float widest_px);

/// On the skin over the spine, half-way between its ends.
[[nodiscard]] glm::vec3 middle_of_back(const body::Body& body);

}  // namespace dorsum::scene
