#include "sculpt/organ/organs.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>
#include <string>
#include <utility>

#include "catch.h"
#include "mesh_checks.h"
#include "sculpt/distance_grid.h"

using namespace dorsum;
using namespace dorsum::sculpt;

namespace {

using Organs = std::map<std::string, mesh::TriangleMesh>;

const Organs& all_organs() {
    static const Organs built = [] {
        Organs result;
        auto organs_built = organs(DORSUM_SCULPT_FIGURES_FOLDER, Detail{1.5F});
        REQUIRE(organs_built);
        for (Structure& organ : *organs_built) {
            CHECK(organ.layer == Layer::organ);
            CHECK(organ.pairing == Pairing::middle);
            result[organ.id] = std::move(organ.mesh);
        }
        return result;
    }();
    return built;
}

const mesh::TriangleMesh& organ(const std::string& id) {
    return all_organs().at(id);
}

/// The vertex furthest along a direction.
glm::vec3 extreme(const std::string& id, const glm::vec3 direction) {
    const auto& points = organ(id).positions;
    return *std::max_element(points.begin(), points.end(), [&](const glm::vec3 a, const glm::vec3 b) {
        return glm::dot(a, direction) < glm::dot(b, direction);
    });
}

glm::vec3 surface_mean(const std::string& id) {
    return test::middle_of_surface(organ(id));
}

void check_near(const std::string& what, const glm::vec3 found, const glm::vec3 wanted, const float tolerance_mm) {
    INFO(what << " is at " << found.x << ", " << found.y << ", " << found.z);
    CHECK(glm::length(found - wanted) < tolerance_mm);
}

constexpr glm::vec3 up{0.0F, 1.0F, 0.0F};
constexpr glm::vec3 back{0.0F, 0.0F, 1.0F};
constexpr glm::vec3 right{1.0F, 0.0F, 0.0F};

}  // namespace

TEST_CASE("every organ is closed, two-manifold and wound outwards, within its budget") {
    const std::map<std::string, std::size_t> budgets{{"lung_right", 2500},   {"lung_left", 2500},  {"heart", 2500},
                                                     {"stomach", 1800},      {"liver", 2500},      {"spleen", 900},
                                                     {"kidney_right", 1000}, {"kidney_left", 1000}};
    REQUIRE(all_organs().size() == budgets.size());
    for (const auto& [id, budget] : budgets) {
        INFO(id);
        const mesh::TriangleMesh& mesh = organ(id);
        CHECK(mesh.triangle_count() > 100);
        CHECK(mesh.triangle_count() <= budget);
        CHECK(mesh.normals.size() == mesh.positions.size());
        CHECK(test::bad_edges(mesh, mesh.indices) == 0);
        CHECK(test::volume(mesh) > 0.0);
    }
}

TEST_CASE("organs lie where they were measured") {
    check_near("heart", surface_mean("heart"), {-7.2F, 149.8F, -57.9F}, 15.0F);
    check_near("liver", surface_mean("liver"), {55.0F, 48.4F, -44.3F}, 15.0F);
    check_near("spleen", surface_mean("spleen"), {-92.6F, 44.3F, 16.6F}, 15.0F);
    check_near("right kidney", surface_mean("kidney_right"), {61.8F, -38.0F, -8.9F}, 15.0F);
    check_near("left kidney", surface_mean("kidney_left"), {-69.7F, -20.2F, 1.0F}, 15.0F);

    check_near("upper pole, right", extreme("kidney_right", up), {44.9F, 14.0F, 17.8F}, 15.0F);
    check_near("lower pole, right", extreme("kidney_right", -up), {65.8F, -88.9F, -35.1F}, 15.0F);
    check_near("upper pole, left", extreme("kidney_left", up), {-56.6F, 28.5F, 36.7F}, 15.0F);
    check_near("lower pole, left", extreme("kidney_left", -up), {-78.9F, -67.7F, -24.2F}, 15.0F);
    check_near("liver, top", extreme("liver", up), {71.0F, 126.5F, -34.6F}, 15.0F);
}

