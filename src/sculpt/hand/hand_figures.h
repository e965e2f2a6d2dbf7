#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <glm/mat3x3.hpp>
#include <glm/vec3.hpp>
#include <string>
#include <vector>

#include "core/error.h"

namespace dorsum::sculpt {

constexpr std::size_t hand_joint_count = 20;
constexpr std::size_t digit_count = 5;  ///< thumb, index, middle, ring, little

/// A place with a direction: columns x (across), y (along the bone, distal), z (dorsal).
struct Frame {
    glm::mat3 axes{1.0F};
    glm::vec3 at{0.0F};
    [[nodiscard]] glm::vec3 to_local(const glm::vec3 point) const { return (point - at) * axes; }
    [[nodiscard]] glm::vec3 to_model(const glm::vec3 point) const { return axes * point + at; }
};

/// The frame at a point whose y axis is `along` and whose z axis is as near to `dorsal` as can be.
[[nodiscard]] Frame frame_of(glm::vec3 at, glm::vec3 along, glm::vec3 dorsal);

struct HandJoint {
    std::string name;        ///< without the side, "index_proximal_interphalangeal"
    std::size_t parent = 0;  ///< always before the joint itself; of the first, the forearm, itself
    Frame bind;              ///< at rest, in the hand's frame
    float outward = 1.0F;    ///< +1 where abduction turns towards the thumb, -1 towards the little finger
};

/// Half breadth, depth to the back and depth to the palm at a place along a bone.
using OvalSection = std::array<float, 3>;

/// Flesh around a bone: an oval tube with rounded ends.
struct Loft {
    std::string name;
    std::size_t joint = 0;  ///< with which it moves
    Frame frame;            ///< at the near end, at rest
    float length = 0.0F;
    float near_cap = 0.0F;
    float far_cap = 0.0F;
    float blend_mm = 0.0F;
    std::vector<OvalSection> sections;  ///< evenly spaced from end to end
};

struct Mass {
    std::string name;
    std::size_t joint = 0;
    Frame frame;  ///< at its centre, at rest
    glm::vec3 half_axes{1.0F};
    float blend_mm = 0.0F;
};

/// A rounded triangle of skin between bones that move apart.
struct Fold {
    std::string name;
    std::array<std::size_t, 3> joints{};
    std::array<glm::vec3, 3> corners{};
    float radius = 0.0F;
    float blend_mm = 0.0F;
};

struct Tendon {
    std::size_t joint = 0;
    glm::vec3 from{0.0F};
    glm::vec3 to{0.0F};
    float radius = 0.0F;
    float blend_mm = 0.0F;
};

struct Digit {
    std::string name;
    std::size_t knuckle = 0;  ///< joint from which the digit stands out of the palm
    std::vector<Loft> lofts;  ///< from the knuckle to the tip
    float nail_half_breadth = 0.0F;
    float nail_half_length = 0.0F;
};

struct WebFigures {
    float blend_at_knuckle = 0.0F;
    float blend_of_digits = 0.0F;       ///< with the palm, beyond the web
    float blend_between_digits = 0.0F;  ///< fills what gap is left between digits that all but touch
    float from = 0.0F;
    float to = 0.0F;
};

/// The hand at rest. Millimetres; origin at the centre of the wrist, +y along the middle finger,
/// palm to -z, thumb to -x: a right hand.
struct HandFigures {
    std::array<HandJoint, hand_joint_count> joints;
    std::array<Digit, digit_count> digits;
    std::vector<Loft> lofts;
    std::vector<Mass> masses;
    std::vector<Fold> folds;
    std::vector<Tendon> tendons;
    WebFigures web;
    float joint_blend_mm = 0.0F;
    float forearm_end_y = 0.0F;
};

/// Reads hand.toml. Fails, naming file and line, where it lacks a figure.
[[nodiscard]] Result<HandFigures> load_hand_figures(const std::filesystem::path& path);

}  // namespace dorsum::sculpt
