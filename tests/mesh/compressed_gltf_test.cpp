#include <draco/compression/encode.h>
#include <draco/mesh/mesh.h>
#include <meshoptimizer.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>
#include <random>

#include "catch.h"
#include "mesh/import.h"
#include "written_models.h"

using namespace dorsum;
using namespace dorsum::mesh;
using namespace dorsum::mesh::test;
using dorsum::test::TemporaryFolder;
using Json = nlohmann::json;

namespace {

/// A GLB file taken apart, so that a test can change either.
struct Glb {
    Json json;
    std::string data;
    [[nodiscard]] std::string bytes() const { return glb_of(json.dump(), data); }
};

Json scene_of_one_mesh(const char* extension) {
    return Json{{"asset", {{"version", "2.0"}}},     {"extensionsUsed", {extension}},
                {"extensionsRequired", {extension}}, {"scene", 0},
                {"scenes", {{{"nodes", {0}}}}},      {"nodes", {{{"name", "ball"}, {"mesh", 0}}}}};
}

Json accessor(const int component, const char* type, const std::size_t count) {
    return Json{{"componentType", component}, {"type", type}, {"count", count}};
}

/// A view of so many elements that decompress from the bytes that are put at the end of the data.
void add_view(Glb& glb, const std::vector<unsigned char>& compressed, const std::size_t count, const std::size_t stride,
              const char* mode, const char* filter) {
    Json compression{{"buffer", 0},
                     {"byteOffset", glb.data.size()},
                     {"byteLength", compressed.size()},
                     {"byteStride", stride},
                     {"count", count},
                     {"mode", mode}};
    if (filter != nullptr) {
        compression["filter"] = filter;
    }
    Json view{{"buffer", 1},
              {"byteOffset", glb.json["buffers"][1]["byteLength"]},
              {"byteLength", count * stride},
              {"extensions", {{"EXT_meshopt_compression", compression}}}};
    if (std::string(mode) == "ATTRIBUTES") {
        view["byteStride"] = stride;
    }
    glb.json["bufferViews"].push_back(view);
    glb.json["buffers"][1]["byteLength"] = glb.json["buffers"][1]["byteLength"].get<std::size_t>() + count * stride;
    glb.data.append(reinterpret_cast<const char*>(compressed.data()), compressed.size());
    glb.data.resize((glb.data.size() + 3) / 4 * 4, '\0');
    glb.json["buffers"][0]["byteLength"] = glb.data.size();
}

template <typename Vertex>
std::vector<unsigned char> compressed_vertices(const std::vector<Vertex>& vertices) {
    std::vector<unsigned char> bytes(meshopt_encodeVertexBufferBound(vertices.size(), sizeof(Vertex)));
    bytes.resize(
        meshopt_encodeVertexBuffer(bytes.data(), bytes.size(), vertices.data(), vertices.size(), sizeof(Vertex)));
    return bytes;
}

constexpr float steps = 16383.0F;  // of a quantised position from 0 to 1

/// As gltfpack writes it: positions in 16 bits with the scale in the node, octahedral normals in 8, coded triangles.
Glb meshopt_ball(const TriangleMesh& mesh) {
    Glb glb{scene_of_one_mesh("EXT_meshopt_compression"), {}};
    glb.json["extensionsRequired"].push_back("KHR_mesh_quantization");
    glb.json["nodes"][0]["scale"] = {1.0F / steps, 1.0F / steps, 1.0F / steps};
    glb.json["buffers"] = {{{"byteLength", 0}},
                           {{"byteLength", 0}, {"extensions", {{"EXT_meshopt_compression", {{"fallback", true}}}}}}};
    std::vector<std::array<std::int16_t, 4>> positions;
    std::vector<glm::vec4> directions;
    for (const glm::vec3& position : mesh.positions) {
        const auto whole = [](const float value) { return static_cast<std::int16_t>(std::lround(value * steps)); };
        positions.push_back({whole(position.x), whole(position.y), whole(position.z), 0});
        directions.emplace_back(glm::normalize(position), 0.0F);
    }
    std::vector<std::array<std::int8_t, 4>> normals(directions.size());
    meshopt_encodeFilterOct(normals.data(), normals.size(), 4, 8, &directions[0].x);
    std::vector<unsigned char> triangles(meshopt_encodeIndexBufferBound(mesh.indices.size(), mesh.positions.size()));
    triangles.resize(
        meshopt_encodeIndexBuffer(triangles.data(), triangles.size(), mesh.indices.data(), mesh.indices.size()));
    add_view(glb, compressed_vertices(positions), positions.size(), 8, "ATTRIBUTES", nullptr);
    add_view(glb, compressed_vertices(normals), normals.size(), 4, "ATTRIBUTES", "OCTAHEDRAL");
    add_view(glb, triangles, mesh.indices.size(), 4, "TRIANGLES", nullptr);
    Json accessors = {accessor(5122, "VEC3", positions.size()), accessor(5120, "VEC3", normals.size()),
                      accessor(5125, "SCALAR", mesh.indices.size())};
    for (std::size_t i = 0; i < accessors.size(); ++i) {
        accessors[i]["bufferView"] = i;
    }
    accessors[1]["normalized"] = true;
    glb.json["accessors"] = accessors;
    glb.json["meshes"][0]["primitives"][0] = {{"attributes", {{"POSITION", 0}, {"NORMAL", 1}}}, {"indices", 2}};
    return glb;
}

/// As draco_transcoder writes it: accessors without data that only say what the compressed data hold.
Glb draco_ball(const TriangleMesh& mesh) {
    draco::Mesh surface;
    surface.set_num_points(static_cast<std::uint32_t>(mesh.positions.size()));
    draco::GeometryAttribute description;
    description.Init(draco::GeometryAttribute::POSITION, nullptr, 3, draco::DT_FLOAT32, false, sizeof(glm::vec3), 0);
    const int id = surface.AddAttribute(description, true, static_cast<std::uint32_t>(mesh.positions.size()));
    for (std::uint32_t i = 0; i < mesh.positions.size(); ++i) {
        surface.attribute(id)->SetAttributeValue(draco::AttributeValueIndex(i), &mesh.positions[i]);
    }
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        surface.AddFace({{draco::PointIndex(mesh.indices[i]), draco::PointIndex(mesh.indices[i + 1]),
                          draco::PointIndex(mesh.indices[i + 2])}});
    }
    draco::Encoder encoder;
    encoder.SetTrackEncodedProperties(true);
    encoder.SetAttributeQuantization(draco::GeometryAttribute::POSITION, 14);
    draco::EncoderBuffer buffer;
    REQUIRE(encoder.EncodeMeshToBuffer(surface, &buffer).ok());
    Glb glb{scene_of_one_mesh("KHR_draco_mesh_compression"), {buffer.data(), buffer.size()}};
    glb.json["buffers"] = Json::array({{{"byteLength", buffer.size()}}});
    glb.json["bufferViews"] = Json::array({{{"buffer", 0}, {"byteLength", buffer.size()}}});
    glb.json["accessors"] = {accessor(5126, "VEC3", encoder.num_encoded_points()),
                             accessor(5125, "SCALAR", 3 * encoder.num_encoded_faces())};
    Json primitive{{"indices", 1}};
    primitive["attributes"]["POSITION"] = 0;
    Json& compression = primitive["extensions"]["KHR_draco_mesh_compression"];
    compression["bufferView"] = 0;
    compression["attributes"]["POSITION"] = surface.attribute(id)->unique_id();
    glb.json["meshes"][0]["primitives"] = Json::array({primitive});
    return glb;
}

