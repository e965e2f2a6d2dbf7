#include <algorithm>
#include <filesystem>
#include <glm/geometric.hpp>

#include "catch.h"
#include "mesh/import.h"

using namespace dorsum;
using namespace dorsum::mesh;

namespace {

/// The path of one of the real models beside the clone; empty, with a word, where there is none.
std::filesystem::path shared(const char* name) {
    const std::filesystem::path path = std::filesystem::path(DORSUM_TEST_SHARED) / "meshes" / name;
    if (!std::filesystem::exists(path)) {
        WARN("skipped: there is no " << path);
        return {};
    }
    return path;
}

}  // namespace

TEST_CASE("The skin of a man in FBX has all its triangles, its height in centimetres and its axes") {
    const auto path = shared("hra_male_skin.fbx");
    if (path.empty()) {
        return;
    }
    const auto model = import_model(path);
    REQUIRE(model);
    CHECK(model->triangle_count() == 185'314);
    CHECK(bounds(*model).size().y == Approx(182.95F).margin(0.01));
    CHECK(model->hints.unit_m == 0.01F);
    CHECK(model->hints.up == Axis::plus_y);
    CHECK(model->hints.front == Axis::plus_z);
    REQUIRE(model->parts.size() == 1);
    CHECK(model->parts[0].name == "VH_M_skin");
    // The file repeats its vertices for every face; welded, a closed skin has half as many as triangles.
    CHECK(model->parts[0].mesh.positions.size() < 110'000);
    CHECK(model->warnings.empty());
}

TEST_CASE("The organs of that man keep their names") {
    const auto path = shared("hra_male_organs.glb");
    if (path.empty()) {
        return;
    }
    const auto model = import_model(path);
    REQUIRE(model);
    CHECK(model->parts.size() > 5);
    for (const ModelPart& part : model->parts) {
        CHECK(part.name.starts_with("VH_M_"));
        CHECK(part.name.find("AssimpFbx") == std::string::npos);
    }
}

TEST_CASE("The compressed muscles open, with their names and in the frame of the skeleton") {
    const auto muscles = shared("bodyparts3d_muscles_meshopt.glb");
    const auto skeleton = shared("bodyparts3d_skeleton.glb");
    if (muscles.empty() || skeleton.empty()) {
        return;
    }
    const auto model = import_model(muscles);
    const auto bones = import_model(skeleton);
    REQUIRE(model);
    REQUIRE(bones);
    CHECK(model->warnings.empty());
    for (const char* name : {"trapezius", "latissimus_dorsi", "deltoid"}) {
        CHECK(std::ranges::any_of(model->parts, [name](const ModelPart& part) { return part.name.starts_with(name); }));
    }
    const Bounds around = bounds(*model);
    const Bounds inside = bounds(*bones);
    CHECK(glm::length(around.centre() - inside.centre()) < 0.2F * glm::length(inside.size()));
    CHECK(around.size().y < 1.1F * inside.size().y);
}
