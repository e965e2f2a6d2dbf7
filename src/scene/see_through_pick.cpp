#include "scene/see_through_pick.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <utility>
#include <vector>

#include "body/breathing_shape.h"
#include "scene/see_through.h"

namespace dorsum::scene {

namespace {

constexpr float least_seen = 0.1F;
constexpr float most_of_skin = 0.75F;

/// The part of a ray that a cut leaves.
struct Kept {
    float from_m = 0.0F;
    float to_m = 1.0e30F;
    bool through_face = false;  ///< it begins on the plane of the cut
};

std::optional<Kept> kept_of(const std::optional<Cut>& cut, const Ray& ray) {
    Kept kept;
    if (!cut) {
        return kept;
    }
    const glm::vec4 plane = plane_of(*cut);
    const float beyond_m = glm::dot(glm::vec3(plane), ray.origin) - plane.w;
    const float slope = glm::dot(glm::vec3(plane), ray.direction);
    const float meets_m = slope != 0.0F ? -beyond_m / slope : -1.0F;
    if (beyond_m > 0.0F) {
        if (slope >= 0.0F) {
            return std::nullopt;  // it stays where everything is taken away
        }
        kept.from_m = meets_m;
        kept.through_face = true;
    } else if (slope > 0.0F) {
        kept.to_m = meets_m;
    }
    return kept;
}

bool meets(const mesh::Bounds& bounds, const Ray& ray) {
    float near_m = 0.0F;
    float far_m = 1.0e30F;
    for (int axis = 0; axis < 3; ++axis) {
        const float slope = ray.direction[axis];
        if (std::abs(slope) < 1.0e-9F) {
            if (ray.origin[axis] < bounds.low[axis] || ray.origin[axis] > bounds.high[axis]) {
                return false;
            }
            continue;
        }
        const float a = (bounds.low[axis] - ray.origin[axis]) / slope;
        const float b = (bounds.high[axis] - ray.origin[axis]) / slope;
        near_m = std::max(near_m, std::min(a, b));
        far_m = std::min(far_m, std::max(a, b));
    }
    return near_m <= far_m;
}

/// T. Moeller, B. Trumbore (1997), from either side.
std::optional<float> meets_triangle(const Ray& ray, const glm::vec3 a, const glm::vec3 b, const glm::vec3 c) {
    const glm::vec3 to_b = b - a;
    const glm::vec3 to_c = c - a;
    const glm::vec3 across = glm::cross(ray.direction, to_c);
    const float determinant = glm::dot(to_b, across);
    if (std::abs(determinant) < 1.0e-14F) {
        return std::nullopt;
    }
    const glm::vec3 from_a = ray.origin - a;
    const float u = glm::dot(from_a, across) / determinant;
    const glm::vec3 along = glm::cross(from_a, to_b);
    const float v = glm::dot(ray.direction, along) / determinant;
    const float distance_m = glm::dot(to_c, along) / determinant;
    const bool hit = u >= 0.0F && v >= 0.0F && u + v <= 1.0F && distance_m > 0.0F;
    return hit ? std::optional(distance_m) : std::nullopt;
}

/// Where what is left of a part is first seen: the face of the cut where the plane lies in the part, else a surface.
std::optional<float> first_seen(const mesh::TriangleMesh& mesh, const Ray& ray, const Kept& kept) {
    std::optional<float> first;
    int before_face = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const auto hit = meets_triangle(ray, mesh.positions[mesh.indices[i]], mesh.positions[mesh.indices[i + 1]],
                                        mesh.positions[mesh.indices[i + 2]]);
        if (!hit) {
            continue;
        }
        if (*hit < kept.from_m) {
            ++before_face;
        } else if (*hit <= kept.to_m) {
            first = std::min(first.value_or(*hit), *hit);
        }
    }
    return kept.through_face && before_face % 2 == 1 ? std::optional(kept.from_m) : first;
}

/// The same of the skin, which may have too many triangles to look at all.
std::optional<float> skin_seen(const mesh::SpatialIndex& skin, const Ray& ray, const Kept& kept) {
    const auto hit = skin.first_hit(ray.origin + ray.direction * kept.from_m, ray.direction, kept.to_m - kept.from_m);
    if (!hit) {
        return std::nullopt;
    }
    const bool within = kept.through_face && glm::dot(hit->normal, ray.direction) > 0.0F;
    return within ? kept.from_m : kept.from_m + hit->distance;
}

struct Seen {
    float distance_m = 0.0F;
    float opacity = 1.0F;
    std::optional<std::size_t> part;  ///< empty: the skin
};

/// What a layer shows of itself first. On the face of a cut deeper layers lie over those around them.
class Picking {
public:
    Picking(const State& seen, const Subject& subject, const Ray& ray, const Kept& kept)
        : seen_(seen), subject_(subject), ray_(ray), kept_(kept) {}

