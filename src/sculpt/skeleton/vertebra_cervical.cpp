#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "sculpt/skeleton/vertebra_parts.h"

namespace dorsum::sculpt {
namespace {

constexpr float foramen_radius_mm = 2.8F;

void add_forked_spinous(Bone& bone, const Vertebra& v, const float spread_mm) {
    const glm::vec3 along = glm::normalize(v.spinous_tip - v.spinous_root);
    const glm::vec3 upwards = glm::normalize(v.frame.up - along * glm::dot(v.frame.up, along));
    const float radius = 0.9F * v.spinous_half_thickness;
    const glm::vec3 fork = glm::mix(v.spinous_root, v.spinous_tip, 0.55F);
    const glm::vec3 end = v.spinous_tip - along * radius + glm::vec3(spread_mm, 0.0F, 0.0F);
    bone.add(spinous_bar(v, 0.62F), 3.0F);
    bone.add(Bar({{fork + glm::vec3(0.8F, 0.0F, 0.0F), v.spinous_half_height - 0.4F, radius, upwards},
                  {glm::mix(fork, end, 0.6F), v.spinous_tip_half_height, 0.9F * radius, upwards},
                  {end, 0.62F * v.spinous_tip_half_height, 0.8F * radius, upwards}}),
             3.0F);
}

/// The two bars of the transverse process around the foramen of the vertebral artery, each with its tubercle.
void add_cervical_transverse(Bone& bone, const Vertebra& v, const glm::vec3 pillar) {
    const float high = v.transverse_half_height;
    const float thick = v.transverse_half_thickness;
    const glm::vec3 rear_tip = v.transverse_tip - glm::vec3(thick, 0.0F, 0.0F);
    const glm::vec3 at_tip = v.frame.local(rear_tip);
    const bool last = v.name == "c7" || v.name == "c2";
    const float front_reach = last ? 0.5F * (0.5F * v.width + at_tip.x) : at_tip.x - 2.5F;
    const glm::vec3 front_tip = v.frame.place({front_reach, at_tip.y + 1.0F, last ? 0.5F : at_tip.z - 7.0F});
    const glm::vec3 front_root = v.frame.place({0.5F * v.width - 2.5F, -0.5F, -1.0F});
    bone.add(Bar({{front_root, high, thick, v.frame.up},
                  {glm::mix(front_root, front_tip, 0.55F), high - 0.8F, thick - 0.7F, v.frame.up},
                  {front_tip, high, thick - 0.2F, v.frame.up}}),
             2.5F);
    bone.add(Bar({{pillar, high + 1.0F, thick, v.frame.up},
                  {glm::mix(pillar, rear_tip, 0.6F), high - 0.4F, thick - 0.4F, v.frame.up},
                  {rear_tip, high, thick, v.frame.up}}),
             2.5F);
    bone.add(Bar({{front_tip, high - 0.8F, thick - 0.8F, v.frame.up},
                  {glm::mix(front_tip, rear_tip, 0.5F) - v.frame.up * 1.2F, high - 1.2F, thick - 1.0F, v.frame.up},
                  {glm::mix(front_tip, rear_tip, 0.85F), high - 0.8F, thick - 0.8F, v.frame.up}}),
             2.0F);
}

void add_pillar(Bone& bone, const FacetJoint& above, const FacetJoint& below) {
    const glm::vec3 broad(1.0F, 0.0F, 0.0F);
    const glm::vec3 top = above.centre - above.normal * 1.0F;
    const glm::vec3 bottom = below.centre + below.normal * 1.0F;
    Solid column =
        solid_of(Bar({{top, above.half_width, above.half_height, broad},
                      {glm::mix(top, bottom, 0.5F), above.half_width - 0.7F, above.half_height - 1.1F, broad},
                      {bottom, below.half_width, below.half_height, broad}},
                     2.6F));
    column = kept_at_joint(column, above, -1.0F);
    bone.add(kept_at_joint(column, below, 1.0F), 2.5F);
}

void add_cervical_laminae(Bone& bone, const Vertebra& v, const glm::vec3 pillar, const float thickness) {
    const glm::vec3 slope = v.frame.up - v.frame.back * 0.3F;
    const glm::vec3 middle = v.spinous_root + v.frame.back * (thickness - 0.3F);
    glm::vec3 between = glm::mix(pillar, middle, 0.5F) + v.frame.back * 2.0F;
    between.x = 0.62F * v.canal_half_width;
    bone.add(Bar({{pillar, v.lamina_half_height, thickness + 0.8F, slope},
                  {between, v.lamina_half_height, thickness, slope},
                  {middle, v.lamina_half_height, thickness, slope}},
                 2.6F),
             2.5F);
}

}  // namespace

void add_cervical_arch(Bone& bone, const Spine& spine, const std::size_t index) {
    const Vertebra& v = spine.vertebrae[index];
    const FacetJoint& above = spine.vertebrae[index - 1].joint_below;
    const glm::vec3 pillar = 0.5F * (above.centre + v.joint_below.centre);
    add_pillar(bone, above, v.joint_below);
    const glm::vec3 at_body = v.frame.place({0.5F * v.width - 2.5F, 0.12F * v.height, 0.30F * v.depth});
    bone.add(Bar({{at_body, 3.6F, 2.8F, v.frame.up}, {pillar, 3.8F, 2.8F, v.frame.up}}), 2.5F);
    add_cervical_laminae(bone, v, pillar, 2.3F);
    add_cervical_transverse(bone, v, pillar);
    if (v.name == "c7") {
        bone.add(spinous_bar(v, 1.0F), 3.0F);
        bone.add(
            ellipsoid_solid(v.spinous_tip - glm::normalize(v.spinous_tip - v.spinous_root) * 4.4F, {3.2F, 4.2F, 4.4F}),
            3.0F);
    } else {
        add_forked_spinous(bone, v, 4.2F);
    }
    const float beside = 0.5F * v.width + foramen_radius_mm + 0.6F;
    bone.cut(upright_hole(v, {beside, 0.0F, v.frame.local(v.transverse_tip).z - 3.9F}, foramen_radius_mm), 1.0F);
}

void add_axis(Bone& bone, const Spine& spine) {
    const Vertebra& v = spine.vertebrae[1];
    const FacetJoint& above = spine.vertebrae[0].joint_below;
    const glm::vec3 broad(1.0F, 0.0F, 0.0F);
    bone.add(Bar({{v.frame.place({0.0F, 2.0F, 0.0F}), 7.2F, 6.0F, broad},
                  {v.frame.place({0.0F, 10.0F, 0.0F}), 5.0F, 4.8F, broad},
                  {v.frame.place({0.0F, 16.0F, 0.2F}), 5.3F, 5.1F, broad},
                  {v.frame.place({0.0F, 19.5F, 0.6F}), 3.2F, 3.2F, broad}}),
             3.0F);
    const glm::vec3 shoulder = above.centre - above.normal * 3.0F;
    bone.add(kept_at_joint(ellipsoid_solid(shoulder, {8.4F, 6.0F, 8.8F}), above, -1.0F), 3.0F);
    const glm::vec3 pillar = v.joint_below.centre + v.joint_below.normal * 4.5F + v.frame.up * 1.5F;
    bone.add(Bar({{shoulder - v.frame.up * 1.5F, 5.4F, 4.6F, broad}, {pillar, 5.6F, 4.6F, broad}}), 3.0F);
    bone.add(
        kept_at_joint(
            solid_of(Bar({{pillar, 5.6F, 5.0F, broad}, {v.joint_below.centre, v.joint_below.half_width, 5.0F, broad}},
                         2.6F)),
            v.joint_below, 1.0F),
        3.0F);
    add_cervical_laminae(bone, v, pillar, 3.0F);
    add_cervical_transverse(bone, v, pillar);
    add_forked_spinous(bone, v, 5.4F);
    bone.cut(
        upright_hole(v, {0.5F * v.width + 5.6F, -2.0F, v.frame.local(v.transverse_tip).z - 4.4F}, foramen_radius_mm),
        1.0F);
}

void add_atlas(Bone& bone, const Spine& spine) {
    const Vertebra& v = spine.vertebrae[0];
    const auto at = [&](const float right, const float up, const float back) {
        return v.frame.place({right, up, back});
    };
    const FacetJoint& below = v.joint_below;
    const glm::vec3 backwards = v.frame.back;
    bone.add(kept_at_joint(ellipsoid_solid(at(16.8F, 0.0F, 1.5F), {7.2F, 9.0F, 9.8F}), below, 1.0F), 1.0F);
    bone.add(Bar({{at(0.0F, 0.5F, -10.0F), 5.2F, 2.6F, v.frame.up},
                  {at(6.5F, 0.2F, -9.0F), 4.6F, 2.5F, v.frame.up},
                  {at(13.5F, -0.5F, -5.0F), 5.0F, 3.2F, v.frame.up}}),
             2.5F);
    const glm::vec3 rear = v.spinous_root + backwards * 2.4F;
    bone.add(Bar({{at(17.5F, -1.0F, 8.0F), 4.2F, 3.0F, v.frame.up},
                  {at(14.8F, -0.5F, 18.5F), 3.0F, 2.5F, v.frame.up},
                  {at(8.2F, 0.0F, 26.8F), 3.6F, 2.6F, v.frame.up},
                  {rear, 4.2F, 2.9F, v.frame.up}}),
             2.5F);
    bone.add(ellipsoid_solid(v.spinous_tip - backwards * 2.6F, {3.0F, 3.4F, 2.8F}), 2.5F);
    const glm::vec3 tip = v.transverse_tip - glm::vec3(v.transverse_half_thickness, 0.0F, 0.0F);
    bone.add(Bar({{at(20.0F, -1.0F, 3.0F), 6.4F, 4.0F, backwards},
                  {at(27.0F, -1.6F, 4.0F), 6.6F, 3.2F, backwards},
                  {tip, 4.6F, v.transverse_half_thickness, backwards}}),
             2.5F);
    // The sockets for the condyles of the skull.
    bone.cut(ellipsoid_solid(at(14.0F, 12.0F, 0.5F), {9.5F, 8.2F, 13.0F}), 1.5F);
    bone.cut(upright_hole(v, {27.4F, 0.0F, 4.2F}, 3.1F), 1.0F);
}

}  // namespace dorsum::sculpt