/// The volume that a closed mesh wound outwards encloses.
double volume(const TriangleMesh& mesh) {
    double six_times = 0.0;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const glm::dvec3 a = mesh.positions[mesh.indices[i]];
        six_times += glm::dot(a, glm::cross(glm::dvec3(mesh.positions[mesh.indices[i + 1]]),
                                            glm::dvec3(mesh.positions[mesh.indices[i + 2]])));
    }
    return six_times / 6.0;
}

/// Whether a model is the ball that was compressed: every vertex on it, every triangle there, outside outside.
void check_ball(const Result<Model>& model, const TriangleMesh& ball) {
    INFO((model ? "" : to_string(model.error())));
    REQUIRE(model);
    REQUIRE(model->parts.size() == 1);
    CHECK(model->warnings.empty());
    CHECK(model->parts[0].name == "ball");
    const TriangleMesh& mesh = model->parts[0].mesh;
    CHECK(mesh.triangle_count() == ball.triangle_count());
    CHECK(volume(mesh) == Approx(volume(ball)).epsilon(1.0e-3));
    CHECK(std::ranges::all_of(
        mesh.positions, [](const glm::vec3& position) { return std::abs(glm::length(position) - 1.0F) < 1.0e-3F; }));
    bool normals_fit = mesh.normals.size() == mesh.positions.size();
    for (std::size_t i = 0; normals_fit && i < mesh.normals.size(); ++i) {
        normals_fit = glm::dot(mesh.normals[i], mesh.positions[i]) > 0.99F;
    }
    CHECK(normals_fit);
}

}  // namespace

