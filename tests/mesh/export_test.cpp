#include <limits>

#include "catch.h"
#include "core/files.h"
#include "full_disk.h"
#include "mesh/glb_export.h"
#include "mesh/import.h"
#include "mesh/smooth_surface.h"
#include "written_models.h"

using namespace dorsum;
using namespace dorsum::mesh;
using namespace dorsum::mesh::test;
using dorsum::test::TemporaryFolder;

namespace {

Model two_parts() {
    Model model;
    model.parts = {{"left", smooth_surface(box())}, {"right", smooth_surface(sphere(8, 9))}};
    return model;
}

std::size_t files_in(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("An exported model comes back with its parts, names and positions") {
    const TemporaryFolder folder;
    const Model model = two_parts();
    REQUIRE(export_glb(model, folder.path() / "a.glb"));
    const auto back = import_model(folder.path() / "a.glb");
    REQUIRE(back);
    REQUIRE(back->parts.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(back->parts[i].name == model.parts[i].name);
        CHECK(back->parts[i].mesh.triangle_count() == model.parts[i].mesh.triangle_count());
        CHECK(bounds(back->parts[i].mesh).low == bounds(model.parts[i].mesh).low);
        CHECK(bounds(back->parts[i].mesh).high == bounds(model.parts[i].mesh).high);
        CHECK(back->parts[i].mesh.positions.size() == model.parts[i].mesh.positions.size());
    }
}

TEST_CASE("Two exports of a model are the same bytes") {
    const TemporaryFolder folder;
    REQUIRE(export_glb(two_parts(), folder.path() / "a.glb"));
    REQUIRE(export_glb(two_parts(), folder.path() / "b.glb"));
    CHECK(read_file(folder.path() / "a.glb").value() == read_file(folder.path() / "b.glb").value());
}

TEST_CASE("An export that fails says why and leaves nothing behind") {
    const TemporaryFolder folder;
    const auto missing_folder = export_glb(two_parts(), folder.path() / "missing" / "a.glb");
    REQUIRE_FALSE(missing_folder);
    CHECK(missing_folder.error().cause.find("folder does not exist") != std::string::npos);
    const auto nothing = export_glb(Model{}, folder.path() / "a.glb");
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().cause.find("no triangles") != std::string::npos);
    Model wrong = two_parts();
    wrong.parts[0].mesh.positions[3].x = std::numeric_limits<float>::quiet_NaN();
    REQUIRE_FALSE(export_glb(wrong, folder.path() / "a.glb"));
    CHECK(files_in(folder.path()) == 0);
}

TEST_CASE("A disk that is full is told, and nothing is left on it") {
    const TemporaryFolder folder;
    const auto full = [&] {
        const dorsum::test::FullDisk disk(64);
        return export_glb(two_parts(), folder.path() / "a.glb");
    }();
    REQUIRE_FALSE(full);
    CHECK(full.error().cause.find("cannot be written") != std::string::npos);
    CHECK_FALSE(full.error().remedy.empty());
    CHECK(files_in(folder.path()) == 0);
}
