#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "mesh/mesh.h"

namespace dorsum::mesh {

/// How many triangles a surface needs at most where strokes lie on it and points are picked: on a person's skin the
/// mean distance from the finest level is then about 0.035 mm.
inline constexpr std::size_t triangles_to_touch = 300'000;
/// How many it needs at most where only its shape counts: where landmarks lie, what throws shade.
inline constexpr std::size_t triangles_of_shape = 200'000;

/// Gives a mesh of very many triangles coarser levels, of about triangles_to_touch and triangles_of_shape: of the
/// vertices in a cell of a grid one stands for all (J. Rossignac, P. Borrel, Multi-resolution 3D approximations for
/// rendering complex scenes, 1993). A mesh that has levels, fibres or tints, or few triangles, comes back as it is. The
/// same mesh gives the same levels every time.
[[nodiscard]] TriangleMesh with_coarser_levels(TriangleMesh mesh);

/// Levels of a quarter of the triangles each, as long as that leaves 200, to draw a small mesh from afar: edges
/// collapse where that moves the surface least (M. Garland, P. Heckbert, Surface simplification using quadric error
/// metrics, 1997), borders stay. Empty where the mesh has few triangles, or cannot be made coarser.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> quarters_of(const TriangleMesh& mesh);

/// The coarsest level of a mesh that still has at least half as many triangles; the finest where none has.
[[nodiscard]] std::span<const std::uint32_t> level_near(const TriangleMesh& mesh, std::size_t triangles);

/// A level of a mesh as a mesh of its own, with the vertices that it uses and no others, in their order.
[[nodiscard]] TriangleMesh level_alone(const TriangleMesh& mesh, std::span<const std::uint32_t> level);

/// The mesh itself where level_near is its finest; else that level alone, which is put at the end of `keep`, where
/// there is to be room for it.
[[nodiscard]] const TriangleMesh* level_or_itself(const TriangleMesh& mesh, std::size_t triangles,
                                                  std::vector<TriangleMesh>& keep);

}  // namespace dorsum::mesh
