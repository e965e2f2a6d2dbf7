#include "lesson/stroke_motion.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <numbers>

namespace dorsum::lesson {
namespace {

constexpr double soft_share = 0.25;  // of the time, for setting off and again for coming to rest
constexpr double even_speed = 1.0 / (1.0 - soft_share);

glm::vec3 normalized_or(const glm::vec3 vector, const glm::vec3 otherwise) {
    const float length = glm::length(vector);
    return length > 1.0e-9F ? vector / length : otherwise;
}

/// The direction of the path at one of its points, by its neighbours.
glm::vec3 direction_at(const std::vector<body::SkinPoint>& path, const std::size_t i) {
    const glm::vec3 before = path[i == 0 ? 0 : i - 1].position;
    const glm::vec3 after = path[std::min(i + 1, path.size() - 1)].position;
    return normalized_or(after - before, {0.0F, 1.0F, 0.0F});
}

/// What is left of a vector when its part along the normal is taken away, unit length.
glm::vec3 along_skin(const glm::vec3 vector, const glm::vec3 normal) {
    const glm::vec3 tangent = vector - normal * glm::dot(vector, normal);
    const glm::vec3 any = std::abs(normal.x) < 0.7F ? glm::vec3(1.0F, 0.0F, 0.0F) : glm::vec3(0.0F, 1.0F, 0.0F);
    return normalized_or(tangent, glm::normalize(any - normal * glm::dot(any, normal)));
}

struct OnPath {
    body::SkinPoint point;
    glm::vec3 forward{0.0F};
};

/// A path at a share of its length.
OnPath on_path(const std::vector<body::SkinPoint>& path, const double progress) {
    const double along = progress * static_cast<double>(path.size() - 1);
    const std::size_t i = std::min(static_cast<std::size_t>(along), path.size() - 2);
    const auto within = static_cast<float>(along - static_cast<double>(i));
    OnPath result;
    result.point.position = glm::mix(path[i].position, path[i + 1].position, within);
    result.point.normal = normalized_or(glm::mix(path[i].normal, path[i + 1].normal, within), path[i].normal);
    result.forward =
        along_skin(glm::mix(direction_at(path, i), direction_at(path, i + 1), within), result.point.normal);
    return result;
}

/// From 0 to 1 with no speed and no acceleration at both ends.
double least_jerk(const double u) {
    return u * u * u * (10.0 + u * (-15.0 + 6.0 * u));
}

/// How much of the kind's own motion there is: 0 at both ends of the stroke, 1 between.
double swell(const Stroke& stroke, const double time_s) {
    const double ramp_s = std::min(0.5, stroke.duration_s / 4.0);
    const double from_end_s = std::min(time_s, stroke.duration_s - time_s);
    return least_jerk(std::clamp(from_end_s / ramp_s, 0.0, 1.0));
}

/// Where in its circle or between its blows a hand is. Kneading and drumming hands take turns.
double turn_rad(const Stroke& stroke, const double time_s) {
    const bool in_turn = stroke.kind == StrokeKind::petrissage || stroke.kind == StrokeKind::tapotement;
    const double ahead = in_turn && stroke.hand == Hand::left ? std::numbers::pi : 0.0;
    return 2.0 * std::numbers::pi * stroke.motion.rate_per_s * time_s + ahead;
}

void knead(const Stroke& stroke, const double time_s, HandNow& now) {
    const double angle = turn_rad(stroke, time_s);
    const double reach_m = 0.001 * stroke.motion.radius_mm * swell(stroke, time_s);
    const double along_m = stroke.motion.transverse ? 0.0 : reach_m * std::cos(angle);
    const double mirror = stroke.hand == Hand::left ? -1.0 : 1.0;
    const glm::vec3 across = glm::cross(now.forward, now.point.normal);
    now.point.position +=
        now.forward * static_cast<float>(along_m) + across * static_cast<float>(mirror * reach_m * std::sin(angle));
    if (stroke.kind == StrokeKind::petrissage) {  // lifts and squeezes on one half of the circle, yields on the other
        now.press = static_cast<float>(0.65 + 0.35 * std::sin(angle));
    }
}

void drum(const Stroke& stroke, const double time_s, HandNow& now) {
    constexpr double touching = 0.1;  // of the lift: the flesh springs back so far
    const double raised = (1.0 - std::cos(turn_rad(stroke, time_s))) / 2.0 * swell(stroke, time_s);
    now.lift_m = static_cast<float>(0.001 * stroke.motion.lift_mm * raised);
    now.press = static_cast<float>(std::max(0.0, 1.0 - raised / touching));
}

/// Everything of a hand but its speed over the skin.
HandNow place_on_stroke(const Stroke& stroke, const double round_time_s) {
    const double share = stroke.duration_s > 0.0 ? (round_time_s - stroke.start_s) / stroke.duration_s : 0.0;
    const double time_s = std::clamp(round_time_s - stroke.start_s, 0.0, stroke.duration_s);
    HandNow now;
    now.hand = stroke.hand;
    now.contact = stroke.contact;
    now.pass = stroke.pass;
    now.pressure = stroke.pressure;
    now.stroke_index = stroke.index;
    now.kind = stroke.kind;
    const double progress = progress_at(share);
    now.progress = static_cast<float>(progress);
    const OnPath there = on_path(stroke.path, progress);
    now.point = there.point;
    now.forward = there.forward;
    switch (stroke.kind) {
        case StrokeKind::effleurage:
            break;
        case StrokeKind::petrissage:
        case StrokeKind::friction:
            knead(stroke, time_s, now);
            break;
        case StrokeKind::tapotement:
            drum(stroke, time_s, now);
            break;
        case StrokeKind::holding:
            now.press = static_cast<float>(swell(stroke, time_s));
            break;
    }
    return now;
}

}  // namespace

double progress_at(const double share_of_time) {
    const double u = std::clamp(share_of_time, 0.0, 1.0);
    if (u > 0.5) {
        return 1.0 - progress_at(1.0 - u);
    }
    if (u >= soft_share) {
        return even_speed * (u - soft_share / 2.0);
    }
    const double angle = std::numbers::pi * u / soft_share;
    return even_speed * (u - soft_share * std::sin(angle) / std::numbers::pi) / 2.0;
}

double relative_speed_at(const double share_of_time) {
    if (share_of_time <= 0.0 || share_of_time >= 1.0) {
        return 0.0;
    }
    const double from_end = std::min(share_of_time, 1.0 - share_of_time);
    if (from_end >= soft_share) {
        return even_speed;
    }
    return even_speed * (1.0 - std::cos(std::numbers::pi * from_end / soft_share)) / 2.0;
}

HandNow hand_on_stroke(const Stroke& stroke, const double round_time_s) {
    HandNow now = place_on_stroke(stroke, round_time_s);
    const double share = (round_time_s - stroke.start_s) / stroke.duration_s;
    if (stroke.kind == StrokeKind::petrissage || stroke.kind == StrokeKind::friction) {
        constexpr double beside_s = 0.002;
        const glm::vec3 before = place_on_stroke(stroke, round_time_s - beside_s).point.position;
        const glm::vec3 after = place_on_stroke(stroke, round_time_s + beside_s).point.position;
        now.speed_cm_s = 100.0F * glm::distance(before, after) / static_cast<float>(2.0 * beside_s);
    } else {
        now.speed_cm_s = static_cast<float>(relative_speed_at(share)) * stroke.mean_speed_cm_s();
    }
    return now;
}

HandNow hand_on_travel(const Travel& travel, const double round_time_s) {
    const double u = std::clamp((round_time_s - travel.start_s) / travel.duration_s, 0.0, 1.0);
    const OnPath there = on_path(travel.path, least_jerk(u));
    HandNow now;
    now.hand = travel.hand;
    now.contact = travel.contact;
    now.pass = Pass::light_return;
    now.stroke_index = travel.next_index;
    now.point = there.point;
    now.forward = there.forward;
    now.travelling = u > 0.0 && u < 1.0;
    now.press = 0.0F;
    // Up and down with the least jerk as well.
    now.lift_m = travel.lift_m * static_cast<float>(least_jerk(std::min(1.0, 2.0 * std::min(u, 1.0 - u))));
    const double speed = 30.0 * u * u * (1.0 - u) * (1.0 - u) / travel.duration_s;
    now.speed_cm_s = 100.0F * travel.length_m * static_cast<float>(speed);
    return now;
}

}  // namespace dorsum::lesson