TEST_CASE("organs reach as far as they were measured") {
    CHECK(extreme("heart", -up).y == Approx(96.3F).margin(15.0));
    CHECK(extreme("heart", up).y == Approx(198.6F).margin(15.0));
    CHECK(extreme("heart", -right).x == Approx(-79.0F).margin(15.0));
    CHECK(extreme("heart", back).z == Approx(-6.8F).margin(15.0));
    CHECK(extreme("liver", -right).x == Approx(-56.7F).margin(15.0));
    CHECK(extreme("liver", -right).y == Approx(94.0F).margin(15.0));
    CHECK(extreme("liver", -up).y == Approx(-42.9F).margin(15.0));
    CHECK(extreme("liver", -up).x == Approx(111.3F).margin(15.0));
    CHECK(extreme("liver", right).x == Approx(129.0F).margin(15.0));
    CHECK(extreme("liver", back).z == Approx(61.7F).margin(15.0));
    CHECK(extreme("liver", -back).z == Approx(-126.5F).margin(15.0));
    CHECK(extreme("spleen", up).y == Approx(102.1F).margin(15.0));
    CHECK(extreme("spleen", -up).y == Approx(-13.0F).margin(15.0));
    CHECK(extreme("spleen", back).z == Approx(57.1F).margin(15.0));
    CHECK(extreme("stomach", right).x > 20.0F);
    for (const std::string side : {"right", "left"}) {
        const std::string lung = "lung_" + side;
        CHECK(extreme(lung, up).y == Approx(292.9F).margin(10.0));
        // From the tip of the tenth thoracic spine to the middle of its vertebral body.
        CHECK(extreme(lung, -up).y > 26.6F);
        CHECK(extreme(lung, -up).y < 63.2F);
        CHECK(extreme(lung, back).z == Approx(68.0F).margin(8.0));
    }
    CHECK(extreme("kidney_left", up).y > extreme("kidney_right", up).y);
}

TEST_CASE("no organ lies in a rib or in another organ") {
    // Angle, widest place and front end of ribs 3 to 10 (outside of the bone, right side).
    const std::vector<glm::vec3> ribs{
        {65.5F, 259.2F, 46.8F},   {113.8F, 214.2F, -7.1F},  {52.1F, 171.3F, -93.7F},  {66.6F, 232.7F, 61.3F},
        {127.0F, 177.2F, -16.7F}, {70.4F, 136.8F, -110.4F}, {80.7F, 196.0F, 71.7F},   {132.9F, 150.0F, -13.9F},
        {83.0F, 103.7F, -119.8F}, {74.2F, 165.3F, 81.9F},   {140.6F, 107.6F, -18.7F}, {94.2F, 71.3F, -116.5F},
        {80.3F, 131.4F, 80.9F},   {143.4F, 70.0F, -28.2F},  {114.0F, 37.2F, -102.6F}, {76.7F, 99.3F, 80.9F},
        {136.9F, 28.3F, -20.8F},  {119.4F, 0.9F, -84.2F},   {72.1F, 69.8F, 77.9F},    {135.0F, -11.9F, -21.2F},
        {127.0F, -33.9F, -55.7F}, {66.0F, 40.1F, 69.5F},    {133.1F, -51.3F, -16.9F}, {57.7F, 6.9F, 62.4F},
        {121.1F, -80.3F, -12.9F}, {55.4F, -40.2F, 52.2F},   {86.8F, -82.5F, 24.4F},   {71.8F, 263.2F, -21.4F},
        {100.5F, 245.9F, -8.7F},  {46.4F, 201.8F, -83.8F},  {54.7F, 244.7F, -53.8F}};
    for (const auto& [id, mesh] : all_organs()) {
        DistanceGrid grid(2.0F, 30.0F);
        grid.add(mesh);
        for (const glm::vec3 rib : ribs) {
            for (const float side : {1.0F, -1.0F}) {
                INFO(id << " at the rib place " << side * rib.x << ", " << rib.y << ", " << rib.z);
                CHECK(grid.distance({side * rib.x, rib.y, rib.z}) > 7.0F);
            }
        }
        for (const auto& [other_id, other] : all_organs()) {
            if (other_id == id) {
                continue;
            }
            float deepest = 0.0F;
            for (const glm::vec3 at : other.positions) {
                deepest = std::min(deepest, grid.distance(at));
            }
            INFO(other_id << " reaches into " << id);
            CHECK(deepest > -2.0F);
        }
    }
}

TEST_CASE("organs without their figures are refused by file") {
    const auto nothing = organs("/nowhere", Detail{});
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().file.find("organs.toml") != std::string::npos);
}
