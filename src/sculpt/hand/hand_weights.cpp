#include "sculpt/hand/hand_weights.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <numeric>

#include "sculpt/curve.h"

namespace dorsum::sculpt {
namespace {

constexpr int full_share = 255;
// Over what length along the bone a joint's bend spreads: to either side of a finger's joint, of a
// knuckle, of the wrist.
constexpr float spread_finger_mm = 7.5F;
constexpr float spread_knuckle_mm = 12.0F;
constexpr float spread_carpal_mm = 14.0F;
constexpr float spread_wrist_mm = 18.0F;
// How softly one metacarpal goes over into the next, in the palm and beyond the webs.
constexpr float softness_palm_mm = 7.0F;
constexpr float softness_digit_mm = 0.4F;
constexpr float palm_ends_mm = 2.0F;      ///< before the knuckle
constexpr float digit_begins_mm = 17.0F;  ///< beyond it

using Shares = std::array<float, hand_joint_count>;

/// The joints of one digit from the carpus on, and where each begins to carry along.
struct Chain {
    std::vector<std::size_t> joints;  ///< without the wrist
    glm::vec3 tip{0.0F};
    glm::vec3 carpal{0.0F};
};

bool of_digit(const HandJoint& joint, const Digit& digit) {
    return joint.name.starts_with(digit.name + "_");
}

std::vector<Chain> chains_of(const HandFigures& hand) {
    std::vector<Chain> result;
    for (const Digit& digit : hand.digits) {
        Chain chain;
        for (std::size_t i = 0; i < hand_joint_count; ++i) {
            if (of_digit(hand.joints[i], digit)) {
                chain.joints.push_back(i);
            }
        }
        const Loft& last = digit.lofts.back();
        chain.tip = last.frame.to_model({0.0F, last.length + last.far_cap, 0.0F});
        const HandJoint& first = hand.joints[chain.joints.front()];
        // The index finger's metacarpal goes with the wrist: it begins beside that of the middle finger.
        chain.carpal = first.name.ends_with("_carpometacarpal") ? first.bind.at : glm::vec3(-13.0F, 28.0F, 0.0F);
        result.push_back(std::move(chain));
    }
    return result;
}

float distance_to_edge(const glm::vec3 p, const glm::vec3 a, const glm::vec3 b) {
    const glm::vec3 edge = b - a;
    return glm::distance(p, a + edge * std::clamp(glm::dot(p - a, edge) / glm::dot(edge, edge), 0.0F, 1.0F));
}

float distance_to_chain(const HandFigures& hand, const Chain& chain, const glm::vec3 p) {
    float distance = 1.0e6F;
    glm::vec3 from = chain.carpal;
    for (const std::size_t joint : chain.joints) {
        const glm::vec3 to = hand.joints[joint].bind.at;
        distance = to == from ? distance : std::min(distance, distance_to_edge(p, from, to));
        from = to;
    }
    return std::min(distance, distance_to_edge(p, from, chain.tip));
}

float spread_of(const std::string& joint) {
    return joint.ends_with("_carpometacarpal")       ? spread_carpal_mm
           : joint.ends_with("_metacarpophalangeal") ? spread_knuckle_mm
                                                     : spread_finger_mm;
}

/// How far the joint's own bone carries the point along, 0 to 1.
float carried(const HandJoint& joint, const HandJoint& parent, const float spread, const glm::vec3 p) {
    const glm::vec3 along = glm::normalize(joint.bind.axes[1] + parent.bind.axes[1]);
    return smooth_step(-spread, spread, glm::dot(p - joint.bind.at, along));
}

void add_chain(const HandFigures& hand, const Chain& chain, const float share, const glm::vec3 p, Shares& shares) {
    float rest = share;
    for (std::size_t i = chain.joints.size(); i-- > 0;) {
        const HandJoint& joint = hand.joints[chain.joints[i]];
        const float own = carried(joint, hand.joints[joint.parent], spread_of(joint.name), p);
        shares[chain.joints[i]] += rest * own;
        rest *= 1.0F - own;
    }
    const float hand_share = carried(hand.joints[1], hand.joints[0], spread_wrist_mm, p);
    shares[1] += rest * hand_share;
    shares[0] += rest * (1.0F - hand_share);
}

Shares shares_of(const HandFigures& hand, const std::vector<Chain>& chains, const glm::vec3 p) {
    std::array<float, digit_count> distance{};
    for (std::size_t i = 0; i < digit_count; ++i) {
        distance[i] = distance_to_chain(hand, chains[i], p);
    }
    const auto nearest = static_cast<std::size_t>(std::ranges::min_element(distance) - distance.begin());
    const Frame& knuckle = hand.joints[hand.digits[nearest].knuckle].bind;
    const float softness = glm::mix(softness_palm_mm, softness_digit_mm,
                                    smooth_step(-palm_ends_mm, digit_begins_mm, knuckle.to_local(p).y));
    std::array<float, digit_count> part{};
    float sum = 0.0F;
    for (std::size_t i = 0; i < digit_count; ++i) {
        part[i] = std::exp((distance[nearest] - distance[i]) / softness);
        sum += part[i];
    }
    Shares shares{};
    for (std::size_t i = 0; i < digit_count; ++i) {
        add_chain(hand, chains[i], part[i] / sum, p, shares);
    }
    return shares;
}

/// The four greatest as whole parts of 255.
JointWeights rounded(const Shares& shares) {
    std::array<std::size_t, hand_joint_count> order{};
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](const std::size_t a, const std::size_t b) { return shares[a] > shares[b]; });
    float sum = 0.0F;
    for (std::size_t i = 0; i < 4; ++i) {
        sum += shares[order[i]];
    }
    JointWeights result;
    int left = full_share;
    for (std::size_t i = 3; i > 0; --i) {
        const int part = static_cast<int>(std::lround(full_share * shares[order[i]] / sum));
        result.shares[i] = static_cast<std::uint8_t>(part);
        result.joints[i] = static_cast<std::uint8_t>(part > 0 ? order[i] : 0);
        left -= part;
    }
    result.shares[0] = static_cast<std::uint8_t>(left);
    result.joints[0] = static_cast<std::uint8_t>(order[0]);
    return result;
}

}  // namespace

std::vector<JointWeights> joint_weights(const HandFigures& hand, const std::span<const glm::vec3> points) {
    const std::vector<Chain> chains = chains_of(hand);
    std::vector<JointWeights> result;
    for (const glm::vec3 at : points) {
        result.push_back(rounded(shares_of(hand, chains, at)));
    }
    return result;
}

std::vector<glm::vec3> skinned(const HandFigures& hand, const PosedJoints& joints,
                               const std::span<const glm::vec3> points, const std::span<const JointWeights> weights) {
    std::vector<glm::vec3> result;
    for (std::size_t i = 0; i < points.size(); ++i) {
        glm::vec3 sum(0.0F);
        for (std::size_t k = 0; k < 4; ++k) {
            const std::size_t joint = weights[i].joints[k];
            sum += static_cast<float>(weights[i].shares[k]) *
                   joints[joint].to_model(hand.joints[joint].bind.to_local(points[i]));
        }
        result.push_back(sum / static_cast<float>(full_share));
    }
    return result;
}

}  // namespace dorsum::sculpt
