#include <algorithm>
#include <cstring>
#include <functional>
#include <glm/geometric.hpp>
#include <nlohmann/json.hpp>

#include "catch.h"
#include "core/files.h"
#include "mesh/glb_export.h"
#include "mesh/import.h"
#include "mesh/model_stream.h"
#include "mesh/own_glb.h"
#include "written_models.h"

using namespace dorsum;
using namespace dorsum::mesh;
using namespace dorsum::mesh::test;
using dorsum::test::TemporaryFolder;

namespace {

/// A sphere with everything that only our own models have.
TriangleMesh layered() {
    TriangleMesh mesh = sphere(6, 8);
    mesh.normals = mesh.positions;
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        mesh.fibres.emplace_back(0.6F, 0.8F, 0.0F, static_cast<float>(i % 2));
        mesh.tints.emplace_back(200, static_cast<std::uint8_t>(i), 150, 255);
    }
    mesh.coarser = {{mesh.indices.begin(), mesh.indices.begin() + 12}, {0, 1, 2}};
    return mesh;
}

Model layered_model() {
    TriangleMesh kidney = layered();
    for (glm::vec3& position : kidney.positions) {
        position.x += 3.0F;
    }
    Model model;
    model.parts = {{"heart", layered()}, {"kidney_right", std::move(kidney)}, {"kidney_left", {}, "kidney_right"}};
    return model;
}

Result<Model> exported_and_read(const Model& model, const TemporaryFolder& folder) {
    REQUIRE(export_glb(model, folder.path() / "a.glb"));
    return import_model(folder.path() / "a.glb");
}

void check_same(const TriangleMesh& back, const TriangleMesh& mesh) {
    CHECK(back.positions == mesh.positions);
    CHECK(back.normals == mesh.normals);
    CHECK(back.indices == mesh.indices);
    CHECK(back.tints == mesh.tints);
    CHECK(back.coarser == mesh.coarser);
    REQUIRE(back.fibres.size() == mesh.fibres.size());
    for (std::size_t i = 0; i < back.fibres.size(); ++i) {
        CHECK(glm::distance(back.fibres[i], mesh.fibres[i]) < 0.01F);
    }
}

/// The volume of a closed surface, positive when it is wound outwards.
float volume(const TriangleMesh& mesh) {
    float sum = 0.0F;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        sum += glm::dot(mesh.positions[mesh.indices[i]],
                        glm::cross(mesh.positions[mesh.indices[i + 1]], mesh.positions[mesh.indices[i + 2]]));
    }
    return sum;
}

}  // namespace

TEST_CASE("A body of our own comes back with its fibres, tints and levels, vertex for vertex") {
    const TemporaryFolder folder;
    const Model model = layered_model();
    const auto back = exported_and_read(model, folder);
    REQUIRE(back);
    REQUIRE(back->parts.size() == 3);
    CHECK(back->parts[0].name == "heart");
    check_same(back->parts[0].mesh, model.parts[0].mesh);
    check_same(back->parts[1].mesh, model.parts[1].mesh);
    CHECK(back->hints.unit_m == 1.0F);
    CHECK(back->warnings.empty());
}

TEST_CASE("A left part is the mirror image of the right one, and outside stays outside") {
    const TemporaryFolder folder;
    const auto back = exported_and_read(layered_model(), folder);
    REQUIRE(back);
    const TriangleMesh& right = back->parts[1].mesh;
    const TriangleMesh& left = back->parts[2].mesh;
    CHECK(back->parts[2].name == "kidney_left");
    CHECK(back->parts[2].mirror_of == "kidney_right");
    REQUIRE(left.positions.size() == right.positions.size());
    for (std::size_t i = 0; i < left.positions.size(); ++i) {
        CHECK(left.positions[i] == right.positions[i] * glm::vec3(-1.0F, 1.0F, 1.0F));
        CHECK(left.normals[i] == right.normals[i] * glm::vec3(-1.0F, 1.0F, 1.0F));
        CHECK(left.fibres[i] == right.fibres[i] * glm::vec4(-1.0F, 1.0F, 1.0F, 1.0F));
    }
    CHECK(volume(right) > 0.0F);
    CHECK(volume(left) == Approx(volume(right)));
}

TEST_CASE("A body that was read and exported again is the same file") {
    const TemporaryFolder folder;
    const auto back = exported_and_read(layered_model(), folder);
    REQUIRE(back);
    REQUIRE(export_glb(*back, folder.path() / "b.glb"));
    CHECK(read_file(folder.path() / "a.glb").value() == read_file(folder.path() / "b.glb").value());
}