    [[nodiscard]] std::optional<std::size_t> run() {
        const SeeThrough& through = seen_.see_through;
        const body::Body& body = *subject_.body;
        if (shows(seen_.layers, Layer::skin) && !through.x_ray && through.isolated.empty() && body.skin) {
            if (const auto distance_m = skin_seen(*body.skin, ray_, kept_)) {
                layers_.push_back({*distance_m, through.opacity_of(Layer::skin), std::nullopt});
            }
        }
        for (const Layer layer : fading_layers()) {
            add_layer(layer);
        }
        std::ranges::stable_sort(layers_, {}, &Seen::distance_m);
        return seen_most();
    }

private:
    [[nodiscard]] bool is_there(const body::Part& part) const {
        const std::set<std::string>& isolated = seen_.see_through.isolated;
        if (!isolated.empty()) {
            return isolated.contains(part.name);
        }
        const StructuresShown& structures = seen_.structures;
        if (structures.hidden.contains(part.name) || structures.ghosted.contains(part.name)) {
            return false;
        }
        return body::is_anatomy(part.role) && shows_part(seen_.layers, part.role);
    }

    [[nodiscard]] glm::vec3 shift_of(const std::size_t part) const {
        const float share = seen_.see_through.explosion;
        return share > 0.0F && subject_.explosion ? subject_.explosion->shifts().at(part) * share : glm::vec3{0.0F};
    }

    void add_layer(const Layer layer) {
        Seen nearest{1.0e30F, seen_.see_through.isolated.empty() ? seen_.see_through.opacity_of(layer) : 1.0F, {}};
        for (std::size_t i = 0; i < subject_.body->parts.size(); ++i) {
            const body::Part& part = subject_.body->parts[i];
            if (layer_of(part.role) != layer || !is_there(part)) {
                continue;
            }
            const auto distance_m = seen_of(part, shift_of(i));
            if (distance_m && *distance_m < nearest.distance_m) {
                nearest.distance_m = *distance_m;
                nearest.part = i;
            }
        }
        if (nearest.part) {
            constexpr float over_m = 1.0e-5F;
            nearest.distance_m -= over_m * static_cast<float>(layers_.size() + 1);
            layers_.push_back(nearest);
        }
    }

    [[nodiscard]] std::optional<float> seen_of(const body::Part& part, const glm::vec3 shift) const {
        // Parts are known at rest: the ray is moved back by as much as the breath has moved the place.
        const mesh::Bounds bounds = mesh::bounds(part.mesh);
        const Ray moved{ray_.origin - shift, ray_.direction};
        constexpr float breath_m = 0.02F;
        const mesh::Bounds around{bounds.low - breath_m, bounds.high + breath_m};
        if (!meets(around, moved)) {
            return std::nullopt;
        }
        const auto hit = first_seen(part.mesh, moved, kept_);
        if (!hit || !subject_.choreography) {
            return hit;
        }
        const auto rise =
            static_cast<float>(lesson::evaluate(*subject_.choreography, seen_.step, seen_.time_s).breath.rise);
        const glm::vec3 lift = body::breathing_displacement(moved.origin + moved.direction * *hit, rise);
        return first_seen(part.mesh, {moved.origin - lift, moved.direction}, kept_);
    }

    [[nodiscard]] std::optional<std::size_t> seen_most() const {
        std::optional<std::size_t> most;
        float most_share = least_seen;
        float left = 1.0F;
        for (const Seen& layer : layers_) {
            const float share = left * layer.opacity;
            left *= 1.0F - layer.opacity;
            if (!layer.part && share > most_of_skin) {
                return std::nullopt;
            }
            if (layer.part && share >= most_share) {
                most_share = share;
                most = layer.part;
            }
        }
        return most;
    }

    const State& seen_;
    const Subject& subject_;
    const Ray& ray_;
    const Kept& kept_;
    std::vector<Seen> layers_;
};

}  // namespace

std::optional<std::size_t> structure_seen_under(const State& state, const Subject& subject, const Ray& ray) {
    const auto kept = kept_of(state.see_through.cut, ray);
    if (!subject.body || !kept) {
        return std::nullopt;
    }
    const State seen = as_seen(state);
    return Picking(seen, subject, ray, *kept).run();
}

}  // namespace dorsum::scene
