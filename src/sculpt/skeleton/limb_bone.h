#pragma once

#include <cstddef>
#include <filesystem>
#include <glm/mat3x3.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "core/error.h"
#include "sculpt/shapes.h"
#include "sculpt/skeleton/plate.h"
#include "sculpt/solid.h"
#include "sculpt/structure.h"

namespace dorsum::sculpt {

/// A rounded mass of bone or, as a cut, a hollow: an ellipsoid whose half axes point along the columns of `axes`.
struct LimbBoneMass {
    glm::vec3 centre{0.0F};
    glm::vec3 half_axes{1.0F};
    glm::mat3 axes{1.0F};
};

/// One part of a bone, joined with (or cut out of) those before it.
struct LimbBonePart {
    std::variant<LimbBoneMass, std::shared_ptr<const BellyShape>, std::shared_ptr<const PlateShape>> shape;
    mesh::Bounds bounds_mm;  ///< of the part, rounded up
    float blend_mm = 3.0F;
    bool cut = false;
    bool mirrored = false;  ///< its mirror image in x = 0 belongs to the bone too
};

/// One bone as the figures give it, in millimetres in the body frame.
struct LimbBone {
    std::string id;
    Pairing pairing = Pairing::paired;
    float voxel_mm = 1.0F;
    std::size_t triangles = 1000;
    std::vector<LimbBonePart> parts;
};

/// All bones of a figure file, in its order. Fails, naming file and line, where the file is missing, no TOML, or
/// lacks a figure.
[[nodiscard]] Result<std::vector<LimbBone>> load_limb_bones(const std::filesystem::path& path);

/// The bone as a signed distance in millimetres; that of a middle bone is symmetric in x.
[[nodiscard]] Solid solid_of(const LimbBone& bone);

}  // namespace dorsum::sculpt