TEST_CASE("A mirrored part costs next to nothing in the file, and small meshes have short indices") {
    const TemporaryFolder folder;
    Model one = layered_model();
    one.parts.pop_back();
    REQUIRE(export_glb(one, folder.path() / "one.glb"));
    REQUIRE(export_glb(layered_model(), folder.path() / "both.glb"));
    const auto size = [&](const char* name) { return std::filesystem::file_size(folder.path() / name); };
    CHECK(size("both.glb") < size("one.glb") + 400);
    const auto bytes = read_file(folder.path() / "one.glb").value();
    const std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    CHECK(text.find("5123") != std::string::npos);
    CHECK(text.find("5125") == std::string::npos);
    CHECK(text.find("extensionsRequired") == std::string::npos);
}

TEST_CASE("A part that mirrors one that is not there cannot be exported") {
    const TemporaryFolder folder;
    Model model = layered_model();
    model.parts[2].mirror_of = "spleen";
    const auto failed = export_glb(model, folder.path() / "a.glb");
    REQUIRE_FALSE(failed);
    CHECK(failed.error().cause.find("kidney_left") != std::string::npos);
}

TEST_CASE("A layered body goes from one process to another as it is") {
    const Model model = layered_model();
    const auto back = from_bytes(to_bytes(model));
    REQUIRE(back);
    REQUIRE(back->parts.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        check_same(back->parts[i].mesh, model.parts[i].mesh);
        CHECK(back->parts[i].mirror_of == model.parts[i].mirror_of);
    }
    std::vector<std::byte> bytes = to_bytes(model);
    for (std::size_t length = 0; length < bytes.size(); length += 7) {
        REQUIRE_FALSE(from_bytes(std::span(bytes).first(length)));
    }
}

TEST_CASE("Another program's file with the same attributes is read the ordinary way") {
    const TemporaryFolder folder;
    REQUIRE(export_glb(layered_model(), folder.path() / "a.glb"));
    std::vector<std::byte> bytes = read_file(folder.path() / "a.glb").value();
    const std::string ours = "\"Dorsum\"";
    const auto at = std::ranges::search(bytes, std::as_bytes(std::span(ours))).begin();
    REQUIRE(at != bytes.end());
    std::memcpy(&*at, "\"Bendum\"", ours.size());
    REQUIRE(write_file(folder.path() / "b.glb", bytes));
    const auto back = import_model(folder.path() / "b.glb");
    REQUIRE(back);
    REQUIRE(back->parts.size() == 3);
    CHECK(back->parts[0].mesh.fibres.empty());
    CHECK(bounds(back->parts[2].mesh).low.x == Approx(-4.0F));
}

TEST_CASE("No damaged byte of a file of our own leads to a model with anything out of range") {
    const TemporaryFolder folder;
    Model small;
    small.parts = {{"box", box()}, {"other", {}, "box"}};
    TriangleMesh& small_mesh = small.parts[0].mesh;
    small_mesh.normals.assign(small_mesh.positions.size(), glm::vec3(0.0F, 0.0F, 1.0F));
    small_mesh.tints.assign(small_mesh.positions.size(), glm::u8vec4(255));
    small_mesh.fibres.assign(small_mesh.positions.size(), glm::vec4(1.0F, 0.0F, 0.0F, 0.0F));
    small.parts[0].mesh.coarser = {{0, 1, 2}};
    REQUIRE(export_glb(small, folder.path() / "a.glb"));
    const std::vector<std::byte> sound = read_file(folder.path() / "a.glb").value();
    for (std::size_t at = 0; at < sound.size(); ++at) {
        std::vector<std::byte> damaged = sound;
        damaged[at] ^= std::byte{0x05};
        REQUIRE(write_file(folder.path() / "b.glb", damaged));
        const auto model = import_model(folder.path() / "b.glb");
        if (!model) {
            continue;
        }
        for (const ModelPart& part : model->parts) {
            const std::size_t vertices = part.mesh.positions.size();
            REQUIRE((part.mesh.normals.empty() || part.mesh.normals.size() == vertices));
            REQUIRE((part.mesh.tints.empty() || part.mesh.tints.size() == vertices));
            REQUIRE((part.mesh.fibres.empty() || part.mesh.fibres.size() == vertices));
            for (const std::uint32_t index : part.mesh.indices) {
                REQUIRE(index < part.mesh.positions.size());
            }
            for (const auto& level : part.mesh.coarser) {
                REQUIRE(std::ranges::all_of(
                    level, [&](const std::uint32_t index) { return index < part.mesh.positions.size(); }));
            }
        }
    }
}

