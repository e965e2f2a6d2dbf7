#include <algorithm>
#include <filesystem>
#include <glm/geometric.hpp>

#include "catch.h"
#include "core/units.h"
#include "sculpt/body_parameters.h"
#include "sculpt/compare.h"
#include "sculpt/sculpted_body.h"
#include "sculpted_model.h"

using namespace dorsum;

namespace {

constexpr float coarseness = 1.7F;
constexpr float voxel_mm = 2.0F * coarseness;  ///< of the skin; thin tips are lost by about one

sculpt::SculptedBody built() {
    const std::filesystem::path folder = DORSUM_SCULPT_SOURCE;
    const auto parameters = sculpt::read_body_parameters(folder / "bodies" / "reference.toml");
    REQUIRE(parameters);
    const sculpt::Detail detail{coarseness};
    const auto shared = sculpt::shared_anatomy(folder / "figures", detail);
    REQUIRE(shared);
    auto made = sculpt::sculpt_body(*parameters, *shared, folder / "figures", detail);
    REQUIRE(made);
    return *std::move(made);
}

const sculpt::SculptedBody& rebuilt() {
    static const sculpt::SculptedBody body = built();
    return body;
}

}  // namespace

TEST_CASE("building the reference body anew gives the structures that are shipped, where they are shipped") {
    const mesh::Model& shipped = test::shipped_body("reference");
    REQUIRE(rebuilt().model.parts.size() == shipped.parts.size());
    for (const mesh::ModelPart& part : rebuilt().model.parts) {
        CAPTURE(part.name);
        REQUIRE(test::has_part(shipped, part.name));
        if (!part.mirror_of.empty() || part.name == "towel") {
            continue;  // a towel falls otherwise over a coarser body
        }
        const mesh::Bounds now = mesh::bounds(part.mesh);
        const mesh::Bounds then = mesh::bounds(test::part_of(shipped, part.name).mesh);
        CHECK(mm_from_metres(glm::distance(now.low, then.low)) < 3.0F * voxel_mm);
        CHECK(mm_from_metres(glm::distance(now.high, then.high)) < 3.0F * voxel_mm);
    }
}

TEST_CASE("the skin built anew is the skin that is shipped, but for its coarseness") {
    const mesh::SpatialIndex now(test::part_of(rebuilt().model, "skin").mesh);
    const mesh::SpatialIndex shipped(test::part_of(test::shipped_body("reference"), "skin").mesh);
    const sculpt::Comparison comparison = sculpt::compare_skin(now, shipped, {});
    REQUIRE(comparison.all.count > 5000);
    CHECK(comparison.all.mean < 0.5F * voxel_mm);
    CHECK(comparison.all.percentile_95 < 1.5F * voxel_mm);
}

TEST_CASE("the same figures give the same body, to the last bit") {
    const sculpt::SculptedBody again = built();
    CHECK(again.landmarks_toml == rebuilt().landmarks_toml);
    CHECK(again.catalogue_toml == rebuilt().catalogue_toml);
    REQUIRE(again.model.parts.size() == rebuilt().model.parts.size());
    for (std::size_t i = 0; i < again.model.parts.size(); ++i) {
        const mesh::TriangleMesh& one = again.model.parts[i].mesh;
        const mesh::TriangleMesh& other = rebuilt().model.parts[i].mesh;
        CAPTURE(again.model.parts[i].name);
        CHECK(one.positions == other.positions);
        CHECK(one.normals == other.normals);
        CHECK(one.fibres == other.fibres);
        CHECK(one.indices == other.indices);
        CHECK(one.coarser == other.coarser);
    }
}
