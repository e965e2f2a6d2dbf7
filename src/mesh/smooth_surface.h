#pragma once

#include "mesh/mesh.h"

namespace dorsum::mesh {

/// Brings a mesh as files have it (vertices repeated for every triangle, normals missing or one per
/// face) into the form that the program works with. Vertices at the same place become one where
/// their normals are less than 60 degrees apart, directly or by way of others between them, and
/// share the normal that the corners' angles weigh (G. Thürmer, C. Wüthrich, Computing Vertex
/// Normals from Polygonal Facets, 1998). Where all normals of the file at a place agree they are kept as they
/// are. Triangles without three different places are left out. `raw.normals` may be empty; a
/// normal without a direction counts as its triangle's. All indices must be in range and all
/// positions used finite. The order of places and triangles stays.
[[nodiscard]] TriangleMesh smooth_surface(TriangleMesh raw);

}  // namespace dorsum::mesh
