#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "mesh/mesh.h"
#include "temporary_folder.h"

/// Writers of small model files for the tests, one for each format that can be read.
namespace dorsum::mesh::test {

/// The bytes of any plain value.
template <typename T>
std::string bytes_of(const T& value) {
    return {reinterpret_cast<const char*>(&value), sizeof(value)};
}

/// A box from (1, 2, 3) to (3, 5, 7), no side like another: 8 vertices, 12 triangles.
[[nodiscard]] TriangleMesh box();
/// A sphere of radius 1 around (0, 0, 0) in rings and segments.
[[nodiscard]] TriangleMesh sphere(unsigned int rings, unsigned int segments);

[[nodiscard]] std::string as_obj(const TriangleMesh& mesh);
[[nodiscard]] std::string as_binary_stl(const TriangleMesh& mesh);
[[nodiscard]] std::string as_text_stl(const TriangleMesh& mesh);
[[nodiscard]] std::string as_binary_ply(const TriangleMesh& mesh);
[[nodiscard]] std::string as_text_ply(const TriangleMesh& mesh);
/// FBX of the text flavour, with these global settings.
[[nodiscard]] std::string as_fbx(const TriangleMesh& mesh, int up_axis, int front_axis, int front_sign, double unit_cm);
[[nodiscard]] std::string as_dae(const TriangleMesh& mesh, const std::string& up_axis, const std::string& unit_m);
/// glTF with its data inside the text, with more members of the document (`"extensionsRequired":[...],`) in front.
[[nodiscard]] std::string as_gltf(const TriangleMesh& mesh, const std::string& more = {});
[[nodiscard]] std::string as_glb(const TriangleMesh& mesh, const std::string& more = {});

/// The GLB of a description and its data, each padded as the format wants.
[[nodiscard]] std::string glb_of(std::string json, std::string data);

}  // namespace dorsum::mesh::test
