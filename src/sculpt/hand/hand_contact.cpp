#include "sculpt/hand/hand_contact.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <limits>
#include <vector>

#include "sculpt/hand/hand_field.h"
#include "sculpt/hand/hand_surface.h"
#include "sculpt/shapes.h"
#include "sculpt/solid.h"

namespace dorsum::sculpt {
namespace {

constexpr float survey_voxel_mm = 2.5F;
constexpr float press_rounding_mm = 3.5F;
constexpr float pad_depth_mm = 1.2F;  ///< how far above its lowest point a pad still touches
constexpr float reach_of_wrist_mm = 30.0F;
constexpr float middle_of_forearm_y_mm = -115.0F;
constexpr glm::vec3 middle_of_palm{3.0F, 58.0F, -16.0F};

glm::mat3 contact_turn(const Contact& contact, const PosedJoints& joints) {
    HandJoint plain;
    const glm::mat3 dip = rotation_of({contact.pitch, 0.0F, 0.0F}, plain);
    const glm::mat3 roll = rotation_of({0.0F, 0.0F, -contact.roll}, plain);
    const glm::mat3 yaw = rotation_of({0.0F, contact.yaw, 0.0F}, plain);
    return yaw * dip * roll * glm::transpose(joints[contact.joint].axes);
}

/// The middle of the lowest part of those points, z its lowest.
template <typename Keep>
glm::vec3 lowest_part(const std::vector<glm::vec3>& points, Keep keep) {
    float lowest = std::numeric_limits<float>::max();
    for (const glm::vec3 at : points) {
        lowest = keep(at) ? std::min(lowest, at.z) : lowest;
    }
    glm::vec3 sum(0.0F);
    float count = 0.0F;
    for (const glm::vec3 at : points) {
        if (keep(at) && at.z < lowest + pad_depth_mm) {
            sum += at;
            count += 1.0F;
        }
    }
    return {sum.x / count, sum.y / count, lowest};
}

/// Of a point moved with the joint.
glm::vec3 moved(const HandFigures& hand, const PosedJoints& joints, const std::size_t joint, const glm::vec3 at) {
    return joints[joint].to_model(hand.joints[joint].bind.to_local(at));
}

MeshingSettings meshing(const float voxel_mm, const std::size_t triangles) {
    return {voxel_mm, triangles, 3, 0.6F};
}

mesh::Bounds turned_bounds(const mesh::Bounds& box, const Frame& placement) {
    const glm::vec3 centre = placement.to_model(box.centre());
    const glm::vec3 half = 0.5F * box.size();
    glm::vec3 reach(0.0F);
    for (int i = 0; i < 3; ++i) {
        reach += glm::abs(placement.axes[i]) * half[i];
    }
    return {centre - reach, centre + reach};
}

}  // namespace

Frame placed_on_skin(const HandFigures& hand, const HandPose& pose, const PosedJoints& joints) {
    const Contact& contact = pose.contact;
    const HandField field(hand, joints);
    Frame placement{contact_turn(contact, joints), glm::vec3(0.0F)};
    const mesh::TriangleMesh survey = hand_surface([&](const glm::vec3 at) { return field.distance(at); },
                                                   field.bounds_mm(), {survey_voxel_mm, 100000, 0, 1.0F});
    std::vector<glm::vec3> points = survey.positions;
    for (glm::vec3& at : points) {
        at = placement.axes * at;
    }
    const glm::vec3 palm = placement.axes * moved(hand, joints, 1, middle_of_palm);
    glm::vec3 origin(0.0F);
    if (contact.touch == Touch::digits) {
        for (const std::size_t digit : contact.digits) {
            const auto part_of_digit = [&](const glm::vec3 at) {
                return field.digit_distance(digit, at * placement.axes) < 0.5F;
            };
            origin += lowest_part(points, part_of_digit) / static_cast<float>(contact.digits.size());
        }
    } else if (contact.touch == Touch::forearm) {
        const glm::vec3 middle = placement.axes * glm::vec3(0.0F, middle_of_forearm_y_mm, 0.0F);
        origin = lowest_part(points, [&](const glm::vec3 at) { return std::abs(at.y - middle.y) < reach_of_wrist_mm; });
        origin.y = middle.y;
    } else {
        const glm::vec3 wrist = placement.axes * joints[1].at;
        const bool wrist_only = contact.touch == Touch::wrist;
        origin = palm;
        origin.z = lowest_part(points, [&](const glm::vec3 at) {
                       return !wrist_only || std::abs(at.y - wrist.y) < reach_of_wrist_mm;
                   }).z;
    }
    placement.at = -origin - glm::vec3(0.0F, 0.0F, contact.press_mm);
    return placement;
}

mesh::TriangleMesh lying_hand(const HandFigures& hand, const HandPose& pose, const PosedJoints& joints,
                              const Frame& placement, const float voxel_mm, const std::size_t triangles) {
    const HandField field(hand, joints);
    const bool pressed = pose.contact.press_mm > 0.0F;
    const auto distance = [&](const glm::vec3 at) {
        const float free = field.distance(placement.to_local(at));
        return pressed ? smooth_difference(free, at.z, press_rounding_mm) : free;
    };
    return hand_surface(distance, turned_bounds(field.bounds_mm(), placement), meshing(voxel_mm, triangles));
}

mesh::TriangleMesh resting_hand(const HandFigures& hand, const float voxel_mm, const std::size_t triangles) {
    const HandField field(hand, at_rest(hand));
    return hand_surface([&](const glm::vec3 at) { return field.distance(at); }, field.bounds_mm(),
                        meshing(voxel_mm, triangles));
}

}  // namespace dorsum::sculpt
