#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "body/body.h"

namespace dorsum::body {

/// What a person calls one structure: a part, or the same part on both sides.
struct StructurePair {
    const CatalogueEntry* entry = nullptr;  ///< of the first part
    std::vector<std::size_t> parts;         ///< one or two, their places in Body::parts, the right one first
};

/// The muscles, bones and organs of a body, and its skin, in the order of the catalogue; each part once.
[[nodiscard]] std::vector<StructurePair> structure_pairs(const Body& body);

/// The id of the same structure on the other side: "rhomboid_major_left" for "rhomboid_major_right"; empty where an id
/// names no side. Whether a body has it is another question.
[[nodiscard]] std::string id_on_other_side(std::string_view id);

}  // namespace dorsum::body
