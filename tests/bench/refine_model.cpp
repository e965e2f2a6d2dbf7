// refine_model MODEL TRIANGLES OUTPUT...: copies of a model's surface cut into so many triangles, in the format that
// the end of each output's name says (.obj, .ply, .stl, .glb; the last three binary).
#include <assimp/scene.h>

#include <algorithm>
#include <array>
#include <assimp/Exporter.hpp>
#include <charconv>
#include <cstddef>
#include <filesystem>
#include <iostream>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mesh/import.h"
#include "mesh/refine.h"

namespace {

using dorsum::mesh::TriangleMesh;

/// One mesh of its own, as Assimp's exporter wants it. Assimp owns and deletes what is new here.
std::unique_ptr<aiScene> scene_of(const TriangleMesh& mesh) {
    auto scene = std::make_unique<aiScene>();
    auto surface = std::make_unique<aiMesh>();
    surface->mPrimitiveTypes = aiPrimitiveType_TRIANGLE;
    surface->mNumVertices = static_cast<unsigned int>(mesh.positions.size());
    surface->mVertices = new aiVector3D[mesh.positions.size()];
    std::ranges::transform(mesh.positions, surface->mVertices,
                           [](const glm::vec3& position) { return aiVector3D(position.x, position.y, position.z); });
    surface->mNumFaces = static_cast<unsigned int>(mesh.triangle_count());
    surface->mFaces = new aiFace[mesh.triangle_count()];
    const std::span faces(surface->mFaces, surface->mNumFaces);
    for (std::size_t i = 0; i < faces.size(); ++i) {
        faces[i].mNumIndices = 3;
        faces[i].mIndices = new unsigned int[3]{mesh.indices[3 * i], mesh.indices[3 * i + 1], mesh.indices[3 * i + 2]};
    }
    scene->mNumMeshes = 1;
    scene->mMeshes = new aiMesh* [1] { surface.release() };
    scene->mNumMaterials = 1;
    scene->mMaterials = new aiMaterial* [1] { new aiMaterial };
    scene->mRootNode = new aiNode("skin");
    scene->mRootNode->mNumMeshes = 1;
    scene->mRootNode->mMeshes = new unsigned int[1]{0};
    return scene;
}

struct Format {
    std::string_view extension;
    const char* assimp_id;
};
constexpr std::array formats = {Format{".obj", "obj"}, Format{".ply", "plyb"}, Format{".stl", "stlb"},
                                Format{".glb", "glb2"}};

bool write(const aiScene& scene, const std::filesystem::path& target) {
    const auto format = std::ranges::find(formats, target.extension().string(), &Format::extension);
    Assimp::Exporter exporter;
    if (format == formats.end() || exporter.Export(&scene, format->assimp_id, target.string()) != aiReturn_SUCCESS) {
        std::cerr << target.string() << ": cannot be written " << exporter.GetErrorString() << '\n';
        return false;
    }
    return true;
}

}  // namespace

int main(const int argument_count, const char* const* const argument_values) {
    const std::vector<std::string> arguments(argument_values, argument_values + argument_count);
    std::size_t triangles = 0;
    if (arguments.size() < 4 ||
        std::from_chars(arguments[2].data(), arguments[2].data() + arguments[2].size(), triangles).ec != std::errc{}) {
        std::cerr << "refine_model MODEL TRIANGLES OUTPUT...\n";
        return 2;
    }
    const auto model = dorsum::mesh::import_model(arguments[1]);
    if (!model) {
        std::cerr << dorsum::to_string(model.error()) << '\n';
        return 1;
    }
    std::vector<const TriangleMesh*> meshes;
    for (const dorsum::mesh::ModelPart& part : model->parts) {
        meshes.push_back(&part.mesh);
    }
    const auto scene = scene_of(dorsum::mesh::refined(dorsum::mesh::joined(meshes), triangles));
    const bool written = std::all_of(arguments.begin() + 3, arguments.end(),
                                     [&](const std::string& target) { return write(*scene, target); });
    return written ? 0 : 1;
}
