#include "sculpt/hand/hand_field.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "sculpt/curve.h"
#include "sculpt/shapes.h"

namespace dorsum::sculpt {
namespace {

constexpr float cut_rounding_mm = 12.0F;
constexpr float nail_groove_mm = 0.75F;
constexpr float nail_groove_width_mm = 0.9F;
constexpr float nail_rise_mm = 0.35F;

float loft_distance(const Loft& loft, const glm::vec3 at_rest) {
    const glm::vec3 p = loft.frame.to_local(at_rest);
    const float y = std::clamp(p.y, 0.0F, loft.length);
    const float place = y / loft.length * static_cast<float>(loft.sections.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), loft.sections.size() - 2);
    const float t = place - static_cast<float>(below);
    const OvalSection& one = loft.sections[below];
    const OvalSection& two = loft.sections[below + 1];
    const std::size_t depth = p.z > 0.0F ? 1 : 2;
    const glm::vec3 half_axes(glm::mix(one[0], two[0], t), p.y < 0.0F ? loft.near_cap : loft.far_cap,
                              glm::mix(one[depth], two[depth], t));
    return ellipsoid({p.x, p.y - y, p.z}, glm::vec3(0.0F), half_axes);
}

float capsule_distance(const glm::vec3 p, const glm::vec3 a, const glm::vec3 b, const float radius) {
    const glm::vec3 edge = b - a;
    const float t = std::clamp(glm::dot(p - a, edge) / glm::dot(edge, edge), 0.0F, 1.0F);
    return glm::distance(p, a + t * edge) - radius;
}

float triangle_distance(const glm::vec3 p, const std::array<glm::vec3, 3>& corner, const float radius) {
    const glm::vec3 normal = glm::cross(corner[1] - corner[0], corner[2] - corner[0]);
    bool inside = true;
    for (std::size_t i = 0; i < 3; ++i) {
        const glm::vec3 edge = corner[(i + 1) % 3] - corner[i];
        inside = inside && glm::dot(glm::cross(normal, edge), p - corner[i]) >= 0.0F;
    }
    if (inside) {
        return std::abs(glm::dot(p - corner[0], normal)) / glm::length(normal) - radius;
    }
    return std::min({capsule_distance(p, corner[0], corner[1], radius),
                     capsule_distance(p, corner[1], corner[2], radius),
                     capsule_distance(p, corner[2], corner[0], radius)});
}

}  // namespace

HandField::HandField(const HandFigures& hand, const PosedJoints& joints) : hand_(&hand), joints_(joints) {
    for (std::size_t i = 0; i < hand_joint_count; ++i) {
        const Frame& rest = hand.joints[i].bind;
        turn_back_[i] = rest.axes * glm::transpose(joints[i].axes);
        shift_back_[i] = rest.at - turn_back_[i] * joints[i].at;
    }
    for (const Fold& fold : hand.folds) {
        fold_corners_.push_back({moved(fold.joints[0], fold.corners[0]), moved(fold.joints[1], fold.corners[1]),
                                 moved(fold.joints[2], fold.corners[2])});
    }
    find_balls();
}

glm::vec3 HandField::moved(const std::size_t joint, const glm::vec3 at_rest) const {
    return joints_[joint].to_model(hand_->joints[joint].bind.to_local(at_rest));
}

HandField::Ball HandField::ball_around(const Loft& loft) const {
    float thickest = std::max(loft.near_cap, loft.far_cap);
    for (const OvalSection& section : loft.sections) {
        thickest = std::max({thickest, section[0], section[1], section[2]});
    }
    return {moved(loft.joint, loft.frame.to_model({0.0F, 0.5F * loft.length, 0.0F})), 0.5F * loft.length + thickest};
}

void HandField::find_balls() {
    for (const Loft& loft : hand_->lofts) {
        loft_balls_.push_back(ball_around(loft));
    }
    for (const Mass& mass : hand_->masses) {
        mass_balls_.push_back(
            {moved(mass.joint, mass.frame.at), std::max({mass.half_axes.x, mass.half_axes.y, mass.half_axes.z})});
    }
    for (std::size_t i = 0; i < fold_corners_.size(); ++i) {
        const auto& corner = fold_corners_[i];
        Ball ball{(corner[0] + corner[1] + corner[2]) / 3.0F, 0.0F};
        for (const glm::vec3 at : corner) {
            ball.radius = std::max(ball.radius, glm::distance(at, ball.centre) + hand_->folds[i].radius);
        }
        fold_balls_.push_back(ball);
    }
    for (const Tendon& tendon : hand_->tendons) {
        tendon_balls_.push_back({moved(tendon.joint, 0.5F * (tendon.from + tendon.to)),
                                 0.5F * glm::distance(tendon.from, tendon.to) + tendon.radius});
    }
    for (std::size_t i = 0; i < digit_count; ++i) {
        for (const Loft& loft : hand_->digits[i].lofts) {
            phalanx_balls_[i].push_back(ball_around(loft));
        }
        const auto& balls = phalanx_balls_[i];
        digit_balls_[i].centre = 0.5F * (balls.front().centre + balls.back().centre);
        for (const Ball& ball : balls) {
            digit_balls_[i].radius =
                std::max(digit_balls_[i].radius, glm::distance(ball.centre, digit_balls_[i].centre) + ball.radius);
        }
    }
}

