#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mesh/mesh.h"
#include "mesh/spatial_index.h"

namespace dorsum::test {

/// A shipped body, read once per test program. The names are those of its files: "reference", "woman", "heavy".
const mesh::Model& shipped_body(const std::string& name);

/// A part by name; the test fails where there is none.
const mesh::ModelPart& part_of(const mesh::Model& model, std::string_view name);
[[nodiscard]] bool has_part(const mesh::Model& model, std::string_view name);

/// A search index of a part of the reference body, made once.
const mesh::SpatialIndex& index_of(std::string_view part);

/// Millimetres by which a place lies outside a closed surface (negative: inside).
[[nodiscard]] float outside_mm(const mesh::SpatialIndex& surface, glm::vec3 place);

}  // namespace dorsum::test
