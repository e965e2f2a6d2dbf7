#include <algorithm>
#include <array>
#include <glm/geometric.hpp>

#include "catch.h"
#include "mesh/import.h"
#include "written_models.h"

using namespace dorsum;
using namespace dorsum::mesh;
using namespace dorsum::mesh::test;
using dorsum::test::TemporaryFolder;

namespace {

/// Whether every triangle of `found` lies where one of `expected` does, with the same way round.
bool same_triangles(const TriangleMesh& expected, const TriangleMesh& found) {
    using Corners = std::array<std::array<float, 3>, 3>;
    const auto corners = [](const TriangleMesh& mesh) {
        std::vector<Corners> all;
        for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
            Corners triangle{};
            for (std::size_t j = 0; j < 3; ++j) {
                const glm::vec3 p = mesh.positions[mesh.indices[i + j]];
                triangle[j] = {p.x, p.y, p.z};
            }
            std::ranges::rotate(triangle, std::ranges::min_element(triangle));
            all.push_back(triangle);
        }
        std::ranges::sort(all);
        return all;
    };
    return corners(expected) == corners(found);
}

struct Written {
    std::string name;
    std::string content;
};

std::vector<Written> box_in_every_format() {
    const TriangleMesh mesh = box();
    return {{"box.obj", as_obj(mesh)},
            {"binary.stl", as_binary_stl(mesh)},
            {"text.stl", as_text_stl(mesh)},
            {"binary.ply", as_binary_ply(mesh)},
            {"text.ply", as_text_ply(mesh)},
            {"box.fbx", as_fbx(mesh, 1, 2, 1, 1.0)},
            {"z_up.fbx", as_fbx(mesh, 2, 1, -1, 2.54)},
            {"box.dae", as_dae(mesh, "Y_UP", "1")},
            {"z_up.dae", as_dae(mesh, "Z_UP", "0.0254")},
            {"box.gltf", as_gltf(mesh)},
            {"box.glb", as_glb(mesh)}};
}

}  // namespace

TEST_CASE("Every format gives the same triangles, in the coordinates that the file has") {
    const TemporaryFolder folder;
    for (const Written& written : box_in_every_format()) {
        INFO(written.name);
        const auto model = import_model(folder.write(written.name, written.content));
        INFO((model ? std::string() : to_string(model.error())));
        REQUIRE(model);
        REQUIRE(model->parts.size() == 1);
        CHECK(model->triangle_count() == 12);
        CHECK(same_triangles(box(), model->parts[0].mesh));
        CHECK(model->warnings.empty());
        CHECK(model->file == (folder.path() / written.name).string());
    }
}

TEST_CASE("Every import has one unit normal for each vertex and no index out of range") {
    const TemporaryFolder folder;
    for (const Written& written : box_in_every_format()) {
        INFO(written.name);
        const auto model = import_model(folder.write(written.name, written.content));
        REQUIRE(model);
        const TriangleMesh& mesh = model->parts[0].mesh;
        REQUIRE(mesh.normals.size() == mesh.positions.size());
        for (const glm::vec3& normal : mesh.normals) {
            CHECK(glm::length(normal) == Approx(1.0F).margin(1.0e-4));
        }
        CHECK(std::ranges::max(mesh.indices) < mesh.positions.size());
    }
}

TEST_CASE("A model file under another format's extension is read for what it is") {
    const TemporaryFolder folder;
    const auto glb_as_obj = import_model(folder.write("a.obj", as_glb(box())));
    REQUIRE(glb_as_obj);
    CHECK(glb_as_obj->triangle_count() == 12);
    const auto ply_without_extension = import_model(folder.write("model", as_binary_ply(box())));
    REQUIRE(ply_without_extension);
    const auto stl_in_capitals = import_model(folder.write("BOX.STL", as_binary_stl(box())));
    REQUIRE(stl_in_capitals);
}

