#include "mesh/plain_models.h"

#include <algorithm>
#include <functional>
#include <glm/geometric.hpp>
#include <optional>
#include <random>
#include <string>
#include <tuple>
#include <utility>

#include "catch.h"
#include "mesh/import.h"
#include "mesh/model_format.h"
#include "mesh/preflight.h"
#include "written_models.h"

using namespace dorsum;
using namespace dorsum::mesh;
using namespace dorsum::mesh::test;
using dorsum::test::TemporaryFolder;

namespace {

std::span<const std::byte> bytes(const std::string& text) {
    return std::as_bytes(std::span(text));
}

/// Two triangles over the edge of a roof; each has a normal of its own, the corners at the edge two.
const std::string roof =
    "# a roof\nmtllib roof.mtl\no roof\nv 0 0 0\nv 1 0 0\nv 0 1 1\nv 0 1 -1\nvt 0.5 0.5\nvn 0 0.7071068 -0.7071068\n"
    "vn 0 0.7071068 0.7071068\ns off\nusemtl tiles\nf 1/1/1 2/1/1 3/1/1\nf 2//2 1//2 4//2\n";

}  // namespace

TEST_CASE("A plain OBJ keeps its name and gives each corner the normal that the file has there") {
    const auto model = read_plain_obj(bytes(roof));
    REQUIRE(model);
    CHECK(model->name == "roof");
    CHECK(model->bad_index_faces == 0);
    const TriangleMesh& mesh = model->mesh;
    REQUIRE(mesh.triangle_count() == 2);
    CHECK(mesh.positions.size() == 6);  // two vertices have two normals
    for (std::size_t corner = 0; corner < 6; ++corner) {
        CHECK(mesh.normals[mesh.indices[corner]].z == Approx(corner < 3 ? -0.7071068F : 0.7071068F));
    }
    CHECK((mesh.positions[mesh.indices[3]] == glm::vec3(1.0F, 0.0F, 0.0F)));
    CHECK((mesh.positions[mesh.indices[5]] == glm::vec3(0.0F, 1.0F, -1.0F)));
}

TEST_CASE("A plain OBJ counts back from the last vertex, and says which faces lead nowhere") {
    const auto model =
        read_plain_obj(bytes("v 0 0 0\r\nv 1 0 0\r\nv 0 1 0\r\nf -3 -2 -1\r\nf 1 2 9\r\nf -4 1 2\r\n"
                             "vn 0 0 1\r\nf 1//1 2//1 3//7\r\nv 2 2 nan\r\nf 1 2 4\r\n"));
    REQUIRE(model);
    CHECK(model->mesh.triangle_count() == 1);
    CHECK(model->bad_index_faces == 3);
    CHECK(model->bad_positions == 1);
}

TEST_CASE("What is no plain file is read all the same, with everything that is in it") {
    const TemporaryFolder folder;
    const std::string corners = "v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nv 0 0 1\n";
    for (const auto& [content, parts, triangles] :
         {std::tuple<std::string, std::size_t, std::size_t>{corners + "f 1 2 3 4\nf 1 2 5\n", 1, 3},
          {corners + "o first\nf 1 2 3\no second\nf 1 2 5\n", 2, 2},
          {corners + "l 1 2\nf 1 2 3\n", 1, 1}}) {
        INFO(content);
        CHECK_FALSE((read_plain_obj(bytes(content)) && parts > 1));
        const auto model = import_model(folder.write("a.obj", content));
        REQUIRE(model);
        CHECK(model->parts.size() == parts);
        CHECK(model->triangle_count() == triangles);
    }
    CHECK_FALSE(read_plain_obj(bytes(corners)));
    CHECK_FALSE(read_plain_ply(bytes(as_text_ply(box()))));
    CHECK_FALSE(read_plain_stl(bytes(as_text_stl(box()))));
}

TEST_CASE("A plain PLY keeps its normals, wherever they stand among other properties") {
    const TriangleMesh ball = sphere(10, 12);
    std::string content = "ply\nformat binary_little_endian 1.0\ncomment of a scan\nelement vertex " +
                          std::to_string(ball.positions.size()) +
                          "\nproperty float nx\nproperty float ny\nproperty float nz\nproperty uchar red\n"
                          "property float x\nproperty float y\nproperty float z\nelement face " +
                          std::to_string(ball.triangle_count()) +
                          "\nproperty list uchar uint vertex_indices\nend_header\n";
    for (const glm::vec3& position : ball.positions) {
        content += bytes_of(glm::normalize(position)) + 'r' + bytes_of(2.0F * position);
    }
    for (std::size_t i = 0; i < ball.indices.size(); i += 3) {
        content += '\3' + bytes_of(ball.indices[i]) + bytes_of(ball.indices[i + 1]) + bytes_of(ball.indices[i + 2]);
    }
    const auto model = read_plain_ply(bytes(content));
    REQUIRE(model);
    CHECK((model->mesh.indices == ball.indices));
    REQUIRE(model->mesh.normals.size() == ball.positions.size());
    for (std::size_t i = 0; i < ball.positions.size(); ++i) {
        CHECK(glm::distance(model->mesh.positions[i], 2.0F * ball.positions[i]) < 1.0e-6F);
        CHECK(glm::distance(model->mesh.normals[i], ball.positions[i]) < 1.0e-5F);
    }
}

TEST_CASE("The vertices of a plain STL are welded, also those of a surface that is not closed") {
    const TriangleMesh ball = sphere(30, 40);
    const auto model = read_plain_stl(bytes(as_binary_stl(ball)));
    REQUIRE(model);
    CHECK(model->mesh.triangle_count() == ball.triangle_count());
    CHECK(model->mesh.positions.size() == 29 * 40 + 2);
    TriangleMesh apart;  // no two triangles share a vertex
    for (unsigned int i = 0; i < 3000; ++i) {
        apart.positions.emplace_back(i, i % 7, i % 3);
        apart.indices.push_back(i);
    }
    CHECK(read_plain_stl(bytes(as_binary_stl(apart)))->mesh.positions.size() == 3000);
}

TEST_CASE("No damaged bit of a plain file leads to a triangle that names a vertex which is not there") {
    const TriangleMesh ball = sphere(8, 10);
    std::mt19937 random{20240611};
    const auto read_ply = [](const std::span<const std::byte> content) {
        return preflight_ply(content).empty() ? read_plain_ply(content) : std::nullopt;
    };
    using Read = std::function<std::optional<PlainModel>(std::span<const std::byte>)>;
    for (const auto& [whole, read] : {std::pair<std::string, Read>{as_obj(ball), read_plain_obj},
                                      {as_binary_ply(ball), read_ply},
                                      {as_binary_stl(ball), read_plain_stl}}) {
        int plain = 0;
        for (int trial = 0; trial < 2000; ++trial) {
            std::string content = whole;
            // Half of them near the start, where what is announced stands.
            const std::size_t most = trial % 2 == 0 ? std::size_t{200} : content.size() - 1;
            const std::size_t at = std::uniform_int_distribution<std::size_t>(0, most)(random);
            content[at] = static_cast<char>(content[at] ^ (1 << std::uniform_int_distribution<int>(0, 7)(random)));
            const auto model = read(bytes(content));
            if (!model) {
                continue;
            }
            ++plain;
            CHECK(std::ranges::all_of(model->mesh.indices, [&](const std::uint32_t vertex) {
                return vertex < model->mesh.positions.size() && is_usable(model->mesh.positions[vertex]);
            }));
        }
        CHECK(plain > 500);
        CHECK(plain < 2000);
    }
}
