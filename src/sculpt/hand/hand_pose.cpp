#include "sculpt/hand/hand_pose.h"

#include <algorithm>
#include <cmath>
#include <glm/trigonometric.hpp>

#include "sculpt/figure_reader.h"

namespace dorsum::sculpt {
namespace {

using namespace figure;

glm::mat3 about(const int axis, const float degrees) {
    const float c = std::cos(glm::radians(degrees));
    const float s = std::sin(glm::radians(degrees));
    const int one = (axis + 1) % 3;
    const int other = (axis + 2) % 3;
    glm::mat3 turn(1.0F);
    turn[one][one] = c;
    turn[one][other] = s;
    turn[other][one] = -s;
    turn[other][other] = c;
    return turn;
}

std::size_t joint_named(const HandFigures& hand, const toml::table& table, const std::string_view name) {
    const auto found = std::find_if(hand.joints.begin(), hand.joints.end(),
                                    [&](const HandJoint& joint) { return joint.name == name; });
    if (found == hand.joints.end()) {
        stop(table, std::string(tr("names a joint that the hand does not have: ")) + std::string(name));
    }
    return static_cast<std::size_t>(found - hand.joints.begin());
}

/// The range of "index_metacarpophalangeal", or else that of every "metacarpophalangeal" joint.
const toml::table& range_table(const toml::table& ranges, const std::string& joint) {
    if (const toml::node* own = ranges.get(joint)) {
        return as_table(*own);
    }
    return as_table(entry(ranges, std::string_view(joint).substr(joint.find('_') + 1)));
}

Contact read_contact(const toml::table& table, const HandFigures& hand) {
    Contact contact;
    const std::string touch = text(table, "touch");
    contact.touch = touch == "palm"      ? Touch::palm
                    : touch == "wrist"   ? Touch::wrist
                    : touch == "forearm" ? Touch::forearm
                                         : Touch::digits;
    if (contact.touch == Touch::digits) {
        for (const toml::node& node : list(entry(table, "digits"))) {
            const auto digit = std::find_if(hand.digits.begin(), hand.digits.end(),
                                            [&](const Digit& each) { return each.name == node.value<std::string>(); });
            if (digit == hand.digits.end()) {
                stop(node, tr("names a digit that the hand does not have"));
            }
            contact.digits.push_back(static_cast<std::size_t>(digit - hand.digits.begin()));
        }
    }
    contact.joint = joint_named(hand, table, text(table, "joint"));
    contact.pitch = number(table, "pitch");
    contact.roll = number(table, "roll");
    contact.yaw = number(table, "yaw");
    contact.press_mm = number(table, "press");
    return contact;
}

bool within(const float angle, const glm::vec2 range) {
    return angle >= range.x && angle <= range.y;
}

HandPose read_pose(const toml::node& node, const HandFigures& hand,
                   const std::array<JointRange, hand_joint_count>& ranges) {
    const toml::table& table = as_table(node);
    HandPose pose;
    pose.name = text(table, "name");
    pose.contact = read_contact(as_table(entry(table, "contact")), hand);
    for (const auto& [key, value] : as_table(entry(table, "angles"))) {
        const std::size_t joint = joint_named(hand, table, key.str());
        const glm::vec3 angles = triple(value);
        if (!within(angles.x, ranges[joint].flexion) || !within(angles.y, ranges[joint].abduction) ||
            !within(angles.z, ranges[joint].opposition)) {
            stop(value, tr("bends a joint beyond its range"));
        }
        pose.angles[joint] = {angles.x, angles.y, angles.z};
    }
    return pose;
}

}  // namespace

Result<HandPoses> load_hand_poses(const std::filesystem::path& path, const HandFigures& hand) {
    return read_figures(path, [&](const toml::table& root) {
        HandPoses result;
        const toml::table& ranges = as_table(entry(root, "ranges"));
        for (std::size_t i = 0; i < hand_joint_count; ++i) {
            const toml::table& range = range_table(ranges, hand.joints[i].name);
            result.ranges[i] = {pair(entry(range, "flexion")), pair(entry(range, "abduction")),
                                pair(entry(range, "opposition"))};
        }
        for (const toml::node& node : list(entry(root, "pose"))) {
            result.poses.push_back(read_pose(node, hand, result.ranges));
        }
        return result;
    });
}

glm::mat3 rotation_of(const JointAngles& angles, const HandJoint& joint) {
    return about(2, joint.outward * angles.abduction) * about(0, -angles.flexion) * about(1, -angles.opposition);
}

PosedJoints at_rest(const HandFigures& hand) {
    PosedJoints result;
    std::ranges::transform(hand.joints, result.begin(), [](const HandJoint& joint) { return joint.bind; });
    return result;
}

PosedJoints posed(const HandFigures& hand, const HandPose& pose) {
    PosedJoints result = at_rest(hand);
    for (std::size_t i = 1; i < hand_joint_count; ++i) {
        const HandJoint& joint = hand.joints[i];
        const Frame& parent_at_rest = hand.joints[joint.parent].bind;
        const Frame& parent = result[joint.parent];
        result[i].at = parent.to_model(parent_at_rest.to_local(joint.bind.at));
        result[i].axes =
            parent.axes * glm::transpose(parent_at_rest.axes) * joint.bind.axes * rotation_of(pose.angles[i], joint);
    }
    return result;
}

}  // namespace dorsum::sculpt