TEST_CASE("A GLB compressed with EXT_meshopt_compression opens, its quantised positions and normals too") {
    const TemporaryFolder folder;
    const TriangleMesh ball = sphere(40, 60);
    check_ball(import_model(folder.write("a.glb", meshopt_ball(ball).bytes())), ball);
}

TEST_CASE("A GLB compressed with KHR_draco_mesh_compression opens") {
    const TemporaryFolder folder;
    const TriangleMesh ball = sphere(40, 60);
    check_ball(import_model(folder.write("a.glb", draco_ball(ball).bytes())), ball);
}

TEST_CASE("Compressed meshes of more than 65535 vertices open, which need indices of 32 bits") {
    const TemporaryFolder folder;
    const TriangleMesh ball = sphere(300, 300);
    REQUIRE(ball.positions.size() > 65'535);
    check_ball(import_model(folder.write("meshopt.glb", meshopt_ball(ball).bytes())), ball);
    check_ball(import_model(folder.write("draco.glb", draco_ball(ball).bytes())), ball);
}

TEST_CASE("A compressed glTF whose data lie in a file beside it opens") {
    const TemporaryFolder folder;
    const TriangleMesh ball = sphere(20, 30);
    for (Glb glb : {meshopt_ball(ball), draco_ball(ball)}) {
        glb.json["buffers"][0]["uri"] = "ball.bin";
        (void)folder.write("ball.bin", glb.data);
        check_ball(import_model(folder.write("a.gltf", glb.json.dump())), ball);
    }
}

TEST_CASE("Compressed data that are damaged are an error that names the file and what to do, or another ball") {
    const TemporaryFolder folder;
    const TriangleMesh ball = sphere(12, 16);
    std::mt19937 random{20240610};
    for (const Glb& whole : {meshopt_ball(ball), draco_ball(ball)}) {
        int failed = 0;
        for (int trial = 0; trial < 1500; ++trial) {
            Glb glb = whole;
            for (int flips = 1 + trial % 3; flips > 0; --flips) {
                const std::size_t at = std::uniform_int_distribution<std::size_t>(0, glb.data.size() - 1)(random);
                glb.data[at] =
                    static_cast<char>(glb.data[at] ^ (1 << std::uniform_int_distribution<int>(0, 7)(random)));
            }
            const auto path = folder.write("a.glb", glb.bytes());
            const auto model = import_model(path);
            if (!model) {
                ++failed;
                CHECK(model.error().file == path.string());
                CHECK_FALSE(model.error().cause.empty());
                CHECK_FALSE(model.error().remedy.empty());
            }
        }
        CHECK(failed > 0);
    }
}

TEST_CASE("Compressed data cut short are an error that says what is damaged") {
    const TemporaryFolder folder;
    const TriangleMesh ball = sphere(12, 16);
    const auto error_of = [&](const Glb& glb) {
        const auto model = import_model(folder.write("a.glb", glb.bytes()));
        REQUIRE_FALSE(model);
        CHECK_FALSE(model.error().remedy.empty());
        return model.error().cause;
    };
    Glb meshopt = meshopt_ball(ball);
    auto& packed = meshopt.json["bufferViews"][2]["extensions"]["EXT_meshopt_compression"];
    packed["byteLength"] = packed["byteLength"].get<std::size_t>() / 2;
    CHECK(error_of(meshopt).find("EXT_meshopt_compression") != std::string::npos);
    Glb draco = draco_ball(ball);
    draco.json["bufferViews"][0]["byteLength"] = draco.data.size() / 2;
    CHECK(error_of(draco).find("KHR_draco_mesh_compression") != std::string::npos);
}

TEST_CASE("A description of compressed data that cannot be is refused before anything is made of it") {
    const TemporaryFolder folder;
    const Glb sound = meshopt_ball(sphere(12, 16));
    const auto refused = [&](const char* key, const Json& value, const std::size_t view) {
        Glb glb = sound;
        glb.json["bufferViews"][view]["extensions"]["EXT_meshopt_compression"][key] = value;
        const auto model = import_model(folder.write("a.glb", glb.bytes()));
        INFO(key << " " << value.dump());
        REQUIRE_FALSE(model);
        CHECK(model.error().cause.find("GLB file is broken") != std::string::npos);
    };
    refused("count", 4'000'000'000U, 0);
    refused("count", -1, 0);
    refused("count", 7, 0);
    refused("byteStride", 6, 0);
    refused("byteStride", 1024, 0);
    refused("byteStride", 0, 2);
    refused("byteLength", 900'000'000, 0);
    refused("byteOffset", 900'000'000, 0);
    refused("buffer", 5, 0);
    refused("buffer", 1, 0);
    refused("mode", "SHUFFLED", 0);
    refused("mode", 3, 0);
    refused("filter", "QUATERNION", 1);
    refused("filter", "EXPONENTIAL", 2);
    Glb draco = draco_ball(sphere(12, 16));
    auto& compression = draco.json["meshes"][0]["primitives"][0]["extensions"]["KHR_draco_mesh_compression"];
    for (const auto& [key, value] : {std::pair<const char*, Json>{"bufferView", 9},
                                     {"attributes", {{"POSITION", 77}}},
                                     {"attributes", Json::object()},
                                     {"attributes", {{"POSITION", "none"}}}}) {
        const Json before = compression;
        compression[key] = value;
        const auto model = import_model(folder.write("d.glb", draco.bytes()));
        REQUIRE_FALSE(model);
        CHECK(model.error().cause.find("GLB file is broken") != std::string::npos);
        compression = before;
    }
}

TEST_CASE("Strips and fans of triangles become triangles, wound as the first") {
    const TemporaryFolder folder;
    // A tetrahedron is a strip of its corners a, b, c, d, a, b.
    const std::vector<glm::vec3> corners = {
        {0.0F, 0.0F, 0.0F}, {0.0F, 0.0F, 1.0F}, {1.0F, 0.0F, 0.0F}, {0.0F, 1.0F, 0.0F}};
    TriangleMesh strip{corners, {}, {0, 1, 2, 3, 0, 1}};
    const auto import_as = [&](const TriangleMesh& mesh, const int mode) {
        std::string text = as_gltf(mesh);
        text.replace(text.find("\"indices\":1"), 11, "\"indices\":1,\"mode\":" + std::to_string(mode));
        return import_model(folder.write("a.gltf", text));
    };
    const auto from_strip = import_as(strip, 5);
    REQUIRE(from_strip);
    CHECK(from_strip->triangle_count() == 4);
    CHECK(std::abs(volume(from_strip->parts[0].mesh)) == Approx(1.0 / 6.0));
    // The three sides at the first corner, without the base: their cones from that corner are flat.
    const auto from_fan = import_as({corners, {}, {0, 1, 2, 3, 1, 2}}, 6);
    REQUIRE(from_fan);
    CHECK(from_fan->triangle_count() == 4);
}
