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
    const double share = (round_time_s - stroke.start_s) / stroke.duration_s;
    const double progress = progress_at(share);
    const std::vector<body::SkinPoint>& path = stroke.path;
    const double along = progress * static_cast<double>(path.size() - 1);
    const std::size_t i = std::min(static_cast<std::size_t>(along), path.size() - 2);
    const auto within = static_cast<float>(along - static_cast<double>(i));

    HandNow now;
    now.hand = stroke.hand;
    now.contact = stroke.contact;
    now.pass = stroke.pass;
    now.pressure = stroke.pressure;
    now.stroke_index = stroke.index;
    now.progress = static_cast<float>(progress);
    now.speed_cm_s = static_cast<float>(relative_speed_at(share)) * stroke.mean_speed_cm_s();
    now.point.position = glm::mix(path[i].position, path[i + 1].position, within);
    now.point.normal = normalized_or(glm::mix(path[i].normal, path[i + 1].normal, within), path[i].normal);
    now.forward = along_skin(glm::mix(direction_at(path, i), direction_at(path, i + 1), within), now.point.normal);
    return now;
}

}  // namespace dorsum::lesson