TEST_CASE("What a file says of its unit and axes is passed on") {
    const TemporaryFolder folder;
    SECTION("FBX in inches, z up, as 3ds Max writes it") {
        const auto model = import_model(folder.write("a.fbx", as_fbx(box(), 2, 1, -1, 2.54)));
        REQUIRE(model);
        CHECK(model->hints.up == Axis::plus_z);
        CHECK(model->hints.front == Axis::minus_y);
        REQUIRE(model->hints.unit_m);
        CHECK(*model->hints.unit_m == Approx(0.0254F));
    }
    SECTION("FBX in centimetres, y up") {
        const auto model = import_model(folder.write("a.fbx", as_fbx(box(), 1, 2, 1, 1.0)));
        REQUIRE(model);
        CHECK(model->hints.up == Axis::plus_y);
        CHECK(model->hints.front == Axis::plus_z);
        CHECK(*model->hints.unit_m == Approx(0.01F));
    }
    SECTION("DAE in millimetres, z up") {
        const auto model = import_model(folder.write("a.dae", as_dae(box(), "Z_UP", "0.001")));
        REQUIRE(model);
        CHECK(model->hints.up == Axis::plus_z);
        CHECK(model->hints.front == Axis::minus_y);
        CHECK(*model->hints.unit_m == Approx(0.001F));
    }
    SECTION("glTF is always in metres, y up, front towards +z") {
        const auto model = import_model(folder.write("a.glb", as_glb(box())));
        REQUIRE(model);
        CHECK(model->hints.up == Axis::plus_y);
        CHECK(model->hints.front == Axis::plus_z);
        CHECK(*model->hints.unit_m == 1.0F);
    }
    SECTION("OBJ, STL and PLY say nothing") {
        for (const auto& path : {folder.write("a.obj", as_obj(box())), folder.write("a.stl", as_binary_stl(box())),
                                 folder.write("a.ply", as_text_ply(box()))}) {
            const auto model = import_model(path);
            REQUIRE(model);
            CHECK_FALSE(model->hints.up);
            CHECK_FALSE(model->hints.front);
            CHECK_FALSE(model->hints.unit_m);
        }
    }
}

TEST_CASE("Parts keep the names of their nodes, and a nameless one is called after the file") {
    const TemporaryFolder folder;
    CHECK(import_model(folder.write("a.glb", as_glb(box())))->parts[0].name == "box");
    CHECK(import_model(folder.write("a.fbx", as_fbx(box(), 1, 2, 1, 1.0)))->parts[0].name == "box");
    CHECK(import_model(folder.write("a.dae", as_dae(box(), "Y_UP", "1")))->parts[0].name == "box");
    CHECK(import_model(folder.write("back.ply", as_text_ply(box())))->parts[0].name == "back");
    CHECK(import_model(folder.write("back.stl", as_binary_stl(box())))->parts[0].name == "back");
}

TEST_CASE("A node's transform is applied, and a mirrored one keeps its outside outside") {
    const TemporaryFolder folder;
    std::string text = as_gltf(box());
    text.replace(text.find("\"mesh\":0}"), 9, "\"mesh\":0,\"scale\":[-1,2,1],\"translation\":[10,0,0]}");
    const auto model = import_model(folder.write("a.gltf", text));
    REQUIRE(model);
    TriangleMesh expected = box();
    for (glm::vec3& position : expected.positions) {
        position = {10.0F - position.x, position.y * 2.0F, position.z};
    }
    for (std::size_t i = 0; i < expected.indices.size(); i += 3) {
        std::swap(expected.indices[i + 1], expected.indices[i + 2]);
    }
    CHECK(same_triangles(expected, model->parts[0].mesh));
}

TEST_CASE("Polygons become triangles and lines and points are passed over") {
    const TemporaryFolder folder;
    const auto model = import_model(folder.write(
        "a.obj", "v 0 0 0\nv 1 0 0\nv 2 1 0\nv 1 2 0\nv 0 2 0\nv 5 5 5\nf 1 2 3 4 5\nl 1 6\np 6\nf -6 -5 -4\n"));
    REQUIRE(model);
    CHECK(model->triangle_count() == 4);
}

TEST_CASE("An import reports rising progress and stops when it is asked to") {
    const TemporaryFolder folder;
    const auto path = folder.write("a.ply", as_binary_ply(sphere(100, 100)));
    float last = 0.0F;
    bool rises = true;
    REQUIRE(import_model(path, [&](const float share) {
        rises = rises && share >= last && share <= 1.0F;
        last = share;
        return true;
    }));
    CHECK(rises);
    CHECK(last == 1.0F);
    for (const float stop_at : {0.0F, 0.2F, 0.7F, 0.99F}) {
        const auto stopped = import_model(path, [&](const float share) { return share < stop_at; });
        REQUIRE_FALSE(stopped);
        CHECK(stopped.error().cause.find("as asked") != std::string::npos);
    }
}
