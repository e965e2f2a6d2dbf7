#include "sculpt/skeleton/limb_skeleton.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <limits>
#include <map>
#include <utility>

#include "catch.h"
#include "mesh_checks.h"
#include "temporary_folder.h"

using namespace dorsum;
using namespace dorsum::sculpt;

namespace {

const std::vector<Structure>& bones() {
    static const auto built = limb_skeleton(DORSUM_SCULPT_FIGURES_FOLDER, {1.25F});
    REQUIRE(built);
    return *built;
}

const Structure& bone(const std::string& id) {
    const auto found = std::find_if(bones().begin(), bones().end(), [&](const Structure& s) { return s.id == id; });
    REQUIRE(found != bones().end());
    return *found;
}

float distance_to(const std::string& id, const glm::vec3 point) {
    float nearest = std::numeric_limits<float>::max();
    for (const glm::vec3 at : bone(id).mesh.positions) {
        nearest = std::min(nearest, glm::distance(at, point));
    }
    return nearest;
}

/// The vertex that lies furthest in a direction.
glm::vec3 furthest(const std::string& id, const glm::vec3 direction) {
    const auto& positions = bone(id).mesh.positions;
    return *std::max_element(positions.begin(), positions.end(), [&](const glm::vec3 a, const glm::vec3 b) {
        return glm::dot(a, direction) < glm::dot(b, direction);
    });
}

/// Where a line through a point meets the bone: signed distances along the direction, in rising order.
std::vector<float> crossings(const std::string& id, const glm::vec3 from, const glm::vec3 direction) {
    const mesh::TriangleMesh& mesh = bone(id).mesh;
    std::vector<float> found;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const glm::vec3 a = mesh.positions[mesh.indices[i]];
        const glm::vec3 ab = mesh.positions[mesh.indices[i + 1]] - a;
        const glm::vec3 ac = mesh.positions[mesh.indices[i + 2]] - a;
        const glm::vec3 across = glm::cross(direction, ac);
        const float turn = glm::dot(ab, across);
        if (std::abs(turn) < 1.0e-9F) {
            continue;
        }
        const float u = glm::dot(from - a, across) / turn;
        const glm::vec3 other = glm::cross(from - a, ab);
        const float v = glm::dot(direction, other) / turn;
        if (u >= 0.0F && v >= 0.0F && u + v <= 1.0F) {
            found.push_back(glm::dot(ac, other) / turn);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

TEST_CASE("the limb skeleton has the bones that the back's muscles hang on") {
    for (const char* id : {"scapula", "clavicle", "humerus", "radius", "ulna", "hip_bone", "femur"}) {
        INFO(id);
        CHECK(bone(id).pairing == Pairing::paired);
        CHECK(bone(id).layer == Layer::skeleton);
        CHECK(furthest(id, {-1.0F, 0.0F, 0.0F}).x > 0.0F);
    }
    CHECK(bone("skull").pairing == Pairing::middle);
    CHECK(bone("mandible").pairing == Pairing::middle);
}

TEST_CASE("every bone of the limb skeleton is closed, two-manifold and wound outwards") {
    for (const Structure& structure : bones()) {
        INFO(structure.id);
        const mesh::TriangleMesh& mesh = structure.mesh;
        CHECK(test::bad_edges(mesh, mesh.indices) == 0);
        CHECK(test::volume(mesh) > 1000.0);
        CHECK(mesh.normals.size() == mesh.positions.size());
    }
}

TEST_CASE("bone points that were measured well are met within 8 mm") {
    // Means of right and left, BodyParts3D times 1.05.
    const std::vector<std::pair<const char*, glm::vec3>> measured{
        {"scapula", {83.8F, 265.1F, 62.5F}},      // superior angle
        {"scapula", {95.6F, 106.8F, 86.2F}},      // inferior angle
        {"scapula", {61.6F, 222.0F, 86.0F}},      // medial border
        {"scapula", {176.5F, 268.2F, 29.0F}},     // acromion, lateral
        {"scapula", {164.3F, 269.7F, 6.7F}},      // acromion, tip
        {"scapula", {171.4F, 255.3F, 52.5F}},     // acromial angle
        {"scapula", {162.8F, 273.2F, 12.2F}},     // acromion, top
        {"scapula", {137.4F, 245.8F, -17.2F}},    // coracoid process
        {"clavicle", {11.3F, 252.2F, -46.4F}},    // sternal end
        {"clavicle", {156.9F, 275.4F, 19.5F}},    // acromial end
        {"hip_bone", {99.4F, -139.2F, 11.2F}},    // crest, top
        {"hip_bone", {138.2F, -180.6F, -36.2F}},  // crest, lateral
        {"hip_bone", {122.8F, -205.9F, -73.2F}},  // anterior superior spine
        {"hip_bone", {48.0F, -192.8F, 72.2F}},    // posterior superior spine
        {"hip_bone", {44.7F, -357.6F, 18.5F}},    // tuberosity
        {"femur", {131.8F, -294.4F, 6.4F}},       // trochanter, tip
        {"femur", {151.4F, -320.8F, -3.3F}},      // trochanter, lateral
    };
    for (const auto& [id, point] : measured) {
        INFO(id << " at " << point.x << ", " << point.y << ", " << point.z);
        CHECK(distance_to(id, point) < 8.0F);
    }
    CHECK(furthest("scapula", {0.0F, -1.0F, 0.0F}).y == Approx(106.8F).margin(2.0));
    CHECK(furthest("scapula", {-1.0F, 0.0F, 0.0F}).x == Approx(61.6F).margin(2.0));
    CHECK(furthest("scapula", {1.0F, 0.0F, 0.0F}).x == Approx(176.5F).margin(2.0));
    CHECK(furthest("scapula", {0.0F, 1.0F, 0.0F}).y == Approx(273.2F).margin(2.0));
    CHECK(furthest("hip_bone", {0.0F, 1.0F, 0.0F}).y == Approx(-139.2F).margin(2.0));
    CHECK(furthest("hip_bone", {1.0F, 0.0F, 0.0F}).x == Approx(138.2F).margin(2.0));
    CHECK(furthest("hip_bone", {0.0F, -1.0F, 0.0F}).y == Approx(-357.6F).margin(2.0));
    CHECK(furthest("hip_bone", {0.0F, 0.0F, 1.0F}).z == Approx(72.2F).margin(2.0));
}

TEST_CASE("bone points that were measured less well are met within 15 mm") {
    CHECK(distance_to("scapula", {61.8F, 228.2F, 84.4F}) < 15.0F);
    CHECK(distance_to("scapula", {112.9F, 240.5F, 78.3F}) < 15.0F);
    CHECK(distance_to("scapula", {149.5F, 231.5F, 20.2F}) < 15.0F);
    CHECK(distance_to("humerus", {197.0F, 244.4F, 16.4F}) < 15.0F);
    CHECK(distance_to("humerus", {214.1F, 123.7F, 10.5F}) < 15.0F);
    CHECK(distance_to("skull", {0.0F, 433.0F, 69.9F}) < 15.0F);
    CHECK(distance_to("skull", {44.1F, 416.5F, 7.0F}) < 15.0F);
    CHECK(distance_to("skull", {-44.1F, 416.5F, 7.0F}) < 15.0F);
    CHECK(furthest("skull", {0.0F, 1.0F, 0.0F}).y == Approx(565.5F).margin(3.0));
}

TEST_CASE("the bones of the forearm are as long as a man's of 1.75 m and meet the upper arm bone") {
    const glm::vec3 elbow = furthest("radius", {0.0F, 1.0F, 0.0F});
    const glm::vec3 wrist = furthest("radius", {0.0F, -1.0F, 0.0F});
    CHECK(glm::distance(elbow, wrist) == Approx(0.146F * 1750.0F).epsilon(0.05));
    const glm::vec3 olecranon = furthest("ulna", {0.0F, 1.0F, 0.0F});
    CHECK(olecranon.y > elbow.y + 20.0F);
    CHECK(wrist.x > furthest("ulna", {0.0F, -1.0F, 0.0F}).x);  // the thumb looks outwards
    CHECK(distance_to("humerus", elbow) < 8.0F);
    CHECK(distance_to("humerus", olecranon) < 10.0F);
}

TEST_CASE("the shoulder blade is a thin blade with a thick lateral border") {
    const glm::vec3 backwards = glm::normalize(glm::vec3(0.58F, 0.17F, 0.80F));
    for (const glm::vec2 at : {glm::vec2(84.0F, 200.0F), glm::vec2(100.0F, 205.0F), glm::vec2(92.0F, 165.0F)}) {
        INFO(at.x << ", " << at.y);
        const auto met = crossings("scapula", {at.x, at.y, 178.6F - 0.725F * at.x - 0.216F * at.y}, backwards);
        REQUIRE(met.size() == 2);
        CHECK(met[1] - met[0] > 1.5F);
        CHECK(met[1] - met[0] < 4.5F);
    }
    const auto border = crossings("scapula", {128.0F, 184.0F, 178.6F - 0.725F * 128.0F - 0.216F * 184.0F}, backwards);
    REQUIRE(border.size() == 2);
    CHECK(border[1] - border[0] > 6.0F);
}

TEST_CASE("the spine of the shoulder blade stands well behind the blade") {
    const float blade_z = 178.6F - 0.725F * 112.0F - 0.216F * 240.0F;
    CHECK(crossings("scapula", {112.0F, 239.0F, blade_z}, {0.0F, 0.0F, 1.0F}).back() > 25.0F);
}

TEST_CASE("the heads sit in their sockets") {
    const glm::vec3 humeral_head(169.3F, 237.5F, 11.2F);
    CHECK(distance_to("scapula", humeral_head) > 22.5F);
    CHECK(distance_to("scapula", humeral_head) < 27.0F);
    const glm::vec3 femoral_head(88.0F, -295.0F, -8.0F);
    CHECK(distance_to("hip_bone", femoral_head) > 24.0F);
    CHECK(distance_to("hip_bone", femoral_head) < 28.0F);
}

TEST_CASE("the obturator foramen is open") {
    CHECK(crossings("hip_bone", {45.0F, -317.0F, -37.0F}, glm::normalize(glm::vec3(0.57F, -0.65F, -0.50F))).empty());
}

TEST_CASE("bone figures with an unknown part are refused with file and line") {
    const test::TemporaryFolder folder;
    const auto path = folder.write("scapula.toml",
                                   "[[bone]]\nid = \"scapula\"\nvoxel = 1.0\ntriangles = 10\n"
                                   "part = [{ kind = \"blob\", blend = 1.0 }]\n");
    const auto built = limb_skeleton(folder.path(), {1.0F});
    REQUIRE_FALSE(built);
    CHECK(built.error().file == path.string());
    CHECK(built.error().line == 5);
}
