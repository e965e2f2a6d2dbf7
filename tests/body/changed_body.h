#pragma once

#include <glm/mat3x3.hpp>
#include <glm/vec3.hpp>
#include <map>
#include <string>
#include <vector>

#include "body/body.h"
#include "mesh/mesh.h"

namespace dorsum::body {

/// A skin whose landmarks are known, both in metres in the skin's own coordinates.
struct KnownSkin {
    mesh::TriangleMesh mesh;
    std::map<std::string, glm::vec3> landmarks;
};

/// The skin of a bundled body ("reference", "woman", "heavy") and the landmarks that its file gives.
[[nodiscard]] KnownSkin bundled_skin(const std::string& name);

// Each returns a changed copy, its landmarks taken along.

[[nodiscard]] KnownSkin turned(KnownSkin skin, const glm::mat3& rotation);
/// In x, with the triangles' winding kept outward.
[[nodiscard]] KnownSkin mirrored(KnownSkin skin);
/// Every vertex moved by up to `most_mm` in each direction; the same for the same seed.
[[nodiscard]] KnownSkin noisy(KnownSkin skin, float most_mm, unsigned seed);
/// Vertices in the same cell of a grid become one.
[[nodiscard]] KnownSkin decimated(KnownSkin skin, float cell_mm);
/// Without the triangles beyond a plane across one axis (0 x, 1 y, 2 z).
[[nodiscard]] KnownSkin cut(KnownSkin skin, int axis, float low_m, float high_m);

/// As a model whose file has this unit, with nothing beside it.
[[nodiscard]] mesh::Model as_unknown_model(const KnownSkin& skin, float unit_m);

/// A box with each side as a grid of triangles; a sphere.
[[nodiscard]] mesh::TriangleMesh fine_box(glm::vec3 low, glm::vec3 high, int cells);
[[nodiscard]] mesh::TriangleMesh sphere(glm::vec3 centre, float radius);

/// The largest distance along the spine between a level C7 to L5 where it was found and where it is, in millimetres.
[[nodiscard]] float worst_level_mm(const Body& body, const KnownSkin& skin);

}  // namespace dorsum::body