mesh::Bounds HandField::bounds_mm() const {
    mesh::Bounds bounds{joints_[1].at, joints_[1].at};
    const auto hold = [&](const glm::vec3 at, const float margin) {
        bounds.low = glm::min(bounds.low, at - margin);
        bounds.high = glm::max(bounds.high, at + margin);
    };
    for (std::size_t i = 0; i < hand_joint_count; ++i) {
        hold(joints_[i].at, 42.0F);
    }
    bounds.low.y = std::min(bounds.low.y, hand_->forearm_end_y - 5.0F);
    return bounds;
}

float HandField::palm_distance(const glm::vec3 point) const {
    float distance = 1.0e3F;
    for (std::size_t i = 0; i < hand_->lofts.size(); ++i) {
        const Loft& loft = hand_->lofts[i];
        if (loft_balls_[i].matters(point, distance, loft.blend_mm)) {
            distance = smooth_union(distance, loft_distance(loft, to_rest(loft.joint, point)), loft.blend_mm);
        }
    }
    for (std::size_t i = 0; i < hand_->masses.size(); ++i) {
        const Mass& mass = hand_->masses[i];
        if (mass_balls_[i].matters(point, distance, mass.blend_mm)) {
            const glm::vec3 local = mass.frame.to_local(to_rest(mass.joint, point));
            distance = smooth_union(distance, ellipsoid(local, glm::vec3(0.0F), mass.half_axes), mass.blend_mm);
        }
    }
    for (std::size_t i = 0; i < fold_corners_.size(); ++i) {
        const Fold& fold = hand_->folds[i];
        if (fold_balls_[i].matters(point, distance, fold.blend_mm)) {
            distance = smooth_union(distance, triangle_distance(point, fold_corners_[i], fold.radius), fold.blend_mm);
        }
    }
    for (std::size_t i = 0; i < hand_->tendons.size(); ++i) {
        const Tendon& tendon = hand_->tendons[i];
        if (tendon_balls_[i].matters(point, distance, tendon.blend_mm)) {
            distance = smooth_union(
                distance, capsule_distance(to_rest(tendon.joint, point), tendon.from, tendon.to, tendon.radius),
                tendon.blend_mm);
        }
    }
    return distance;
}

float HandField::nail_height(const Digit& digit, const glm::vec3 point) const {
    const Loft& loft = digit.lofts.back();
    const glm::vec3 p = loft.frame.to_local(to_rest(loft.joint, point));
    const float tip = loft.length + loft.far_cap;
    if (p.z <= 0.0F || p.y < 0.0F) {
        return 0.0F;
    }
    // A rounded oblong seen from the back: the plate stands a little above a groove around it.
    const float middle = tip - 1.2F - digit.nail_half_length;
    const float rim = rounded_box({p.x, p.y - middle, 0.0F}, glm::vec3(0.0F),
                                  {digit.nail_half_breadth, digit.nail_half_length, 4.0F}, 3.9F);
    const float groove = std::exp(-rim * rim / (nail_groove_width_mm * nail_groove_width_mm));
    const float on_back = smooth_step(0.0F, 2.0F, p.z);
    return on_back * (nail_rise_mm * smooth_step(0.8F, -0.8F, rim) - nail_groove_mm * groove);
}

float HandField::digit_distance(const std::size_t index, const glm::vec3 point) const {
    const Digit& digit = hand_->digits[index];
    float distance = 1.0e3F;
    for (std::size_t i = 0; i < digit.lofts.size(); ++i) {
        const Loft& loft = digit.lofts[i];
        if (phalanx_balls_[index][i].matters(point, distance, loft.blend_mm)) {
            distance = smooth_union(distance, loft_distance(loft, to_rest(loft.joint, point)), loft.blend_mm);
        }
    }
    return distance < 3.0F ? distance - nail_height(digit, point) : distance;
}

float HandField::distance(const glm::vec3 point) const {
    const float palm = palm_distance(point);
    const WebFigures& web = hand_->web;
    float distance = palm;
    float digits = 1.0e3F;
    for (std::size_t i = 0; i < digit_count; ++i) {
        if (!digit_balls_[i].matters(point, palm, web.blend_at_knuckle) &&
            !digit_balls_[i].matters(point, distance, web.blend_at_knuckle)) {
            continue;
        }
        const float from_knuckle = glm::distance(point, joints_[hand_->digits[i].knuckle].at);
        const float blend =
            glm::mix(web.blend_at_knuckle, web.blend_of_digits, smooth_step(web.from, web.to, from_knuckle));
        const float digit = digit_distance(i, point);
        distance = std::min(distance, smooth_union(palm, digit, blend));
        digits = smooth_union(digits, digit, web.blend_between_digits);
    }
    distance = std::min(distance, digits);
    const glm::vec3 at_rest = to_rest(0, point);
    return smooth_difference(distance, at_rest.y - hand_->forearm_end_y, cut_rounding_mm);
}

}  // namespace dorsum::sculpt
