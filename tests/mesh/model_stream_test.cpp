#include "mesh/model_stream.h"

#include "catch.h"
#include "mesh/smooth_surface.h"
#include "written_models.h"

using namespace dorsum::mesh;
using namespace dorsum::mesh::test;

namespace {

Model two_parts() {
    Model model;
    model.file = "/somewhere/Rücken.glb";
    model.parts = {{"box", box()}, {"", smooth_surface(sphere(4, 5))}};
    model.hints = {0.01F, Axis::minus_z, std::nullopt};
    model.warnings = {"Something was left out.", ""};
    return model;
}

}  // namespace

TEST_CASE("A model comes back from its bytes as it was") {
    const Model model = two_parts();
    const auto back = from_bytes(to_bytes(model));
    REQUIRE(back);
    CHECK(back->file == model.file);
    CHECK(back->warnings == model.warnings);
    CHECK(back->hints.unit_m == model.hints.unit_m);
    CHECK(back->hints.up == model.hints.up);
    CHECK(back->hints.front == model.hints.front);
    REQUIRE(back->parts.size() == model.parts.size());
    for (std::size_t i = 0; i < model.parts.size(); ++i) {
        CHECK(back->parts[i].name == model.parts[i].name);
        CHECK(back->parts[i].mesh.positions == model.parts[i].mesh.positions);
        CHECK(back->parts[i].mesh.normals == model.parts[i].mesh.normals);
        CHECK(back->parts[i].mesh.indices == model.parts[i].mesh.indices);
    }
    CHECK(to_bytes(*back) == to_bytes(model));
}

TEST_CASE("An empty model comes back, too") {
    const auto back = from_bytes(to_bytes(Model{}));
    REQUIRE(back);
    CHECK(back->parts.empty());
    CHECK_FALSE(back->hints.unit_m);
}

TEST_CASE("Every shortened or lengthened run of bytes is an error") {
    std::vector<std::byte> bytes = to_bytes(two_parts());
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        REQUIRE_FALSE(from_bytes(std::span(bytes).first(length)));
    }
    bytes.push_back(std::byte{0});
    CHECK_FALSE(from_bytes(bytes));
}

TEST_CASE("No damaged byte leads to a model with an index out of range") {
    const std::vector<std::byte> sound = to_bytes(two_parts());
    for (std::size_t at = 0; at < sound.size(); ++at) {
        std::vector<std::byte> damaged = sound;
        damaged[at] ^= std::byte{0xFF};
        if (const auto model = from_bytes(damaged)) {
            for (const ModelPart& part : model->parts) {
                const TriangleMesh& mesh = part.mesh;
                REQUIRE((mesh.normals.empty() || mesh.normals.size() == mesh.positions.size()));
                for (const std::uint32_t index : mesh.indices) {
                    REQUIRE(index < mesh.positions.size());
                }
            }
        }
    }
}
