#include "mesh/scene_parts.h"

#include <algorithm>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/mat4x4.hpp>
#include <glm/matrix.hpp>
#include <glm/vec4.hpp>
#include <span>
#include <string_view>

namespace dorsum::mesh {
namespace {

struct PlacedNode {
    const aiNode* node;
    glm::dmat4 to_file;  ///< from the node's own coordinates to those of the file
};

glm::dmat4 matrix_of(const aiMatrix4x4& m) {
    // Assimp counts rows first, glm columns.
    return {m.a1, m.b1, m.c1, m.d1, m.a2, m.b2, m.c2, m.d2, m.a3, m.b3, m.c3, m.d3, m.a4, m.b4, m.c4, m.d4};
}

/// All nodes, each before its children, in the order of the file.
std::vector<PlacedNode> placed_nodes(const aiScene& scene, const ModelFormat format) {
    // Assimp writes its own turning of the axes and its unit into the root that it makes for DAE and
    // (from 5.3 on) FBX files; that root stands for the file itself, which has no transform.
    const bool root_is_assimps_own = format == ModelFormat::dae || format == ModelFormat::fbx;
    const glm::dmat4 root = root_is_assimps_own ? glm::dmat4(1.0) : matrix_of(scene.mRootNode->mTransformation);
    std::vector<PlacedNode> waiting = {{scene.mRootNode, root}};
    std::vector<PlacedNode> placed;
    while (!waiting.empty()) {
        const PlacedNode current = waiting.back();
        waiting.pop_back();
        placed.push_back(current);
        for (unsigned int i = current.node->mNumChildren; i > 0; --i) {
            const aiNode* child = current.node->mChildren[i - 1];
            waiting.push_back({child, current.to_file * matrix_of(child->mTransformation)});
        }
    }
    return placed;
}

/// The node's name without what Assimp adds to it; empty where the file gave none.
std::string name_of(const aiNode& node) {
    const std::string_view name(node.mName.data, node.mName.length);
    if (name.starts_with('<')) {  // e.g. <STL_BINARY>
        return {};
    }
    return std::string(name.substr(0, name.find("_$AssimpFbx$")));
}

/// Copies one Assimp mesh to the end of a part.
class Copier {
public:
    Copier(const glm::dmat4& to_file, TriangleMesh& target)
        : to_file_(to_file),
          turn_(glm::transpose(glm::inverse(glm::dmat3(to_file)))),
          target_(target),
          moved_(to_file != glm::dmat4(1.0)),
          mirrored_(glm::determinant(glm::dmat3(to_file)) < 0.0) {}

    void copy(const aiMesh& mesh) {
        const auto first_vertex = static_cast<std::uint32_t>(target_.positions.size());
        copy_faces(mesh, first_vertex);
        target_.positions.reserve(target_.positions.size() + mesh.mNumVertices);
        for (const aiVector3D& position : std::span(mesh.mVertices, mesh.mNumVertices)) {
            const glm::vec3 own(position.x, position.y, position.z);
            target_.positions.push_back(moved_ ? glm::vec3(to_file_ * glm::dvec4(own, 1.0)) : own);
        }
        copy_normals(mesh, first_vertex);
    }
    [[nodiscard]] std::size_t bad_positions() const { return bad_positions_; }

private:
    void copy_faces(const aiMesh& mesh, const std::uint32_t first_vertex) {
        target_.indices.reserve(target_.indices.size() + std::size_t{mesh.mNumFaces} * 3);
        for (const aiFace& face : std::span(mesh.mFaces, mesh.mNumFaces)) {
            if (face.mNumIndices != 3) {
                continue;  // points, lines and faces emptied before
            }
            const std::span<const unsigned int, 3> corners(face.mIndices, 3);
            if (!std::ranges::all_of(corners, [&](const unsigned int i) {
                    const aiVector3D& corner = mesh.mVertices[i];
                    return is_usable(glm::vec3(corner.x, corner.y, corner.z));
                })) {
                ++bad_positions_;
                continue;
            }
            target_.indices.push_back(first_vertex + corners[0]);
            target_.indices.push_back(first_vertex + corners[mirrored_ ? 2 : 1]);
            target_.indices.push_back(first_vertex + corners[mirrored_ ? 1 : 2]);
        }
    }
    void copy_normals(const aiMesh& mesh, const std::uint32_t first_vertex) {
        if (!mesh.HasNormals()) {
            if (!target_.normals.empty()) {
                target_.normals.resize(target_.positions.size(), glm::vec3(0.0F));
            }
            return;
        }
        target_.normals.resize(first_vertex, glm::vec3(0.0F));  // zero: to be taken from the triangle
        target_.normals.reserve(target_.positions.size());
        for (const aiVector3D& normal : std::span(mesh.mNormals, mesh.mNumVertices)) {
            const glm::vec3 own(normal.x, normal.y, normal.z);
            target_.normals.push_back(moved_ ? glm::vec3(turn_ * glm::dvec3(own)) : own);
        }
    }

    glm::dmat4 to_file_;
    glm::dmat3 turn_;
    TriangleMesh& target_;
    bool moved_;
    bool mirrored_;
    std::size_t bad_positions_ = 0;
};

/// How often each mesh of the scene is still to be copied.
std::vector<std::size_t> count_uses(const std::vector<PlacedNode>& nodes, const aiScene& scene) {
    std::vector<std::size_t> uses(scene.mNumMeshes, 0);
    for (const PlacedNode& placed : nodes) {
        for (const unsigned int mesh : std::span(placed.node->mMeshes, placed.node->mNumMeshes)) {
            ++uses[mesh];
        }
    }
    return uses;
}

}  // namespace

SceneParts take_parts(std::unique_ptr<aiScene> scene, const ModelFormat format, const std::string& fallback_name) {
    SceneParts result;
    const std::vector<PlacedNode> nodes = placed_nodes(*scene, format);
    std::vector<std::size_t> uses = count_uses(nodes, *scene);
    for (const PlacedNode& placed : nodes) {
        ModelPart part;
        Copier copier(placed.to_file, part.mesh);
        for (const unsigned int index : std::span(placed.node->mMeshes, placed.node->mNumMeshes)) {
            copier.copy(*scene->mMeshes[index]);
            if (--uses[index] == 0) {
                delete scene->mMeshes[index];  // Assimp's own memory: a scene deletes what is left
                scene->mMeshes[index] = nullptr;
            }
        }
        result.bad_positions += copier.bad_positions();
        if (part.mesh.triangle_count() > 0) {
            part.name = name_of(*placed.node);
            part.name = part.name.empty() ? fallback_name : part.name;
            result.parts.push_back(std::move(part));
        }
    }
    return result;
}

}  // namespace dorsum::mesh
