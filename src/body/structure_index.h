#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "body/catalogue.h"

namespace dorsum::body {

struct Body;

using Roles = std::bitset<role_count>;
[[nodiscard]] inline Roles roles_of(const std::initializer_list<Role> list) {
    Roles roles;
    for (const Role role : list) {
        roles.set(static_cast<std::size_t>(role));
    }
    return roles;
}

struct PartHit {
    std::size_t part = 0;  ///< in Body::parts
    glm::vec3 position{0.0F};
    glm::vec3 normal{0.0F};  ///< outward, unit length
    float distance = 0.0F;   ///< from the ray's origin, metres
};

/// A part on a ray, and how far from the ray's origin its first surface is, metres.
struct PartEntered {
    std::size_t part = 0;
    float distance = 0.0F;
};

/// Finds the parts that a ray meets. What it needs for a role is built when that role is first asked
/// for (tens of milliseconds), so that nobody waits for what is never shown. Thread safe.
class StructureIndex {
public:
    StructureIndex();
    ~StructureIndex();
    StructureIndex(const StructureIndex&) = delete;
    StructureIndex& operator=(const StructureIndex&) = delete;
    StructureIndex(StructureIndex&&) = delete;
    StructureIndex& operator=(StructureIndex&&) = delete;

    /// The first part of one of these roles on a ray. `body` is the one that this index belongs to.
    [[nodiscard]] std::optional<PartHit> first_hit(const Body& body, Roles roles, glm::vec3 origin, glm::vec3 direction,
                                                   float max_distance = 1.0e30F) const;

    /// The parts of these roles that a ray meets within a distance, each once, in rising order: those of the
    /// first 64 surfaces of each role, of surfaces less than 0.1 mm behind one another only the first.
    [[nodiscard]] std::vector<std::size_t> parts_along(const Body& body, Roles roles, glm::vec3 origin,
                                                       glm::vec3 direction, float max_distance) const;

    /// The same parts, each with the distance of its first surface, in the order in which the ray enters them.
    [[nodiscard]] std::vector<PartEntered> entered_along(const Body& body, Roles roles, glm::vec3 origin,
                                                         glm::vec3 direction, float max_distance) const;

    /// Builds what these roles need, so that nobody waits for it later.
    void prepare(const Body& body, Roles roles) const;

private:
    struct OfRole;
    [[nodiscard]] const OfRole& of(const Body& body, Role role) const;
    std::array<std::unique_ptr<OfRole>, role_count> of_roles_;
};

}  // namespace dorsum::body
