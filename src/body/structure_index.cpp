#include "body/structure_index.h"

#include <algorithm>
#include <mutex>

#include "body/body.h"

namespace dorsum::body {

struct StructureIndex::OfRole {
    std::once_flag once;
    std::unique_ptr<mesh::SpatialIndex> index;
    std::vector<std::size_t> parts;             ///< those of the role
    std::vector<std::uint32_t> first_triangle;  ///< of each of them in the index

    void build(const Body& body, const Role role) {
        std::vector<const mesh::TriangleMesh*> meshes;
        std::size_t triangles = 0;
        for (std::size_t i = 0; i < body.parts.size(); ++i) {
            if (body.parts[i].role != role) {
                continue;
            }
            parts.push_back(i);
            first_triangle.push_back(static_cast<std::uint32_t>(triangles));
            meshes.push_back(&body.parts[i].mesh);
            triangles += meshes.back()->triangle_count();
        }
        index = std::make_unique<mesh::SpatialIndex>(mesh::joined(meshes));
    }
    [[nodiscard]] std::size_t part_of(const std::uint32_t triangle) const {
        const auto after = std::ranges::upper_bound(first_triangle, triangle);
        return parts[static_cast<std::size_t>(after - first_triangle.begin()) - 1];
    }
};

StructureIndex::StructureIndex() {
    for (auto& of_role : of_roles_) {
        of_role = std::make_unique<OfRole>();
    }
}
StructureIndex::~StructureIndex() = default;

const StructureIndex::OfRole& StructureIndex::of(const Body& body, const Role role) const {
    OfRole& of_role = *of_roles_.at(static_cast<std::size_t>(role));
    std::call_once(of_role.once, [&] { of_role.build(body, role); });
    return of_role;
}

std::optional<PartHit> StructureIndex::first_hit(const Body& body, const Roles roles, const glm::vec3 origin,
                                                 const glm::vec3 direction, const float max_distance) const {
    std::optional<PartHit> nearest;
    for (std::size_t role = 0; role < roles.size(); ++role) {
        if (!roles.test(role)) {
            continue;
        }
        const OfRole& of_role = of(body, static_cast<Role>(role));
        const float limit = nearest ? nearest->distance : max_distance;
        const auto hit = of_role.index->first_hit(origin, direction, limit);
        if (hit && (!nearest || hit->distance < nearest->distance)) {
            nearest = {of_role.part_of(hit->triangle), hit->position, hit->normal, hit->distance};
        }
    }
    return nearest;
}

std::vector<PartEntered> StructureIndex::entered_along(const Body& body, const Roles roles, const glm::vec3 origin,
                                                       const glm::vec3 direction, const float max_distance) const {
    constexpr float past_surface_m = 1.0e-4F;
    constexpr int most_surfaces = 64;
    std::vector<PartEntered> found;
    for (std::size_t role = 0; role < roles.size(); ++role) {
        if (!roles.test(role)) {
            continue;
        }
        const OfRole& of_role = of(body, static_cast<Role>(role));
        float travelled = 0.0F;
        for (int surface = 0; surface < most_surfaces && travelled < max_distance; ++surface) {
            const auto hit =
                of_role.index->first_hit(origin + direction * travelled, direction, max_distance - travelled);
            if (!hit) {
                break;
            }
            const std::size_t part = of_role.part_of(hit->triangle);
            if (std::ranges::find(found, part, &PartEntered::part) == found.end()) {
                found.push_back({part, travelled + hit->distance});
            }
            travelled += hit->distance + past_surface_m;
        }
    }
    std::ranges::stable_sort(found, {}, &PartEntered::distance);
    return found;
}

std::vector<std::size_t> StructureIndex::parts_along(const Body& body, const Roles roles, const glm::vec3 origin,
                                                     const glm::vec3 direction, const float max_distance) const {
    std::vector<std::size_t> found;
    for (const PartEntered& entered : entered_along(body, roles, origin, direction, max_distance)) {
        found.push_back(entered.part);
    }
    std::ranges::sort(found);
    return found;
}

void StructureIndex::prepare(const Body& body, const Roles roles) const {
    for (std::size_t role = 0; role < roles.size(); ++role) {
        if (roles.test(role)) {
            static_cast<void>(of(body, static_cast<Role>(role)));
        }
    }
}

}  // namespace dorsum::body
