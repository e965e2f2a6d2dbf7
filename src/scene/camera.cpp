#include "scene/camera.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/trigonometric.hpp>
#include <utility>

namespace dorsum::scene {

namespace {

constexpr float steepest_deg = 89.0F;
constexpr float nearest_m = 0.15F;
constexpr float farthest_m = 8.0F;
constexpr float zoom_per_step = 0.88F;  // of the distance
constexpr float margin_share = 0.96F;   // of the picture that a framed subject fills

constexpr std::array<std::pair<View, const char*>, 5> view_names{{{View::back, "back"},
                                                                  {View::left, "left"},
                                                                  {View::right, "right"},
                                                                  {View::top, "top"},
                                                                  {View::three_quarter, "three-quarter"}}};

/// The axes of the picture in the body frame.
struct Axes {
    glm::vec3 right;
    glm::vec3 up;
    glm::vec3 towards_eye;
};

Axes axes_of(const Camera& camera) {
    const float azimuth = glm::radians(camera.azimuth_deg);
    const float elevation = glm::radians(camera.elevation_deg);
    const float roll = glm::radians(camera.roll_deg);
    const glm::vec3 towards_eye{std::sin(azimuth) * std::cos(elevation), std::sin(elevation),
                                std::cos(azimuth) * std::cos(elevation)};
    const glm::vec3 level_right{std::cos(azimuth), 0.0F, -std::sin(azimuth)};
    const glm::vec3 level_up = glm::cross(towards_eye, level_right);
    // Turning the picture clockwise turns the camera's own axes the other way.
    const glm::vec3 right = level_right * std::cos(roll) + level_up * std::sin(roll);
    return {camera.mirrored ? -right : right, level_up * std::cos(roll) - level_right * std::sin(roll), towards_eye};
}

float wrapped_degrees(const float degrees) {
    return degrees - 360.0F * std::round(degrees / 360.0F);
}

float half_height_tangent(const Camera& camera) {
    return std::tan(glm::radians(camera.field_of_view_deg) * 0.5F);
}

}  // namespace

std::optional<View> parse_view(const std::string_view name) {
    for (const auto& [view, known] : view_names) {
        if (name == known) {
            return view;
        }
    }
    return std::nullopt;
}

const char* name_of(const View view) {
    for (const auto& [known, name] : view_names) {
        if (view == known) {
            return name;
        }
    }
    return "back";
}

glm::vec3 eye(const Camera& camera) {
    return camera.target + axes_of(camera).towards_eye * camera.distance_m;
}

glm::mat4 view_matrix(const Camera& camera) {
    const glm::mat4 view = glm::lookAt(eye(camera), camera.target, axes_of(camera).up);
    return camera.mirrored ? glm::scale(glm::mat4{1.0F}, {-1.0F, 1.0F, 1.0F}) * view : view;
}

glm::mat4 projection_matrix(const Camera& camera, const float aspect) {
    // The depth range follows the distance, so that patches a millimetre over the skin stay apart from it.
    const float near_m = std::max(0.02F, camera.distance_m - 2.0F);
    const float far_m = camera.distance_m + 3.0F;
    return glm::perspective(glm::radians(camera.field_of_view_deg), aspect, near_m, far_m);
}

/// The roll at which the direction out of the back points up in the picture.
Camera with_level_table(Camera camera) {
    camera.roll_deg = 0.0F;
    const Axes axes = axes_of(camera);
    camera.roll_deg = glm::degrees(-std::atan2(axes.right.z, axes.up.z));
    return camera;
}

Camera frame(const View view, const mesh::Bounds& subject, const float aspect, const Covered covered) {
    Camera camera;
    switch (view) {
        case View::back:
            break;
        case View::left:
            camera.azimuth_deg = -68.0F;
            camera = with_level_table(camera);
            break;
        case View::right:
            camera.azimuth_deg = 68.0F;
            camera = with_level_table(camera);
            break;
        case View::top:
            camera.elevation_deg = 48.0F;
            camera = with_level_table(camera);
            break;
        case View::three_quarter:
            camera.azimuth_deg = 34.0F;
            camera.elevation_deg = -24.0F;
            camera = with_level_table(camera);
            break;
    }
    return frame(camera, subject, aspect, covered);
}

Camera frame(Camera camera, const mesh::Bounds& subject, const float aspect, const Covered covered) {
    camera.target = subject.centre();
    const Axes axes = axes_of(camera);
    const float whole = half_height_tangent(camera) * margin_share;
    const float vertical = whole * (1.0F - covered.foot);
    const float horizontal = whole * std::max(aspect, 0.01F) * (1.0F - 2.0F * covered.sides);
    float distance_m = nearest_m;
    for (unsigned corner = 0; corner < 8; ++corner) {
        const glm::vec3 offset{((corner & 1U) != 0 ? subject.high.x : subject.low.x) - camera.target.x,
                               ((corner & 2U) != 0 ? subject.high.y : subject.low.y) - camera.target.y,
                               ((corner & 4U) != 0 ? subject.high.z : subject.low.z) - camera.target.z};
        const float nearer = glm::dot(offset, axes.towards_eye);
        distance_m = std::max(distance_m, nearer + std::abs(glm::dot(offset, axes.up)) / vertical);
        distance_m = std::max(distance_m, nearer + std::abs(glm::dot(offset, axes.right)) / horizontal);
    }
    camera.distance_m = std::min(distance_m, farthest_m);
    // Into the middle of what is left above the words.
    camera.target -= axes.up * (covered.foot * whole * camera.distance_m);
    return camera;
}

Camera orbit(Camera camera, const glm::vec2 drag_px, const float window_height_px) {
    const float degrees_per_px = 180.0F / std::max(window_height_px, 1.0F);
    // The drag is turned into the picture without roll, so that the body follows the hand.
    const float roll = glm::radians(camera.roll_deg);
    const float drag_x = camera.mirrored ? -drag_px.x : drag_px.x;
    const glm::vec2 level{drag_x * std::cos(roll) + drag_px.y * std::sin(roll),
                          drag_px.y * std::cos(roll) - drag_x * std::sin(roll)};
    camera.azimuth_deg = wrapped_degrees(camera.azimuth_deg - level.x * degrees_per_px);
    camera.elevation_deg = std::clamp(camera.elevation_deg + level.y * degrees_per_px, -steepest_deg, steepest_deg);
    return camera;
}

Camera pan(Camera camera, const glm::vec2 drag_px, const float window_height_px) {
    const float metres_per_px =
        2.0F * camera.distance_m * half_height_tangent(camera) / std::max(window_height_px, 1.0F);
    const Axes axes = axes_of(camera);
    camera.target += (axes.up * drag_px.y - axes.right * drag_px.x) * metres_per_px;
    camera.target = glm::clamp(camera.target, glm::vec3{-1.5F}, glm::vec3{1.5F});
    return camera;
}

Camera zoom(Camera camera, const float steps) {
    const float factor = std::pow(zoom_per_step, std::clamp(steps, -100.0F, 100.0F));
    camera.distance_m = std::clamp(camera.distance_m * factor, nearest_m, farthest_m);
    return camera;
}

Camera between(const Camera& from, const Camera& to, const float share) {
    if (share <= 0.0F) {
        return from;
    }
    if (share >= 1.0F) {
        return to;
    }
    const float eased = share * share * (3.0F - 2.0F * share);
    const auto turn = [eased](const float start, const float end) {
        return wrapped_degrees(start + wrapped_degrees(end - start) * eased);
    };
    Camera camera;
    camera.target = glm::mix(from.target, to.target, eased);
    camera.distance_m = glm::mix(from.distance_m, to.distance_m, eased);
    camera.azimuth_deg = turn(from.azimuth_deg, to.azimuth_deg);
    camera.elevation_deg = glm::mix(from.elevation_deg, to.elevation_deg, eased);
    camera.field_of_view_deg = glm::mix(from.field_of_view_deg, to.field_of_view_deg, eased);
    camera.roll_deg = turn(from.roll_deg, to.roll_deg);
    camera.mirrored = to.mirrored;
    return camera;
}

Ray ray_through(const Camera& camera, const glm::vec2 pixel, const glm::vec2 size_px) {
    const glm::vec2 size = glm::max(size_px, glm::vec2{1.0F});
    const glm::vec2 unit =
        (pixel / size * 2.0F - 1.0F) * glm::vec2{size.x / size.y, -1.0F} * half_height_tangent(camera);
    const Axes axes = axes_of(camera);
    return {eye(camera), glm::normalize(axes.right * unit.x + axes.up * unit.y - axes.towards_eye)};
}

std::optional<glm::vec2> project(const Camera& camera, const glm::vec3 point, const glm::vec2 size_px) {
    const glm::vec2 size = glm::max(size_px, glm::vec2{1.0F});
    const Axes axes = axes_of(camera);
    const glm::vec3 offset = point - eye(camera);
    const float depth_m = -glm::dot(offset, axes.towards_eye);
    if (depth_m <= 1.0e-4F) {
        return std::nullopt;
    }
    const float half_height_m = depth_m * half_height_tangent(camera);
    const glm::vec2 unit{glm::dot(offset, axes.right) / (half_height_m * size.x / size.y),
                         -glm::dot(offset, axes.up) / half_height_m};
    return (unit * 0.5F + 0.5F) * size;
}

}  // namespace dorsum::scene