namespace {

using nlohmann::json;

/// What is read of the layered model's file after its description was changed.
std::optional<std::vector<ModelPart>> read_changed(const std::function<void(json&)>& change) {
    const TemporaryFolder folder;
    REQUIRE(export_glb(layered_model(), folder.path() / "a.glb"));
    const auto bytes = read_file(folder.path() / "a.glb").value();
    const std::string content(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    std::uint32_t json_bytes = 0;
    std::memcpy(&json_bytes, content.data() + 12, sizeof json_bytes);
    json document = json::parse(content.substr(20, json_bytes));
    change(document);
    const std::string changed = glb_of(document.dump(), content.substr(20 + json_bytes + 8));
    return read_own_glb(std::as_bytes(std::span(changed)));
}

json& levels_of(json& document, const std::size_t node) {
    return document["nodes"][node]["extensions"]["MSFT_lod"]["ids"];
}

}  // namespace

TEST_CASE("A file that names one node again and again does not multiply it in memory") {
    REQUIRE(read_changed([](json&) {}));
    CHECK_FALSE(read_changed([](json& document) {
        json& roots = document["scenes"][0]["nodes"];
        roots.push_back(roots[0]);
    }));
    CHECK_FALSE(read_changed([](json& document) {
        json& levels = levels_of(document, 0);
        levels.push_back(levels[0]);
    }));
}

TEST_CASE("A file whose nodes share one mesh many times does not multiply it in memory") {
    CHECK_FALSE(read_changed([](json& document) {
        for (int i = 0; i < 50; ++i) {
            document["scenes"][0]["nodes"].push_back(document["nodes"].size());
            document["nodes"].push_back({{"name", "copy" + std::to_string(i)}, {"mesh", 0}});
        }
    }));
}

TEST_CASE("A file of our own that is not as it was written is not taken for one") {
    CHECK_FALSE(read_changed([](json& document) { levels_of(document, 0)[0] = 1.0e300; }));
    CHECK_FALSE(read_changed([](json& document) { levels_of(document, 0)[0] = -1; }));
    CHECK_FALSE(read_changed([](json& document) { document["meshes"][0]["primitives"][0]["mode"] = 1.0e300; }));
    CHECK_FALSE(read_changed([](json& document) { document["bufferViews"][0]["byteOffset"] = 1.0e300; }));
    CHECK_FALSE(read_changed([](json& document) { document["accessors"][1]["count"] = 3; }));
    CHECK_FALSE(read_changed([](json& document) { document["nodes"][3]["name"] = "heart"; }));
}

TEST_CASE("A part that has no mirror image is not said to be one") {
    const auto parts = read_changed([](json& document) {
        const json left = document["scenes"][0]["nodes"][2];
        const json right = document["scenes"][0]["nodes"][1];
        document["nodes"][right.get<std::size_t>()]["scale"] = document["nodes"][left.get<std::size_t>()]["scale"];
    });
    REQUIRE(parts);
    REQUIRE(parts->size() == 3);
    CHECK(parts->at(1).mirror_of.empty());
    CHECK(parts->at(2).mirror_of.empty());
    CHECK(parts->at(1).mesh.positions == parts->at(2).mesh.positions);
}

TEST_CASE("A position too large to reckon with is refused on the way out and on the way in") {
    const TemporaryFolder folder;
    Model model = layered_model();
    model.parts[0].mesh.positions[0].x = 1.0e38F;
    CHECK_FALSE(export_glb(model, folder.path() / "a.glb"));
    model.parts[0].mesh.positions[0].x = 12345.0F;
    REQUIRE(export_glb(model, folder.path() / "a.glb"));
    std::vector<std::byte> bytes = read_file(folder.path() / "a.glb").value();
    REQUIRE(read_own_glb(bytes));
    const float sound = 12345.0F;
    const float huge = 1.0e38F;
    const auto at = std::ranges::search(bytes, std::as_bytes(std::span(&sound, 1))).begin();
    REQUIRE(at != bytes.end());
    std::memcpy(&*at, &huge, sizeof huge);
    CHECK_FALSE(read_own_glb(bytes));
}

TEST_CASE("Two parts of one name cannot be exported: a mirror image would not know whose it is") {
    const TemporaryFolder folder;
    Model model = layered_model();
    model.parts[0].name = "kidney_right";
    const auto failed = export_glb(model, folder.path() / "a.glb");
    REQUIRE_FALSE(failed);
    CHECK(failed.error().cause.find("kidney_right") != std::string::npos);
}

TEST_CASE("A part without triangles is left out, and so is its mirror image") {
    const TemporaryFolder folder;
    Model model = layered_model();
    model.parts[1].mesh = {};
    const auto back = exported_and_read(model, folder);
    REQUIRE(back);
    REQUIRE(back->parts.size() == 1);
    CHECK(back->parts[0].name == "heart");
}

TEST_CASE("Where only a model of our own will do, another program's is refused") {
    const TemporaryFolder folder;
    REQUIRE(export_glb(layered_model(), folder.path() / "a.glb"));
    CHECK(import_own_model(folder.path() / "a.glb"));
    const std::string foreign = as_glb(box());
    REQUIRE(write_file(folder.path() / "b.glb", std::as_bytes(std::span(foreign))));
    REQUIRE(import_model(folder.path() / "b.glb"));
    const auto refused = import_own_model(folder.path() / "b.glb");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().file == (folder.path() / "b.glb").string());
    CHECK_FALSE(import_own_model(folder.path() / "missing.glb"));
}
