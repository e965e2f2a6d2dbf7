#include "scene/pick.h"

#include <glm/geometric.hpp>

#include "body/breathing_shape.h"
#include "scene/see_through_pick.h"

namespace dorsum::scene {

int zone_under(const State& state, const Subject& subject, const Ray& ray) {
    if (!subject.choreography || !subject.body || !subject.body->skin || !shows(state.layers, Layer::zones) ||
        state.see_through.explosion > 0.0F) {
        return 0;
    }
    constexpr float grasp = 1.15F;             // a little more than the ring, for unsteady hands
    constexpr float skin_tolerance_m = 0.02F;  // the disc bends with the skin and rises with the breath
    const auto rise = static_cast<float>(lesson::evaluate(*subject.choreography, state.step, state.time_s).breath.rise);
    const auto skin = subject.body->skin->first_hit(ray.origin, ray.direction);
    const float skin_distance_m = skin ? skin->distance : 1.0e30F;
    int found = 0;
    float best_share = grasp;
    for (const lesson::ZoneOnBody& zone : subject.choreography->zones) {
        const float facing = -glm::dot(zone.point.normal, ray.direction);
        const bool is_zone = zone.number >= 1 && zone.number <= zone_count;
        if (!is_zone || !state.zones_shown.test(static_cast<std::size_t>(zone.number)) || facing <= 0.05F ||
            is_cut_away(state.see_through.cut, zone.point.position)) {
            continue;
        }
        const glm::vec3 centre = zone.point.position + body::breathing_displacement(zone.point.position, rise);
        const float distance_m = glm::dot(ray.origin - centre, zone.point.normal) / facing;
        const float share = glm::distance(ray.origin + ray.direction * distance_m, centre) / zone.radius_m;
        if (distance_m > 0.0F && distance_m < skin_distance_m + skin_tolerance_m && share < best_share) {
            found = zone.number;
            best_share = share;
        }
    }
    return found;
}

std::optional<std::size_t> structure_under(const State& state, const Subject& subject, const Ray& ray) {
    if (state.see_through != SeeThrough{}) {
        return structure_seen_under(state, subject, ray);
    }
    if (!subject.body || shows(state.layers, Layer::skin)) {
        return std::nullopt;
    }
    body::Roles roles;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const auto role = static_cast<body::Role>(i);
        roles.set(i, body::is_anatomy(role) && shows_part(state.layers, role));
    }
    if (roles.none()) {
        return std::nullopt;
    }
    const body::Body& body = *subject.body;
    auto hit = body.structures->first_hit(body, roles, ray.origin, ray.direction);
    if (hit && subject.choreography) {
        // The index knows the body at rest: the ray is moved back by as much as the breath has moved the place.
        const auto rise =
            static_cast<float>(lesson::evaluate(*subject.choreography, state.step, state.time_s).breath.rise);
        const glm::vec3 moved = body::breathing_displacement(hit->position, rise);
        hit = body.structures->first_hit(body, roles, ray.origin - moved, ray.direction);
    }
    return hit ? std::optional(hit->part) : std::nullopt;
}

}  // namespace dorsum::scene
