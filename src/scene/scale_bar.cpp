#include "scene/scale_bar.h"

#include <array>
#include <glm/geometric.hpp>
#include <glm/mat4x4.hpp>

namespace dorsum::scene {

glm::vec3 middle_of_back(const body::Body& body) {
    glm::vec3 middle{0.0F};
    if (!body.spine.empty()) {
        middle.y = 0.5F * (body.spine.front().y + body.spine.back().y);
    }
    if (body.skin) {
        constexpr float beyond_m = 1.0F;
        const auto skin = body.skin->first_hit(middle + glm::vec3{0.0F, 0.0F, beyond_m}, {0.0F, 0.0F, -1.0F}, beyond_m);
        middle = skin ? skin->position : middle;
    }
    return middle;
}

std::optional<ScaleBar> scale_bar(const Camera& camera, const body::Body& body, const glm::vec2 size_px,
                                  const float widest_px) {
    constexpr std::array lengths_cm{20, 10, 5, 2, 1};
    const glm::mat4 view = view_matrix(camera);
    const glm::vec3 right{view[0][0], view[1][0], view[2][0]};
    const glm::vec3 middle = middle_of_back(body);
    constexpr float centimetre_m = 0.01F;
    const auto from = project(camera, middle - right * (0.5F * centimetre_m), size_px);
    const auto to = project(camera, middle + right * (0.5F * centimetre_m), size_px);
    if (!from || !to) {
        return std::nullopt;
    }
    const float px_a_cm = glm::distance(*from, *to);
    for (const int length_cm : lengths_cm) {
        const float length_px = px_a_cm * static_cast<float>(length_cm);
        if (length_px <= widest_px) {
            return ScaleBar{length_cm, length_px};
        }
    }
    return ScaleBar{lengths_cm.back(), px_a_cm};
}

}  // namespace dorsum::scene
