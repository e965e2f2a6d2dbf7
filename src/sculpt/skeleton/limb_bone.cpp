#include "sculpt/skeleton/limb_bone.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <utility>

namespace dorsum::sculpt {
namespace {

float distance(const LimbBonePart& part, const glm::vec3 point) {
    if (const auto* mass = std::get_if<LimbBoneMass>(&part.shape)) {
        return ellipsoid((point - mass->centre) * mass->axes, glm::vec3(0.0F), mass->half_axes);
    }
    if (const auto* tube = std::get_if<std::shared_ptr<const BellyShape>>(&part.shape)) {
        return (*tube)->distance(point);
    }
    return std::get<std::shared_ptr<const PlateShape>>(part.shape)->distance(point);
}

float distance_to_box(const mesh::Bounds& box, const glm::vec3 point) {
    return glm::length(glm::max(glm::max(box.low - point, point - box.high), glm::vec3(0.0F)));
}

float joined(const float so_far, const LimbBonePart& part, const glm::vec3 point) {
    const float least = distance_to_box(part.bounds_mm, point);
    if (part.cut) {
        // Far from the cut nothing changes.
        return least > part.blend_mm && least - part.blend_mm > -so_far
                   ? so_far
                   : smooth_difference(so_far, distance(part, point), part.blend_mm);
    }
    return least > so_far + part.blend_mm ? so_far : smooth_union(so_far, distance(part, point), part.blend_mm);
}

mesh::Bounds mirror_image(const mesh::Bounds& box) {
    return {{-box.high.x, box.low.y, box.low.z}, {-box.low.x, box.high.y, box.high.z}};
}

}  // namespace

Solid solid_of(const LimbBone& bone) {
    constexpr float swelling = 0.4F;
    Solid solid;
    bool first = true;
    for (const LimbBonePart& part : bone.parts) {
        if (!part.cut) {
            const bool both_sides = part.mirrored || bone.pairing == Pairing::middle;
            mesh::Bounds box = both_sides ? united(part.bounds_mm, mirror_image(part.bounds_mm)) : part.bounds_mm;
            // Where several parts flow into each other, the seams swell beyond them.
            box.low -= swelling * part.blend_mm;
            box.high += swelling * part.blend_mm;
            solid.bounds_mm = first ? box : united(solid.bounds_mm, box);
            first = false;
        }
    }
    solid.distance = [parts = bone.parts, middle = bone.pairing == Pairing::middle](const glm::vec3 at) {
        const glm::vec3 point(middle ? std::abs(at.x) : at.x, at.y, at.z);
        constexpr float far_mm = 1.0e3F;
        float found = far_mm;
        for (const LimbBonePart& part : parts) {
            found = joined(found, part, point);
            if (part.mirrored) {
                found = joined(found, part, {-point.x, point.y, point.z});
            }
        }
        return found;
    };
    return solid;
}

}  // namespace dorsum::sculpt
