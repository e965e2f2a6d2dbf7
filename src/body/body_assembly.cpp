#include "body/body_assembly.h"

#include <algorithm>
#include <glm/geometric.hpp>

#include "body/place.h"
#include "body/place_landmarks.h"
#include "body/skin_chart.h"
#include "core/fill.h"
#include "core/translate.h"
#include "mesh/coarser_levels.h"

namespace dorsum::body {
namespace {

mesh::TriangleMesh merged_skin(const std::vector<Part>& parts) {
    std::vector<mesh::TriangleMesh> coarser;
    coarser.reserve(parts.size());
    std::vector<const mesh::TriangleMesh*> skin;
    for (const Part& part : parts) {
        if (part.role == Role::skin) {
            skin.push_back(mesh::level_or_itself(part.mesh, mesh::triangles_to_touch, coarser));
        }
    }
    return mesh::joined(skin);
}

/// Charts the skin and finds how far places reach to the sides.
void chart_skin(Body& body) {
    const float scale = body.scale_to_reference;
    const float margin = 0.012F * scale;
    if (!body.skin) {
        body.skin = std::make_shared<const mesh::SpatialIndex>(merged_skin(body.parts));
    }
    body.chart = std::make_shared<const SkinChart>(
        build_skin_chart(*body.skin, scale, body.spine.back().y - margin, body.spine.front().y + margin));
    constexpr float side_deg = 100.0F;
    const float upper = height_of(body, Level{11.0F});  // T4
    const float lower = height_of(body, Level{23.0F});  // L4
    const float right = median_arc(*body.chart, lower, upper, side_deg);
    const float left = median_arc(*body.chart, lower, upper, -side_deg);
    body.reach_right_m = std::clamp(0.5F * (right + left), 0.15F * scale, 0.3F * scale);
}

/// Says so when strokes would find no skin.
void warn_without_back(Body& body) {
    const float coverage = midline_coverage(*body.chart, height_of(body, Level{24.0F}), height_of(body, Level{7.0F}));
    if (coverage == 0.0F) {
        body.warnings.push_back(with_detail(
            tr("no back found"), tr("there is no skin on the midline from C7 to L5. Give --up, --facing and --unit, or "
                                    "a landmarks file beside the model.")));
    } else if (coverage < 0.9F) {
        body.warnings.emplace_back(
            tr("The skin on the midline from C7 to L5 has gaps; some strokes and zones may be missing."));
    }
}

}  // namespace

void bring_into_frame(mesh::TriangleMesh& mesh, const glm::mat4& body_from_model) {
    if (body_from_model == glm::mat4(1.0F)) {
        return;
    }
    const glm::mat3 turn(body_from_model);
    for (glm::vec3& position : mesh.positions) {
        position = glm::vec3(body_from_model * glm::vec4(position, 1.0F));
    }
    for (glm::vec3& normal : mesh.normals) {
        const glm::vec3 turned = turn * normal;
        const float length = glm::length(turned);
        normal = length > 0.0F ? turned / length : glm::vec3(0.0F, 0.0F, 1.0F);
    }
    for (glm::vec4& fibre : mesh.fibres) {
        const glm::vec3 turned = turn * glm::vec3(fibre);
        const float length = glm::length(turned);
        fibre = glm::vec4(length > 0.0F ? turned / length : glm::vec3(0.0F), fibre.w);
    }
}

void take_measures(Body& body, const Placement& placement) {
    body.body_from_model = placement.body_from_model;
    body.unit_m = placement.unit_m;
    body.up = placement.up;
    body.facing = placement.facing;
    body.scale_to_reference = placement.scale;
    body.spine.clear();
    for (int i = 0; i < level_count; ++i) {
        body.spine.emplace_back(static_cast<float>(level_first + i), placement.heights[i]);
    }
    chart_skin(body);
    body.landmarks = place_landmarks(body, placement);
    warn_without_back(body);
}

}  // namespace dorsum::body
