#include "sculpted_model.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <glm/geometric.hpp>
#include <map>
#include <stdexcept>

#include "catch.h"
#include "core/error.h"
#include "core/units.h"
#include "mesh/import.h"

namespace dorsum::test {

const mesh::Model& shipped_body(const std::string& name) {
    static std::map<std::string, mesh::Model> bodies;
    auto found = bodies.find(name);
    if (found == bodies.end()) {
        auto imported = mesh::import_model(std::filesystem::path(DORSUM_TEST_ASSETS) / "body" / (name + ".glb"));
        if (!imported) {
            FAIL(to_string(imported.error()));
        }
        found = bodies.emplace(name, *std::move(imported)).first;
    }
    return found->second;
}

bool has_part(const mesh::Model& model, const std::string_view name) {
    return std::ranges::any_of(model.parts, [&](const mesh::ModelPart& part) { return part.name == name; });
}

const mesh::ModelPart& part_of(const mesh::Model& model, const std::string_view name) {
    for (const mesh::ModelPart& part : model.parts) {
        if (part.name == name) {
            return part;
        }
    }
    FAIL("no part " << name);
    throw std::logic_error("unreachable");
}

const mesh::SpatialIndex& index_of(const std::string_view part) {
    static std::map<std::string, mesh::SpatialIndex, std::less<>> indices;
    auto found = indices.find(part);
    if (found == indices.end()) {
        found = indices.emplace(part, mesh::SpatialIndex(part_of(shipped_body("reference"), part).mesh)).first;
    }
    return found->second;
}

float outside_mm(const mesh::SpatialIndex& surface, const glm::vec3 place) {
    const auto near = surface.nearest(place);
    REQUIRE(near);
    const glm::vec3 away = place - near->position;
    const float sign = glm::dot(away, near->smooth_normal) < 0.0F ? -1.0F : 1.0F;
    return sign * mm_from_metres(glm::length(away));
}

}  // namespace dorsum::test
