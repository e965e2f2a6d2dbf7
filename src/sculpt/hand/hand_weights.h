#pragma once

#include <array>
#include <cstdint>
#include <glm/vec3.hpp>
#include <span>
#include <vector>

#include "sculpt/hand/hand_figures.h"
#include "sculpt/hand/hand_pose.h"

namespace dorsum::sculpt {

/// How much a vertex goes with which joints: shares of 255, which they sum to; the greatest first,
/// unused places zero.
struct JointWeights {
    std::array<std::uint8_t, 4> joints{};
    std::array<std::uint8_t, 4> shares{};
};

/// The weights of points on the hand at rest. A digit beyond its web goes with its own bones only.
[[nodiscard]] std::vector<JointWeights> joint_weights(const HandFigures& hand, std::span<const glm::vec3> points);

/// Where linear blend skinning takes the points at rest.
[[nodiscard]] std::vector<glm::vec3> skinned(const HandFigures& hand, const PosedJoints& joints,
                                             std::span<const glm::vec3> points, std::span<const JointWeights> weights);

}  // namespace dorsum::sculpt
