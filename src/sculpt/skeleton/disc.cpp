#include "sculpt/skeleton/disc.h"

#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "sculpt/skeleton/vertebra.h"

namespace dorsum::sculpt {
namespace {

/// A multiple of four, so that vertices lie on the midline and left mirrors right.
constexpr std::uint32_t around = 16;
constexpr float exponent = 2.35F;
constexpr float into_bone_mm = 0.5F;

/// What bounds a disc.
struct Gap {
    const Vertebra* upper = nullptr;
    const Vertebra* lower = nullptr;  ///< none under L5
    SpineFrame sacrum;
    SpineFrame frame;
    float half_width = 0.0F;
    float half_depth = 0.0F;

    [[nodiscard]] bool in_bone(const glm::vec3 point, const float direction) const {
        if (direction > 0.0F) {
            return vertebral_body_distance(*upper, point) < -into_bone_mm;
        }
        return lower != nullptr ? vertebral_body_distance(*lower, point) < -into_bone_mm
                                : sacrum.local(point).y < -into_bone_mm;
    }

    /// The place on the edge of the section in a direction, seen from above.
    [[nodiscard]] glm::vec3 edge(const std::uint32_t step, const float share) const {
        const float angle = glm::radians(360.0F) * static_cast<float>(step) / static_cast<float>(around);
        // Exact zeros, so that the midline stays on x = 0.
        const float sine = step % (around / 2) == 0 ? 0.0F : std::sin(angle);
        const float cosine = std::cos(angle);
        const float round =
            std::pow(std::pow(std::abs(sine), exponent) + std::pow(std::abs(cosine), exponent), -1.0F / exponent);
        return {share * half_width * round * sine, 0.0F, share * half_depth * round * cosine};
    }

    /// The same place moved up or down until it lies in bone.
    [[nodiscard]] glm::vec3 face(glm::vec3 local, const float direction) const {
        constexpr float step_mm = 0.1F;
        constexpr float furthest_mm = 11.0F;
        while (std::abs(local.y) < furthest_mm && !in_bone(frame.place(local), direction)) {
            local.y += direction * step_mm;
        }
        return frame.place(local);
    }
};

Gap gap_below(const Spine& spine, const std::size_t index) {
    const Vertebra& upper = spine.vertebrae[index];
    const bool last = index + 1 == spine.vertebrae.size();
    const Vertebra* lower = last ? nullptr : &spine.vertebrae[index + 1];
    const float lower_half_width = last ? spine.sacral_endplate_half_width : 0.5F * lower->width;
    const float lower_half_depth = last ? spine.sacral_endplate_half_depth : 0.5F * lower->depth;
    // The raised rims of the cervical bodies leave the sides free.
    const float share = upper.region == SpineRegion::cervical ? 0.80F : 1.0F;
    return {&upper,
            lower,
            spine.sacral_endplate,
            spine.disc(index),
            share * (0.25F * upper.width + 0.5F * lower_half_width),
            0.25F * upper.depth + 0.5F * lower_half_depth};
}

void add_ring(mesh::TriangleMesh& mesh, const Gap& gap, const float share, const float direction) {
    for (std::uint32_t step = 0; step < around; ++step) {
        const glm::vec3 local = gap.edge(step, share);
        const glm::vec3 out =
            glm::normalize(glm::vec3(local.x / (gap.half_width * gap.half_width), 0.7F * direction / 20.0F,
                                     local.z / (gap.half_depth * gap.half_depth)));
        mesh.positions.push_back(direction == 0.0F ? gap.frame.place(local) : gap.face(local, direction));
        mesh.normals.push_back(
            glm::normalize(glm::vec3(out.x, 0.0F, 0.0F) + gap.frame.up * out.y + gap.frame.back * out.z));
    }
}

}  // namespace

mesh::TriangleMesh disc_mesh(const Spine& spine, const std::size_t vertebra_above) {
    const Gap gap = gap_below(spine, vertebra_above);
    mesh::TriangleMesh mesh;
    // The middle of the upper face, three rings, the middle of the lower face.
    mesh.positions.push_back(gap.face(glm::vec3(0.0F), 1.0F));
    mesh.normals.push_back(gap.frame.up);
    add_ring(mesh, gap, 0.94F, 1.0F);
    add_ring(mesh, gap, 0.985F, 0.0F);
    add_ring(mesh, gap, 0.94F, -1.0F);
    const auto bottom = static_cast<std::uint32_t>(mesh.positions.size());
    mesh.positions.push_back(gap.face(glm::vec3(0.0F), -1.0F));
    mesh.normals.push_back(-gap.frame.up);
    for (std::uint32_t step = 0; step < around; ++step) {
        const std::uint32_t next = (step + 1) % around;
        const auto at = [](const std::uint32_t ring, const std::uint32_t place) { return 1 + ring * around + place; };
        mesh.indices.insert(mesh.indices.end(), {0, at(0, step), at(0, next)});
        for (std::uint32_t ring = 0; ring < 2; ++ring) {
            mesh.indices.insert(mesh.indices.end(), {at(ring, step), at(ring + 1, step), at(ring + 1, next)});
            mesh.indices.insert(mesh.indices.end(), {at(ring, step), at(ring + 1, next), at(ring, next)});
        }
        mesh.indices.insert(mesh.indices.end(), {bottom, at(2, next), at(2, step)});
    }
    return mesh;
}

}  // namespace dorsum::sculpt
