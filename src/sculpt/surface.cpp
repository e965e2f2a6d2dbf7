#include "sculpt/surface.h"

#include <meshoptimizer.h>

#include <glm/geometric.hpp>

#include "core/units.h"
#include "sculpt/even_out.h"
#include "sculpt/simplify.h"
#include "sculpt/voxel_surface.h"

namespace dorsum::sculpt {
namespace {

/// Wide enough that the joints of the bellies' middle lines do not show in the shading.
constexpr float shading_step_mm = 2.5F;

}  // namespace

glm::vec3 outward(const Field& field, const glm::vec3 point, const float step_mm) {
    // Four samples at the corners of a tetrahedron.
    constexpr glm::vec3 a(1.0F, -1.0F, -1.0F);
    constexpr glm::vec3 b(-1.0F, -1.0F, 1.0F);
    constexpr glm::vec3 c(-1.0F, 1.0F, -1.0F);
    constexpr glm::vec3 d(1.0F, 1.0F, 1.0F);
    const glm::vec3 sum = a * field(point + a * step_mm) + b * field(point + b * step_mm) +
                          c * field(point + c * step_mm) + d * field(point + d * step_mm);
    const float length = glm::length(sum);
    return length > 0.0F ? sum / length : glm::vec3(0.0F, 0.0F, 1.0F);
}

mesh::TriangleMesh mirrored(const Patch& half, const Field& field, const float shading_step_mm) {
    mesh::TriangleMesh whole;
    std::vector<std::uint32_t> partner;
    const auto add = [&](const glm::vec3 at, const glm::vec3 normal) {
        whole.positions.push_back(at);
        whole.normals.push_back(normal);
        return static_cast<std::uint32_t>(whole.positions.size() - 1);
    };
    std::vector<glm::vec3> normals;
    for (const glm::vec3 at : half.positions) {
        glm::vec3 normal = outward(field, at, shading_step_mm);
        if (at.x == 0.0F) {
            normal = glm::normalize(glm::vec3(0.0F, normal.y, normal.z));
        }
        normals.push_back(normal);
        add(at, normal);
    }
    for (std::uint32_t i = 0; i < half.positions.size(); ++i) {
        const glm::vec3 flip(-1.0F, 1.0F, 1.0F);
        partner.push_back(half.positions[i].x == 0.0F ? i : add(half.positions[i] * flip, normals[i] * flip));
    }
    whole.indices = half.indices;
    for (std::size_t i = 0; i < half.indices.size(); i += 3) {
        for (const std::size_t corner : {std::size_t{0}, std::size_t{2}, std::size_t{1}}) {
            whole.indices.push_back(partner[half.indices[i + corner]]);
        }
    }
    return whole;
}

mesh::TriangleMesh symmetric_surface(const Field& field, const SurfaceSettings& settings) {
    Patch half = right_half_from_voxels(field, settings);
    if (half.indices.empty()) {
        return {};
    }
    if (half.indices.size() / 3 > settings.triangles / 2) {
        simplify(half, settings.triangles / 2);
    }
    even_out(half, field, settings.smoothing_rounds);
    mesh::TriangleMesh whole = mirrored(half, field, shading_step_mm);
    for (glm::vec3& at : whole.positions) {
        at *= metres_from_mm(1.0F);
    }
    meshopt_optimizeVertexCache(whole.indices.data(), whole.indices.data(), whole.indices.size(),
                                whole.positions.size());
    return whole;
}

}  // namespace dorsum::sculpt
