#include "sculpt/surface.h"

#include <meshoptimizer.h>

#include <glm/geometric.hpp>

#include "core/units.h"
#include "sculpt/even_out.h"
#include "sculpt/pockets.h"
#include "sculpt/voxel_surface.h"

namespace dorsum::sculpt {
namespace {

/// Wide enough that the joints of the bellies' middle lines do not show in the shading.
constexpr float shading_step_mm = 2.5F;

/// Leaves the triangles at x = 0 as they are: were the border's neighbours to collapse onto it,
/// triangles would lie in that plane and coincide with their mirror images.
void simplify(Patch& patch, const std::size_t triangles) {
    constexpr float any_error = 1.0F;
    std::vector<std::uint32_t> kept;
    std::vector<std::uint32_t> inner;
    for (std::size_t i = 0; i < patch.indices.size(); i += 3) {
        bool at_border = false;
        for (std::size_t corner = 0; corner < 3; ++corner) {
            at_border = at_border || patch.positions[patch.indices[i + corner]].x == 0.0F;
        }
        auto& chosen = at_border ? kept : inner;
        chosen.insert(chosen.end(), patch.indices.begin() + static_cast<std::ptrdiff_t>(i),
                      patch.indices.begin() + static_cast<std::ptrdiff_t>(i) + 3);
    }
    const std::size_t wanted = triangles * 3 > kept.size() ? triangles * 3 - kept.size() : 0;
    std::vector<std::uint32_t> fewer(inner.size());
    fewer.resize(meshopt_simplify(fewer.data(), inner.data(), inner.size(), &patch.positions.front().x,
                                  patch.positions.size(), sizeof(glm::vec3), wanted, any_error,
                                  meshopt_SimplifyLockBorder));
    fewer.insert(fewer.end(), kept.begin(), kept.end());
    patch.indices = std::move(fewer);
    remove_pockets(patch);
    std::vector<glm::vec3> used(patch.positions.size());
    used.resize(meshopt_optimizeVertexFetch(used.data(), patch.indices.data(), patch.indices.size(),
                                            patch.positions.data(), patch.positions.size(), sizeof(glm::vec3)));
    patch.positions = std::move(used);
}

mesh::TriangleMesh mirrored(const Patch& half, const Field& field) {
    mesh::TriangleMesh whole;
    std::vector<std::uint32_t> partner;
    const auto add = [&](const glm::vec3 at, const glm::vec3 normal) {
        whole.positions.push_back(at * metres_from_mm(1.0F));
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
    meshopt_optimizeVertexCache(whole.indices.data(), whole.indices.data(), whole.indices.size(),
                                whole.positions.size());
    return whole;
}

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

mesh::TriangleMesh symmetric_surface(const Field& field, const SurfaceSettings& settings) {
    Patch half = right_half_from_voxels(field, settings);
    if (half.indices.empty()) {
        return {};
    }
    if (half.indices.size() / 3 > settings.triangles / 2) {
        simplify(half, settings.triangles / 2);
    }
    even_out(half, field, settings.smoothing_rounds);
    return mirrored(half, field);
}

}  // namespace dorsum::sculpt
