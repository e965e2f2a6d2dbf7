#include "scene/landmark_marks.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "body/breathing_shape.h"
#include "body/set_landmarks.h"
#include "core/fill.h"
#include "core/translate.h"
#include "scene/skin_walk.h"

namespace dorsum::scene {
namespace {

constexpr float reach_m = 0.05F;  // of a landmark above or below the skin it belongs to

float chest_rise(const State& state, const Subject& subject) {
    return subject.choreography
               ? static_cast<float>(lesson::evaluate(*subject.choreography, state.step, state.time_s).breath.rise)
               : 0.0F;
}

}  // namespace

std::vector<ShownLandmark> shown_landmarks(const State& state, const body::Body& body) {
    std::vector<ShownLandmark> all;
    for (const body::Landmark& landmark : body.landmarks) {
        glm::vec3 position = landmark.position;
        float confidence = landmark.confidence;
        for (const body::GivenLandmark& moved : state.landmarks.current().moved) {
            if (moved.id == landmark.id) {
                position = glm::vec3(body.body_from_model * glm::vec4(moved.position_m / body.unit_m, 1.0F));
                confidence = 1.0F;
            }
        }
        const bool dragged = state.landmark_drag && state.landmark_drag->id == landmark.id;
        if (dragged) {
            position = state.landmark_drag->position;
            confidence = 1.0F;
        }
        if (const auto on_skin = body.skin->nearest(position, reach_m)) {
            all.push_back({&landmark, on_skin->position, on_skin->smooth_normal, confidence,
                           dragged || state.hovered_landmark == landmark.id});
        }
    }
    return all;
}

std::string confidence_text(const float confidence) {
    if (confidence >= body::set_by_hand) {
        return tr("set");
    }
    const long percent = std::lround(100.0F * std::clamp(confidence, 0.0F, 0.99F));
    return fill(tr("{0} %"), {std::to_string(percent)});
}

void add_landmarks(PatchSet& patches, const State& state, const body::Body& body) {
    constexpr float radius_m = 0.0052F;
    constexpr float hovered_radius_m = 0.0085F;
    for (const ShownLandmark& shown : shown_landmarks(state, body)) {
        PatchVertex like;
        like.kind = static_cast<std::uint32_t>(PatchKind::landmark_dot);
        like.half_width_m = shown.hovered ? hovered_radius_m : radius_m;
        like.length_m = like.half_width_m;
        const SkinStep centre{shown.position, shown.normal, tangent({0.0F, 1.0F, 0.0F}, shown.normal)};
        add_grid(patches, *body.skin, centre, 3, 3, like.half_width_m, like.half_width_m, like);
    }
}

std::string landmark_under(const State& state, const Subject& subject, const glm::vec2 pixel, const glm::vec2 size_px) {
    if (!subject.body || !subject.body->skin || !shows(state.layers, Layer::landmarks) ||
        !shows(state.layers, Layer::skin)) {
        return {};
    }
    constexpr float grasp_px = 11.0F;
    constexpr float skin_tolerance_m = 0.02F;  // a dot bends with the skin
    const float rise = chest_rise(state, subject);
    const glm::vec3 from = eye(state.camera);
    std::string nearest;
    float nearest_px = grasp_px;
    for (const ShownLandmark& shown : shown_landmarks(state, *subject.body)) {
        const auto at =
            project(state.camera, shown.position + body::breathing_displacement(shown.position, rise), size_px);
        if (!at || glm::distance(*at, pixel) >= nearest_px) {
            continue;
        }
        const glm::vec3 way = shown.position - from;
        const auto hit = subject.body->skin->first_hit(from, glm::normalize(way));
        if (hit && hit->distance > glm::length(way) - skin_tolerance_m) {
            nearest = shown.landmark->id;
            nearest_px = glm::distance(*at, pixel);
        }
    }
    return nearest;
}

std::optional<glm::vec3> skin_under(const State& state, const Subject& subject, const glm::vec2 pixel,
                                    const glm::vec2 size_px) {
    if (!subject.body || !subject.body->skin) {
        return std::nullopt;
    }
    const Ray ray = ray_through(state.camera, pixel, size_px);
    auto hit = subject.body->skin->first_hit(ray.origin, ray.direction);
    if (hit) {
        // The index knows the skin at rest: the ray is moved back by as much as the breath has moved the place.
        const glm::vec3 moved = body::breathing_displacement(hit->position, chest_rise(state, subject));
        hit = subject.body->skin->first_hit(ray.origin - moved, ray.direction);
    }
    return hit ? std::optional(hit->position) : std::nullopt;
}

}  // namespace dorsum::scene
