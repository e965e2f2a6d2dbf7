#include <cmath>
#include <limits>

#include "catch.h"
#include "mesh/import.h"
#include "written_models.h"

using namespace dorsum;
using namespace dorsum::mesh;
using namespace dorsum::mesh::test;
using dorsum::test::TemporaryFolder;

namespace {

/// The error of an import that must fail, which names the file, a cause and a remedy.
Error error_of(const std::filesystem::path& path) {
    const auto model = import_model(path);
    INFO(path);
    REQUIRE_FALSE(model);
    CHECK(model.error().file == path.string());
    CHECK_FALSE(model.error().cause.empty());
    CHECK_FALSE(model.error().remedy.empty());
    return model.error();
}

bool says(const Error& error, const std::string& words) {
    INFO(to_string(error));
    const bool found = to_string(error).find(words) != std::string::npos;
    CHECK(found);
    return found;
}

std::string replaced(std::string text, const std::string& before, const std::string& after) {
    const auto at = text.find(before);
    REQUIRE(at != std::string::npos);
    return text.replace(at, before.size(), after);
}

std::string ply_announcing(const std::string& format, const std::string& vertices, const std::string& faces) {
    return "ply\nformat " + format + " 1.0\nelement vertex " + vertices +
           "\nproperty float x\nproperty float y\nproperty float z\nelement face " + faces +
           "\nproperty list uchar int vertex_indices\nend_header\n";
}

}  // namespace

TEST_CASE("A missing file, an empty one and a folder are told apart") {
    const TemporaryFolder folder;
    says(error_of(folder.path() / "missing.obj"), "no such file");
    says(error_of(folder.path()), "is not a file");
    for (const std::string name : {"a.obj", "a.stl", "a.ply", "a.fbx", "a.dae", "a.gltf", "a.glb"}) {
        says(error_of(folder.write(name, "")), "is empty");
    }
}

TEST_CASE("A foreign file is not a model file, whatever its extension") {
    const TemporaryFolder folder;
    const std::string png = std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) + std::string(500, '\7');
    const std::string letter = "Dear customer,\nvery many thanks for the massage.\n";
    for (const std::string extension : {"obj", "stl", "ply", "fbx", "dae", "gltf", "glb", "png", "txt"}) {
        INFO(extension);
        says(error_of(folder.write("picture." + extension, png)), "is not a model file");
        const Error error = error_of(folder.write("letter." + extension, letter));
        says(error, "is not a model file");
        says(error, "OBJ, STL, PLY, FBX, DAE, glTF or GLB");
    }
    says(error_of(folder.write("data.json", "{\"name\": 1}")), "is not a model file");
    says(error_of(folder.write("page.dae", "<html><body>not found</body></html>")), "is not a model file");
}

TEST_CASE("A model cut short anywhere fails or loads, and does neither halfway") {
    const TemporaryFolder folder;
    const TriangleMesh mesh = box();
    const std::vector<std::pair<std::string, std::string>> whole_files = {
        {"a.glb", as_glb(mesh)},        {"b.ply", as_binary_ply(mesh)},       {"t.ply", as_text_ply(mesh)},
        {"b.stl", as_binary_stl(mesh)}, {"t.stl", as_text_stl(mesh)},         {"a.obj", as_obj(mesh)},
        {"a.gltf", as_gltf(mesh)},      {"a.dae", as_dae(mesh, "Y_UP", "1")}, {"a.fbx", as_fbx(mesh, 1, 2, 1, 1.0)}};
    for (const auto& [name, whole] : whole_files) {
        REQUIRE(import_model(folder.write(name, whole)));
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const auto model = import_model(folder.write(name, whole.substr(0, length)));
            if (model && (model->triangle_count() == 0 || model->triangle_count() > 12)) {
                FAIL(name << " cut after " << length << " bytes has " << model->triangle_count() << " triangles");
            }
            if (!model && (model.error().cause.empty() || model.error().remedy.empty())) {
                FAIL(name << " cut after " << length << " bytes fails without a word");
            }
        }
    }
}

TEST_CASE("A binary model cut short anywhere is an error") {
    const TemporaryFolder folder;
    for (const auto& [name, whole] : {std::pair<std::string, std::string>{"a.glb", as_glb(box())},
                                      {"a.ply", as_binary_ply(box())},
                                      {"a.stl", as_binary_stl(box())}}) {
        for (std::size_t length = 0; length < whole.size(); ++length) {
            if (import_model(folder.write(name, whole.substr(0, length)))) {
                FAIL(name << " cut after " << length << " bytes loads");
            }
        }
    }
}

TEST_CASE("A model without triangles says so") {
    const TemporaryFolder folder;
    says(error_of(folder.write("points.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\np 1 2 3\nl 1 2\n")), "triangles");
    says(error_of(folder.write("points.ply", ply_announcing("ascii", "1", "0") + "1 2 3\n")), "triangles");
    says(error_of(folder.write("none.stl", std::string(80, ' ') + bytes_of(std::uint32_t{0}))), "triangles");
    says(error_of(folder.write("none.gltf", R"({"asset":{"version":"2.0"},"scenes":[{"nodes":[]}],"scene":0})")),
         "triangles");
    TriangleMesh flat = box();
    flat.positions.assign(8, glm::vec3(1.0F));
    says(error_of(folder.write("flat.ply", as_binary_ply(flat))), "triangles");
}

