#include "render/table_shade.h"

#include <algorithm>
#include <optional>

#include "render/body_buffers.h"

namespace dorsum::render {

std::vector<TableShade> table_shades(const scene::Scene& scene) {
    std::vector<bool> throwing = scene.part_shown;
    for (std::size_t i = 0; i < scene.part_ghost.size(); ++i) {
        throwing[i] = throwing[i] && !scene.part_ghost[i];
    }
    std::vector<TableShade> shades;
    float left = 1.0F;
    for (const scene::Veil& veil : scene.veils) {
        const body::Role uppermost = uppermost_shown(*scene.body, throwing);
        bool is_uppermost = false;
        for (std::size_t i = 0; i < throwing.size(); ++i) {
            is_uppermost = is_uppermost || (veil.within[i] && scene.body->parts[i].role == uppermost);
        }
        if (!is_uppermost) {
            break;  // what covers it is opaque
        }
        shades.push_back({uppermost, left * veil.opacity});
        left *= 1.0F - veil.opacity;
        for (std::size_t i = 0; i < throwing.size(); ++i) {
            throwing[i] = throwing[i] && !veil.within[i];
        }
    }
    shades.push_back({uppermost_shown(*scene.body, throwing), left});
    return shades;
}

}  // namespace dorsum::render
