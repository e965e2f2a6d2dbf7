#pragma once

#include <array>
#include <filesystem>
#include <glm/vec2.hpp>
#include <string>
#include <vector>

#include "core/error.h"
#include "sculpt/hand/hand_figures.h"

namespace dorsum::sculpt {

/// Turns of a joint away from the hand at rest, in degrees.
struct JointAngles {
    float flexion = 0.0F;     ///< towards the palm; of the thumb across the palm
    float abduction = 0.0F;   ///< away from the middle finger; of the thumb out of the palm's plane; of
                              ///< the wrist towards the thumb
    float opposition = 0.0F;  ///< about the bone itself, the thumb's pad towards the fingers
};

/// What the joint can do in a living hand: least and most, in degrees.
struct JointRange {
    glm::vec2 flexion{0.0F};
    glm::vec2 abduction{0.0F};
    glm::vec2 opposition{0.0F};
};

/// Which part of the hand meets the skin.
enum class Touch { palm, digits, wrist, forearm };

/// How a hand lies on a skin whose outward normal is +z.
struct Contact {
    Touch touch = Touch::palm;
    std::vector<std::size_t> digits;  ///< whose pads touch, of Touch::digits
    std::size_t joint = 0;            ///< whose bone points to +y, its back to +z, before the turns that follow
    float pitch = 0.0F;               ///< degrees by which that bone then dips towards the skin
    float roll = 0.0F;                ///< degrees by which it turns about itself, its back to the little finger's side
    float yaw = 0.0F;                 ///< degrees by which it then turns about +z
    float press_mm = 0.0F;            ///< by how much the flesh gives way
};

struct HandPose {
    std::string name;
    std::array<JointAngles, hand_joint_count> angles{};
    Contact contact;
};

struct HandPoses {
    std::array<JointRange, hand_joint_count> ranges{};
    std::vector<HandPose> poses;
};

/// Where the joints are, in the hand's frame, in the order of HandFigures.
using PosedJoints = std::array<Frame, hand_joint_count>;

/// Reads hand_poses.toml. Fails, naming file and line, where it lacks a figure, names an unknown
/// joint or bends one beyond its range.
[[nodiscard]] Result<HandPoses> load_hand_poses(const std::filesystem::path& path, const HandFigures& hand);

/// The joint's turn as a rotation in its own frame at rest.
[[nodiscard]] glm::mat3 rotation_of(const JointAngles& angles, const HandJoint& joint);

[[nodiscard]] PosedJoints at_rest(const HandFigures& hand);
[[nodiscard]] PosedJoints posed(const HandFigures& hand, const HandPose& pose);

}  // namespace dorsum::sculpt