TEST_CASE("Triangles with a position that is no number are left out and said") {
    const TemporaryFolder folder;
    for (const float wrong :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(), 1.0e30F}) {
        TriangleMesh mesh = box();
        mesh.positions[7].y = wrong;  // six of the triangles meet there
        for (const auto& [name, content] : {std::pair<std::string, std::string>{"a.ply", as_binary_ply(mesh)},
                                            {"a.stl", as_binary_stl(mesh)},
                                            {"a.glb", as_glb(box())}}) {
            std::string bytes = content;
            if (name == "a.glb") {
                const std::size_t data = bytes.find(bytes_of(box().positions[7]));
                bytes.replace(data + 4, 4, bytes_of(wrong));
            }
            const auto model = import_model(folder.write(name, bytes));
            INFO(name << (model ? "" : to_string(model.error())));
            REQUIRE(model);
            CHECK(model->triangle_count() == 6);
            REQUIRE(model->warnings.size() == 1);
            CHECK(model->warnings[0].find('6') != std::string::npos);
            const auto [low, high] = bounds(*model);
            CHECK((std::isfinite(low.y) && high.y <= 5.0F));
        }
        mesh.positions.assign(8, glm::vec3(wrong));
        says(error_of(folder.write("all.ply", as_binary_ply(mesh))), "this PLY file is broken");
    }
}

TEST_CASE("Triangles with an index out of range are left out and said") {
    const TemporaryFolder folder;
    TriangleMesh mesh = box();
    mesh.indices[0] = 8;
    mesh.indices[5] = 4'000'000'000U;
    for (const auto& [name, content] : {std::pair<std::string, std::string>{"b.ply", as_binary_ply(mesh)},
                                        {"a.glb", as_glb(mesh)},
                                        {"a.gltf", as_gltf(mesh)},
                                        {"a.obj", as_obj(mesh)}}) {
        const auto model = import_model(folder.write(name, content));
        INFO(name << (model ? "" : to_string(model.error())));
        REQUIRE(model);
        CHECK(model->triangle_count() == 10);
        REQUIRE(model->warnings.size() == 1);
        CHECK(model->warnings[0].find('2') != std::string::npos);
    }
    says(error_of(folder.write("all.obj", "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 7 8 9\nf 0 1 2\nf -9 1 2\n")),
         "this OBJ file is broken");
    says(error_of(folder.write("a.dae", as_dae(mesh, "Y_UP", "1"))), "this DAE file is broken");
    const std::string corners = "v 0 0 0\nv 1 0 0\nv 0 1 0\nv 0 0 1\n";
    const auto far_back =
        import_model(folder.write("far.obj", corners + "f -9223372036854775808 1 2\nf 1 2 3\nf 1 2 4\n"));
    REQUIRE(far_back);
    CHECK(far_back->triangle_count() == 2);
}

TEST_CASE("An OBJ line that goes on in the next one is one line") {
    const TemporaryFolder folder;
    const std::string corners = "v 0 0 0\nv 1 0 0\nv 0 1 0\nv 0 0 1\n";
    const auto model = import_model(folder.write("a.obj", corners + "f 1 2 \\\n3\nf 1 \\\n 2 \\\n 4\nf 7 \\\n 8 9\n"));
    REQUIRE(model);
    CHECK(model->triangle_count() == 2);
    CHECK(model->warnings.size() == 1);
}

TEST_CASE("A polygon with an index out of range does not bring the import down") {
    const TemporaryFolder folder;
    const std::string vertices = "0 0 0\n1 0 0\n1 1 0\n0 1 0\n";
    const auto model = import_model(
        folder.write("a.ply", ply_announcing("ascii", "4", "2") + vertices + "5 0 1 2 3 100000000\n4 0 1 2 3\n"));
    REQUIRE(model);
    CHECK(model->triangle_count() == 2);
}

TEST_CASE("A hundred million vertices that are announced and not there are an error and cost no memory") {
    const TemporaryFolder folder;
    const std::string many = "100000000";
    says(error_of(folder.write("b.ply", ply_announcing("binary_little_endian", many, "1") + "abc")),
         "PLY file is broken");
    says(error_of(folder.write("f.ply", ply_announcing("binary_big_endian", "0", many) + "abc")), "PLY file is broken");
    says(error_of(folder.write("t.ply", ply_announcing("ascii", many, many) + "1 2 3\n")), "PLY file is broken");
    says(error_of(folder.write("x.ply", ply_announcing("ascii", "99999999999999999999999", "1") + "1\n")),
         "PLY file is broken");
    says(error_of(folder.write("a.stl", std::string(80, ' ') + bytes_of(std::uint32_t{100'000'000}) + "abc")),
         "STL file is broken");
    const std::string count = "\"count\":8";
    says(error_of(folder.write("a.gltf", replaced(as_gltf(box()), count, "\"count\":100000000"))),
         "glTF file is broken");
    says(error_of(folder.write("a.glb", replaced(as_glb(box()), "\"byteLength\":96}", "\"byteLength\":1200000000}"))),
         "GLB file is broken");
    says(error_of(folder.write("n.gltf", replaced(as_gltf(box()), "{\"bufferView\":0,\"componentType\":5126,",
                                                  "{\"componentType\":5126,"))),
         "glTF file is broken");
}

