#include "sculpt/skeleton/vertebra.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <utility>

#include "sculpt/curve.h"
#include "sculpt/skeleton/vertebra_parts.h"

namespace dorsum::sculpt {
namespace {

constexpr float joint_gap_mm = 0.35F;
constexpr float body_squareness = 2.35F;
/// Flat triangles cut a little off what is round.
constexpr float facet_loss = 1.05F;

glm::vec3 lateral() {
    return {1.0F, 0.0F, 0.0F};
}

/// How far the upper rim of a cervical body rises at its sides.
float uncinate_rise(const Vertebra& v, const float share_of_half_width) {
    return v.region == SpineRegion::cervical && v.name != "c1" && v.name != "c2"
               ? 3.4F * smooth_step(0.5F, 1.0F, share_of_half_width)
               : 0.0F;
}

Solid body_solid(const Vertebra& v) {
    const float reach = 0.5F * std::max(v.width, std::hypot(v.height + 8.0F, v.depth)) + 1.0F;
    return {[v](const glm::vec3 point) { return vertebral_body_distance(v, point); },
            {v.frame.centre - reach, v.frame.centre + reach}};
}

glm::vec3 beside_canal(const Vertebra& v, const float beyond_wall, const float up_share, const float back_share) {
    return v.frame.place(
        {v.canal_half_width + beyond_wall, up_share * v.height, 0.5F * v.depth + back_share * v.canal_depth()});
}

void add_laminae(Bone& bone, const Vertebra& v, const float thickness) {
    const bool lumbar = v.region == SpineRegion::lumbar;
    const glm::vec3 slope = v.frame.up - v.frame.back * (lumbar ? 0.25F : 0.34F);
    const float height = v.lamina_half_height;
    // They hang down behind the canal and cover the upper edge of the next pair.
    const glm::vec3 hang = slope * (lumbar ? -1.5F : -0.16F * v.height);
    const glm::vec3 side = beside_canal(v, 1.8F, 0.06F, 0.72F) + hang;
    const glm::vec3 middle = v.spinous_root + v.frame.back * thickness + hang;
    glm::vec3 between = 0.5F * (side + middle) + v.frame.back * (0.13F * v.canal_depth());
    between.x = 0.58F * v.canal_half_width;
    bone.add(Bar({{side, 0.78F * height, thickness + 0.8F, slope},
                  {between, 0.97F * height, thickness, slope},
                  {middle, height, thickness, slope}},
                 2.8F),
             3.0F);
}

void add_pedicle(Bone& bone, const Vertebra& v) {
    const bool lumbar = v.region == SpineRegion::lumbar;
    const float half_thickness = lumbar ? 0.21F * v.canal_half_width + 1.8F : 2.9F;
    const float up = 0.24F;
    bone.add(
        Bar({{beside_canal(v, half_thickness - 1.2F, up, -0.45F), 0.30F * v.height, half_thickness + 1.0F, v.frame.up},
             {beside_canal(v, half_thickness - 0.2F, up, 0.15F), 0.25F * v.height, half_thickness, v.frame.up},
             {beside_canal(v, half_thickness, up, 0.70F), 0.27F * v.height, half_thickness, v.frame.up}}),
        4.0F);
}

void add_thoracic_transverse(Bone& bone, const Vertebra& v) {
    const float knob = v.transverse_half_thickness;
    const glm::vec3 root = beside_canal(v, 2.5F, 0.18F, 0.72F);
    const glm::vec3 end = v.transverse_tip - lateral() * knob;
    bone.add(Bar({{root, v.transverse_half_height + 3.2F, knob + 1.2F, v.frame.up},
                  {glm::mix(root, end, 0.5F), v.transverse_half_height - 0.2F, knob - 0.9F, v.frame.up},
                  {end, v.transverse_half_height - 0.4F, knob, v.frame.up}}),
             7.0F);
}

void add_lumbar_transverse(Bone& bone, const Vertebra& v) {
    const float thin = v.transverse_half_thickness;
    const float high = v.transverse_half_height;
    const glm::vec3 root = beside_canal(v, 4.0F, 0.18F, 0.12F);
    const glm::vec3 end = v.transverse_tip - lateral() * thin;
    const glm::vec3 bend = glm::mix(root, end, 0.5F) - v.frame.back * 1.2F;
    bone.add(Bar({{root, high + 4.0F, thin + 2.8F, v.frame.up},
                  {bend, high + 0.4F, thin - 0.2F, v.frame.up},
                  {glm::mix(root, end, 0.85F), 0.9F * high, thin - 0.6F, v.frame.up},
                  {end, 0.6F * high, thin - 0.6F, v.frame.up}}),
             7.0F);
}

void add_lumbar_spinous(Bone& bone, const Vertebra& v) {
    bone.add(spinous_bar(v, 1.0F), 3.0F);
    // The rear edge is thickened, most of all below.
    const glm::vec3 along = glm::normalize(v.spinous_tip - v.spinous_root);
    const glm::vec3 upwards = glm::normalize(v.frame.up - along * glm::dot(v.frame.up, along));
    const float thick = v.spinous_half_thickness;
    const float high = v.spinous_tip_half_height;
    const glm::vec3 edge = v.spinous_tip - along * (thick + 0.6F);
    bone.add(Bar({{edge + upwards * (0.7F * high), thick - 0.4F, thick - 0.6F, along},
                  {edge, thick, thick, along},
                  {edge - upwards * (0.85F * high), thick + 0.9F, thick + 0.9F, along}}),
             3.0F);
}

void add_typical_arch(Bone& bone, const Spine& spine, const std::size_t index) {
    const Vertebra& v = spine.vertebrae[index];
    const bool lumbar = v.region == SpineRegion::lumbar;
    const FacetJoint& above = spine.vertebrae[index - 1].joint_below;
    add_pedicle(bone, v);
    add_laminae(bone, v, lumbar ? 3.4F : 2.6F);
    const glm::vec3 pillar = beside_canal(v, 3.0F, 0.26F, 0.62F);
    bone.add(articular_process(pillar, above.half_width, lumbar ? 5.0F : 3.6F, above, -1.0F), lumbar ? 4.0F : 3.0F);
    const glm::vec3 lower = beside_canal(v, lumbar ? 0.5F : 0.0F, -0.05F, lumbar ? 0.92F : 0.82F);
    bone.add(articular_process(lower, v.joint_below.half_width + 0.4F, 3.8F, v.joint_below, 1.0F),
             lumbar ? 4.5F : 4.0F);
    if (lumbar) {
        const glm::vec3 mammillary =
            above.centre - above.normal * 4.0F + spine.vertebrae[index].frame.back * 3.0F - above.up * 1.0F;
        bone.add(ellipsoid_solid(mammillary, {3.8F, 4.8F, 4.2F}), 3.0F);
        add_lumbar_transverse(bone, v);
        add_lumbar_spinous(bone, v);
    } else {
        add_thoracic_transverse(bone, v);
        bone.add(spinous_bar(v, 1.0F), 3.5F);
    }
}

}  // namespace

float vertebral_body_distance(const Vertebra& v, const glm::vec3 point) {
    const glm::vec3 at = v.frame.local(point);
    const float waist_share = v.region == SpineRegion::cervical ? 0.05F : 0.11F;
    const float reach = std::clamp(at.y / (0.43F * v.height), -1.0F, 1.0F);
    const float waist = 1.0F - waist_share * (1.0F - reach * reach);
    const float half_width = 0.5F * facet_loss * v.width * waist;
    const float half_depth = 0.5F * v.depth * waist;
    const float side = superellipse(at.x, at.z, half_width, half_depth, body_squareness);
    const float across = std::abs(at.x) / (0.5F * v.width);
    const float forward = std::clamp(-at.z / (0.5F * v.depth), -1.0F, 1.0F);
    const float radius = std::min(1.0F, across * across + forward * forward);
    const float half_height = 0.5F * v.height + 0.25F * v.wedge * forward - 0.02F * v.height * (1.0F - radius);
    const float rise = uncinate_rise(v, across);
    const float end = std::max(at.y - half_height - rise, -at.y - half_height + 0.15F * rise);
    return smooth_intersection(side, end, 3.0F);
}

Solid kept_at_joint(Solid shape, const FacetJoint& joint, const float side) {
    Solid result{{}, shape.bounds_mm};
    result.distance = [inner = std::move(shape.distance), joint, side](const glm::vec3 point) {
        const float beyond = joint_gap_mm - side * glm::dot(point - joint.centre, joint.normal);
        return smooth_intersection(inner(point), beyond, 2.2F);
    };
    return result;
}

Solid articular_process(const glm::vec3 root, const float root_half_width, const float root_half_thickness,
                        const FacetJoint& joint, const float side) {
    const glm::vec3 broad = glm::cross(joint.normal, joint.up);
    // Where the facets look sideways, their processes are as thick as they are broad.
    const float thick = 2.6F + 2.0F * std::abs(joint.normal.x);
    const glm::vec3 middle = joint.centre + joint.normal * (side * 0.9F * thick);
    // The upper vertebra's process points down, the lower one's up.
    const glm::vec3 towards = joint.up * (-side * (joint.half_height - 1.5F));
    return kept_at_joint(solid_of(Bar({{root, root_half_width, root_half_thickness, broad},
                                       {middle - towards * 0.5F, joint.half_width, 1.1F * thick, broad},
                                       {middle + towards, joint.half_width - 1.0F, 0.85F * thick, broad}})),
                         joint, side);
}

Bar spinous_bar(const Vertebra& v, const float end_share) {
    const glm::vec3 along = glm::normalize(v.spinous_tip - v.spinous_root);
    const glm::vec3 upwards = glm::normalize(v.frame.up - along * glm::dot(v.frame.up, along));
    const float thick = v.spinous_half_thickness;
    const glm::vec3 root = v.spinous_root + along * 1.5F;
    const glm::vec3 end = glm::mix(root, v.spinous_tip - along * thick, end_share);
    return Bar({{root, 1.15F * v.spinous_half_height, 1.35F * thick, upwards},
                {glm::mix(root, end, 0.45F), v.spinous_half_height, 0.8F * thick, upwards},
                {glm::mix(root, end, 0.8F), glm::mix(v.spinous_half_height, v.spinous_tip_half_height, 0.6F),
                 0.85F * thick, upwards},
                {end, v.spinous_tip_half_height, 1.12F * thick, upwards}},
               2.3F);
}

Solid upright_hole(const Vertebra& v, const glm::vec3 local_centre, const float radius_mm) {
    const glm::vec3 centre = v.frame.place(local_centre);
    const glm::vec3 up = v.frame.up;
    const float reach = radius_mm + 14.0F;
    return {[centre, up, radius_mm](const glm::vec3 point) {
                const glm::vec3 from = point - centre;
                const float along = glm::dot(from, up);
                return std::max(glm::length(from - up * along) - radius_mm, std::abs(along) - 12.0F);
            },
            {centre - reach, centre + reach}};
}

Solid vertebra_solid(const Spine& spine, const std::size_t index) {
    const Vertebra& v = spine.vertebrae[index];
    Bone bone;
    if (index == 0) {
        add_atlas(bone, spine);
    } else {
        bone.add(body_solid(v), 1.0F);
        if (index == 1) {
            add_axis(bone, spine);
        } else if (v.region == SpineRegion::cervical) {
            add_cervical_arch(bone, spine, index);
        } else {
            add_typical_arch(bone, spine, index);
        }
    }
    bone.cut(canal_solid(spine), 1.5F);
    return bone.folded();
}

Solid canal_solid(const Spine& spine) {
    std::vector<BarStation> stations;
    const auto station = [&](const Vertebra& v) {
        return BarStation{v.canal_centre(), v.canal_half_width, 0.5F * v.canal_depth() - 0.4F, lateral()};
    };
    BarStation above = station(spine.vertebrae.front());
    above.centre += spine.vertebrae.front().frame.up * 30.0F;
    stations.push_back(above);
    for (const Vertebra& v : spine.vertebrae) {
        stations.push_back(station(v));
    }
    BarStation below = stations.back();
    below.centre -= spine.vertebrae.back().frame.up * 32.0F;
    stations.push_back(below);
    return solid_of(Bar(stations));
}

}  // namespace dorsum::sculpt
