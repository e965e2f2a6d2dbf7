#pragma once

#include <array>
#include <cstddef>
#include <glm/vec3.hpp>

#include "mesh/mesh.h"
#include "sculpt/hand/hand_figures.h"
#include "sculpt/hand/hand_pose.h"

namespace dorsum::sculpt {

/// The skin of a right hand in a pose as a signed distance, in the hand's frame. Flesh is placed
/// anew around the turned bones, so joints bend without collapsing.
class HandField {
public:
    /// The figures must outlive the field.
    HandField(const HandFigures& hand, const PosedJoints& joints);
    [[nodiscard]] float distance(glm::vec3 point) const;
    /// The distance to one digit beyond the palm, alone.
    [[nodiscard]] float digit_distance(std::size_t digit, glm::vec3 point) const;
    [[nodiscard]] mesh::Bounds bounds_mm() const;

private:
    /// Where the point would be at rest if it went with the joint.
    [[nodiscard]] glm::vec3 to_rest(const std::size_t joint, const glm::vec3 point) const {
        return turn_back_[joint] * point + shift_back_[joint];
    }
    /// Holds a shape; beyond it the shape need not be asked.
    struct Ball {
        glm::vec3 centre{0.0F};
        float radius = 0.0F;
        [[nodiscard]] bool matters(const glm::vec3 point, const float distance, const float blend_mm) const {
            const float reach = radius + distance + blend_mm;
            const glm::vec3 away = point - centre;
            return reach > 0.0F && away.x * away.x + away.y * away.y + away.z * away.z < reach * reach;
        }
    };
    [[nodiscard]] Ball ball_around(const Loft& loft) const;
    [[nodiscard]] glm::vec3 moved(std::size_t joint, glm::vec3 at_rest) const;
    void find_balls();
    [[nodiscard]] float palm_distance(glm::vec3 point) const;
    [[nodiscard]] float nail_height(const Digit& digit, glm::vec3 point) const;

    const HandFigures* hand_;
    PosedJoints joints_;
    std::array<glm::mat3, hand_joint_count> turn_back_{};
    std::array<glm::vec3, hand_joint_count> shift_back_{};
    std::vector<std::array<glm::vec3, 3>> fold_corners_;
    std::vector<Ball> loft_balls_;
    std::vector<Ball> mass_balls_;
    std::vector<Ball> fold_balls_;
    std::vector<Ball> tendon_balls_;
    std::array<std::vector<Ball>, digit_count> phalanx_balls_;
    std::array<Ball, digit_count> digit_balls_{};
};

}  // namespace dorsum::sculpt