TEST_CASE("A glTF extension that cannot be read is named, with what to do") {
    const TemporaryFolder folder;
    const auto requiring = [](const std::string& extension) {
        return "\"extensionsUsed\":[\"" + extension + "\"],\"extensionsRequired\":[\"" + extension + "\"],";
    };
    for (const std::string extension : {"ACME_mesh_compression", "EXT_mesh_gpu_instancing", "ACME_new_shape"}) {
        const Error error = error_of(folder.write("a.glb", as_glb(box(), requiring(extension))));
        says(error, extension);
        says(error, "Export it again");
        says(error_of(folder.write("a.gltf", as_gltf(box(), requiring(extension)))), extension);
    }
    // One that only changes how the surface looks is no reason to refuse.
    CHECK(import_model(folder.write("unlit.glb", as_glb(box(), requiring("KHR_materials_unlit")))));
}

TEST_CASE("A damaged glTF is refused before anything is made of it") {
    const TemporaryFolder folder;
    const std::string sound = as_gltf(box());
    const auto damaged = [&](const std::string& before, const std::string& after) {
        return error_of(folder.write("a.gltf", replaced(sound, before, after)));
    };
    says(damaged("\"scene\":0", "\"scene\":7"), "glTF file is broken");
    says(damaged("\"nodes\":[0]", "\"nodes\":[1]"), "do not form a tree");
    says(damaged("\"mesh\":0}", "\"mesh\":0,\"children\":[0]}"), "do not form a tree");
    says(damaged("\"mesh\":0}", "\"mesh\":3}"), "not there");
    says(damaged("\"POSITION\":0", "\"POSITION\":9"), "not there");
    says(damaged("\"POSITION\":0", "\"POSITION\":\"a\""), "glTF file is broken");
    says(damaged("\"indices\":1", "\"indices\":-1"), "not there");
    says(damaged("\"type\":\"VEC3\"", "\"type\":3"), "does not follow glTF 2.0");
    says(damaged("\"bufferView\":1", "\"bufferView\":5"), "glTF file is broken");
    says(damaged("\"version\":\"2.0\"", "\"version\":\"1.0\""), "Export it as glTF 2.0");
    says(damaged("\"scenes\":", "\"scenes\""), "not valid JSON");
    says(damaged("\"byteLength\":96}", "\"byteLength\":18446744073709551615}"), "glTF file is broken");
    says(damaged("\"count\":8", "\"count\":18446744073709551615"), "glTF file is broken");
    says(damaged("\"scene\":0", "\"scene\":0,\"extras\":" + std::string(100'000, '[') + std::string(100'000, ']')),
         "nested too deep");
}

TEST_CASE("A glTF without the data file beside it names that file") {
    const TemporaryFolder folder;
    std::string text = as_gltf(box());
    const auto start = text.find("data:application");
    text.replace(start, text.find('"', start) - start, "box.bin");
    says(error_of(folder.write("a.gltf", text)), "box.bin");
    const std::string glb = as_glb(box());
    const std::string data = glb.substr(glb.find(std::string("BIN\0", 4)) + 4);
    (void)folder.write("box.bin", data.substr(0, data.size() - 1));
    says(error_of(folder.path() / "a.gltf"), "shorter");
    (void)folder.write("box.bin", data);
    CHECK(import_model(folder.path() / "a.gltf"));
    // A name with a space is written with %20.
    (void)folder.write("my box.bin", data);
    CHECK(import_model(folder.write("b.gltf", replaced(text, "box.bin", "my%20box.bin"))));
}

TEST_CASE("A damaged binary FBX is an error and never the end of the program") {
    const TemporaryFolder folder;
    const std::string start = std::string("Kaydara FBX Binary  \0\x1a\0", 23);
    says(error_of(folder.write("short.fbx", start)), "FBX file is broken");
    says(error_of(folder.write("old.fbx", start + bytes_of(std::uint32_t{6100}) + std::string(100, '\0'))), "2011");
    const std::string far_end = bytes_of(std::uint32_t{4'000'000}) + std::string(9, '\1');
    says(error_of(folder.write("cut.fbx", start + bytes_of(std::uint32_t{7400}) + far_end)), "cut short");
}

TEST_CASE("Bytes behind the last triangle of an STL file do no harm") {
    const TemporaryFolder folder;
    const auto model = import_model(folder.write("a.stl", as_binary_stl(box()) + "trailing words"));
    REQUIRE(model);
    CHECK(model->triangle_count() == 12);
}
