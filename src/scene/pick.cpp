#include "scene/pick.h"

#include <glm/geometric.hpp>

#include "body/breathing_shape.h"
#include "scene/exploring.h"
#include "scene/openings.h"
#include "scene/scene.h"
#include "scene/see_through_pick.h"

namespace dorsum::scene {

namespace {

body::Roles drawn_roles(const Scene& scene) {
    body::Roles roles;
    for (std::size_t i = 0; i < scene.part_shown.size(); ++i) {
        const body::Role role = scene.body->parts[i].role;
        if (scene.part_shown[i] && body::is_anatomy(role)) {
            roles.set(static_cast<std::size_t>(role));
        }
    }
    return roles;
}

/// The first part on a ray that is drawn, and not opened where the ray meets it. Of the body at rest.
std::optional<body::PartHit> seen_along(const Scene& scene, const bool covered_by_skin, const Ray& ray) {
    const body::Body& body = *scene.body;
    const body::Roles roles = drawn_roles(scene);
    if (roles.none()) {
        return std::nullopt;
    }
    float way_m = 0.0F;
    if (covered_by_skin) {
        const auto skin = body.skin ? body.skin->first_hit(ray.origin, ray.direction) : std::nullopt;
        if (!skin || !is_open(scene.openings, skin->position, 1.0F)) {
            return std::nullopt;
        }
        way_m = skin->distance;
    }
    constexpr int most_surfaces = 64;
    constexpr float past_surface_m = 1.0e-4F;
    for (int passed = 0; passed < most_surfaces; ++passed) {
        const auto hit = body.structures->first_hit(body, roles, ray.origin + ray.direction * way_m, ray.direction);
        if (!hit) {
            return std::nullopt;
        }
        const bool opened = scene.opened == HandPeel::superficial &&
                            body.parts[hit->part].role == body::Role::superficial_muscle &&
                            is_open(scene.openings, hit->position, muscle_opening_share);
        const bool ghost = !scene.part_ghost.empty() && scene.part_ghost[hit->part];
        if (scene.part_shown[hit->part] && !opened && !ghost) {
            return hit;
        }
        way_m += hit->distance + past_surface_m;
    }
    return std::nullopt;
}

}  // namespace

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
    const bool covered = shows(state.layers, Layer::skin);
    if (!subject.body || (covered && state.hand_peel == HandPeel::none)) {
        return std::nullopt;
    }
    Scene scene;
    scene.body = subject.body;
    if (subject.choreography) {
        scene.moment = lesson::evaluate(*subject.choreography, state.step, state.time_s);
    }
    show_parts(scene, state, subject);
    ghost_structures(scene, state);
    if (covered && scene.openings.empty()) {
        return std::nullopt;
    }
    auto hit = seen_along(scene, covered, ray);
    if (hit) {
        // The indices know the body at rest: the ray is moved back by as much as the breath has moved the place.
        const glm::vec3 moved =
            body::breathing_displacement(hit->position, static_cast<float>(scene.moment.breath.rise));
        hit = seen_along(scene, covered, {ray.origin - moved, ray.direction});
    }
    return hit ? std::optional(hit->part) : std::nullopt;
}

}  // namespace dorsum::scene
