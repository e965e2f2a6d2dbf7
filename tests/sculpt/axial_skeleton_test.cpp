#include "sculpt/skeleton/axial_skeleton.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "catch.h"
#include "mesh/spatial_index.h"
#include "mesh_checks.h"
#include "sculpt/skeleton/ribs.h"
#include "sculpt/skeleton/spine.h"
#include "sculpt/skeleton/thorax_wall.h"

using namespace dorsum::sculpt;
using dorsum::mesh::SpatialIndex;
using dorsum::mesh::TriangleMesh;

namespace {

/// What the figures' sources together suggest; zero where they give none.
struct Suggested {
    std::string name;
    float height_mm;
    float width_mm;
    float depth_mm;
    float transverse_span_mm;
    float spinous_length_mm;
};

std::vector<Suggested> suggested_sizes() {
    return {{"c2", 0.0F, 0.0F, 15.0F, 52.0F, 25.0F},    {"c3", 12.5F, 26.5F, 14.8F, 52.0F, 22.0F},
            {"c4", 12.5F, 26.5F, 14.5F, 54.0F, 22.0F},  {"c5", 12.5F, 28.1F, 13.1F, 57.0F, 24.0F},
            {"c6", 12.5F, 29.1F, 15.1F, 60.0F, 30.0F},  {"c7", 12.7F, 30.5F, 15.5F, 70.0F, 38.0F},
            {"t1", 14.2F, 28.1F, 17.6F, 75.0F, 39.0F},  {"t2", 16.1F, 28.4F, 19.8F, 71.0F, 39.0F},
            {"t3", 17.0F, 28.1F, 22.3F, 66.0F, 40.0F},  {"t4", 17.3F, 27.6F, 23.2F, 66.0F, 38.0F},
            {"t5", 17.7F, 27.6F, 24.8F, 68.0F, 39.0F},  {"t6", 18.2F, 28.7F, 26.9F, 68.0F, 42.0F},
            {"t7", 19.7F, 30.4F, 29.1F, 68.0F, 40.0F},  {"t8", 19.8F, 32.3F, 30.2F, 66.0F, 39.0F},
            {"t9", 20.9F, 33.7F, 29.6F, 62.0F, 36.0F},  {"t10", 21.6F, 35.5F, 31.0F, 58.0F, 34.0F},
            {"t11", 22.9F, 38.1F, 33.4F, 52.0F, 31.0F}, {"t12", 24.2F, 41.3F, 34.1F, 47.0F, 31.0F},
            {"l1", 25.2F, 43.0F, 34.3F, 72.0F, 34.0F},  {"l2", 25.3F, 44.2F, 34.8F, 77.0F, 35.0F},
            {"l3", 25.9F, 45.6F, 35.3F, 86.0F, 35.0F},  {"l4", 24.7F, 48.2F, 36.2F, 82.0F, 32.0F},
            {"l5", 24.5F, 50.5F, 37.4F, 92.0F, 25.0F}};
}

/// A bony point that was measured on a man, and how near the mesh must come.
struct Landmark {
    std::string structure;
    glm::vec3 place;
    float tolerance_mm;
};

std::vector<Landmark> spinous_tips() {
    return {{"vertebra_t1", {0.0F, 281.0F, 68.2F}, 8.0F},   {"vertebra_t2", {0.0F, 260.4F, 74.1F}, 8.0F},
            {"vertebra_t3", {0.0F, 234.2F, 85.5F}, 8.0F},   {"vertebra_t4", {0.0F, 209.7F, 85.3F}, 8.0F},
            {"vertebra_t5", {0.0F, 175.2F, 83.9F}, 8.0F},   {"vertebra_t6", {0.0F, 137.5F, 84.2F}, 8.0F},
            {"vertebra_t7", {0.0F, 108.8F, 79.2F}, 8.0F},   {"vertebra_t8", {0.0F, 78.9F, 81.7F}, 8.0F},
            {"vertebra_c7", {0.0F, 301.7F, 63.6F}, 15.0F},  {"vertebra_t9", {0.0F, 56.0F, 78.3F}, 15.0F},
            {"vertebra_t10", {0.0F, 26.6F, 75.2F}, 15.0F},  {"vertebra_t11", {0.0F, -2.8F, 71.0F}, 15.0F},
            {"vertebra_t12", {0.0F, -33.2F, 64.7F}, 15.0F}, {"vertebra_l1", {0.0F, -63.7F, 58.4F}, 15.0F},
            {"vertebra_l2", {0.0F, -95.2F, 54.2F}, 15.0F},  {"vertebra_l3", {0.0F, -122.5F, 52.1F}, 15.0F},
            {"vertebra_l4", {0.0F, -145.6F, 53.1F}, 15.0F}, {"vertebra_l5", {0.0F, -164.5F, 54.2F}, 15.0F}};
}

std::vector<Landmark> surface_points() {
    return {{"sacrum", {0.0F, -197.6F, 2.2F}, 8.0F},    {"sacrum", {0.0F, -205.0F, -12.6F}, 8.0F},
            {"sacrum", {0.0F, -199.1F, 52.1F}, 15.0F},  {"sacrum", {0.0F, -219.1F, 63.6F}, 15.0F},
            {"sacrum", {0.0F, -244.3F, 76.8F}, 8.0F},   {"sacrum", {0.0F, -269.5F, 76.2F}, 15.0F},
            {"coccyx", {0.0F, -324.2F, 57.5F}, 15.0F},  {"sternum", {0.0F, 255.6F, -61.0F}, 8.0F},
            {"sternum", {0.0F, 72.9F, -120.0F}, 8.0F},  {"rib_2", {42.0F, 284.2F, 29.1F}, 8.0F},
            {"rib_3", {65.5F, 259.2F, 46.8F}, 8.0F},    {"rib_4", {66.6F, 232.7F, 61.3F}, 8.0F},
            {"rib_5", {80.7F, 196.0F, 71.7F}, 8.0F},    {"rib_6", {74.2F, 165.3F, 81.9F}, 8.0F},
            {"rib_7", {80.3F, 131.4F, 80.9F}, 8.0F},    {"rib_8", {76.7F, 99.3F, 80.9F}, 8.0F},
            {"rib_9", {72.1F, 69.8F, 77.9F}, 8.0F},     {"rib_10", {66.0F, 40.1F, 69.5F}, 8.0F},
            {"rib_11", {57.7F, 6.9F, 62.4F}, 8.0F},     {"rib_12", {55.4F, -40.2F, 52.2F}, 15.0F},
            {"rib_11", {114.3F, -91.8F, -13.7F}, 8.0F}, {"rib_12", {82.7F, -94.3F, 23.0F}, 8.0F}};
}

struct Skeleton {
    Spine spine;
    RibCage cage;
    std::vector<Structure> structures;
    std::map<std::string, SpatialIndex> indices;
};

/// Built once; a little coarser than what is shipped, to be quick.
const Skeleton& skeleton() {
    static const Skeleton built = [] {
        Skeleton result;
        const std::filesystem::path folder = DORSUM_SCULPT_FIGURES_FOLDER;
        auto spine = load_spine(folder);
        auto cage = load_rib_cage(folder);
        auto structures = axial_skeleton(folder, {1.2F});
        REQUIRE(spine);
        REQUIRE(cage);
        REQUIRE(structures);
        result.spine = std::move(*spine);
        result.cage = std::move(*cage);
        result.structures = std::move(*structures);
        for (const Structure& structure : result.structures) {
            result.indices.emplace(structure.id, SpatialIndex(structure.mesh));
        }
        return result;
    }();
    return built;
}

const TriangleMesh& mesh_of(const std::string& id) {
    const auto& all = skeleton().structures;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Structure& one) { return one.id == id; });
    REQUIRE(found != all.end());
    return found->mesh;
}

/// How far it is from inside a bone to its surface; zero where nothing is met.
float reach(const std::string& id, const glm::vec3 from, const glm::vec3 direction) {
    const auto hit = skeleton().indices.at(id).first_hit(from, direction);
    return hit ? hit->distance : 0.0F;
}

float across(const std::string& id, const glm::vec3 from, const glm::vec3 direction) {
    return reach(id, from, direction) + reach(id, from, -direction);
}

/// Where a body is cut across, in front of the transverse processes.
float width_at(const TriangleMesh& mesh, const Vertebra& v, const float height) {
    float half = 0.0F;
    for (std::size_t i = 0; i < mesh.indices.size(); ++i) {
        const glm::vec3 a = v.frame.local(mesh.positions[mesh.indices[i]]);
        const glm::vec3 b = v.frame.local(mesh.positions[mesh.indices[i / 3 * 3 + (i + 1) % 3]]);
        if ((a.y < height) != (b.y < height)) {
            const glm::vec3 cut = a + (b - a) * ((height - a.y) / (b.y - a.y));
            half = cut.z < 0.0F && cut.z > -0.7F * v.depth ? std::max(half, cut.x) : half;
        }
    }
    return 2.0F * half;
}

/// At the lower rim, wherever the mesh is widest there.
float body_width(const TriangleMesh& mesh, const Vertebra& v) {
    float widest = 0.0F;
    for (const float share : {-0.28F, -0.34F, -0.40F}) {
        widest = std::max(widest, width_at(mesh, v, share * v.height));
    }
    return widest;
}

/// The furthest place near the midline in a direction.
glm::vec3 furthest(const TriangleMesh& mesh, const glm::vec3 direction) {
    glm::vec3 best(0.0F);
    float best_along = std::numeric_limits<float>::lowest();
    for (const glm::vec3 at : mesh.positions) {
        if (glm::dot(at, direction) > best_along) {
            best_along = glm::dot(at, direction);
            best = at;
        }
    }
    return {0.0F, best.y, best.z};
}

float gap(const std::string& one, const std::string& other) {
    float smallest = 1.0e6F;
    for (const glm::vec3 at : mesh_of(one).positions) {
        if (const auto near = skeleton().indices.at(other).nearest(at, smallest)) {
            smallest = std::min(smallest, near->distance);
        }
    }
    return smallest;
}

}  // namespace

TEST_CASE("every vertebra, rib and other piece of the trunk's skeleton is there") {
    CHECK(skeleton().structures.size() == 24 + 1 + 2 + 12 + 2);
    for (const char* id : {"vertebra_c1", "vertebra_l5", "sacrum", "coccyx", "sternum", "rib_1", "rib_12",
                           "costal_cartilage", "intervertebral_discs"}) {
        CHECK(mesh_of(id).triangle_count() > 50);
    }
}

TEST_CASE("every mesh of the trunk's skeleton is closed, has no double edges and faces outward") {
    for (const Structure& structure : skeleton().structures) {
        INFO(structure.id);
        const TriangleMesh& mesh = structure.mesh;
        REQUIRE(mesh.normals.size() == mesh.positions.size());
        std::size_t turned = 0;
        for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
            const std::array<std::uint32_t, 3> corner{mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]};
            const glm::vec3 a = mesh.positions[corner[0]];
            const glm::vec3 b = mesh.positions[corner[1]];
            const glm::vec3 c = mesh.positions[corner[2]];
            const glm::vec3 normals = mesh.normals[corner[0]] + mesh.normals[corner[1]] + mesh.normals[corner[2]];
            turned += glm::dot(glm::cross(b - a, c - a), normals) < 0.0F ? 1U : 0U;
        }
        CHECK(dorsum::test::bad_edges(mesh, mesh.indices) == 0);
        CHECK(dorsum::test::volume(mesh) > 500.0);
        CHECK(turned < mesh.triangle_count() / 30);
    }
}

TEST_CASE("the vertebrae are as large as measured ones, within a tenth") {
    for (const Suggested& wanted : suggested_sizes()) {
        const auto& all = skeleton().spine.vertebrae;
        const auto v =
            std::find_if(all.begin(), all.end(), [&](const Vertebra& one) { return one.name == wanted.name; });
        REQUIRE(v != all.end());
        const std::string id = "vertebra_" + wanted.name;
        INFO(id);
        // Beside the midline, where no ray runs along an edge.
        const glm::vec3 centre = v->frame.place({0.4F, 0.0F, 0.0F});
        const glm::vec3 low = v->frame.place({0.4F, -0.37F * v->height, 0.0F});
        if (wanted.height_mm > 0.0F) {
            CHECK(across(id, centre, v->frame.up) == Approx(wanted.height_mm).epsilon(0.1));
            CHECK(body_width(mesh_of(id), *v) == Approx(wanted.width_mm).epsilon(0.1));
        }
        CHECK(across(id, low, v->frame.back) == Approx(wanted.depth_mm).epsilon(0.1));
        CHECK(2.0F * dorsum::mesh::bounds(mesh_of(id)).high.x == Approx(wanted.transverse_span_mm).epsilon(0.1));
        const glm::vec3 canal = v->canal_centre() + glm::vec3(0.4F, 0.0F, 0.0F);
        const glm::vec3 backwards = glm::normalize(v->spinous_root - v->canal_centre());
        const glm::vec3 root = canal + backwards * reach(id, canal, backwards);
        const glm::vec3 along = glm::normalize(v->spinous_tip - v->spinous_root);
        const float length = glm::dot(furthest(mesh_of(id), along) - v->spinous_root, along);
        INFO("back wall of the canal at " << root.y << ' ' << root.z);
        CHECK(length == Approx(wanted.spinous_length_mm).epsilon(0.1));
        CHECK(std::abs(v->frame.local(root).z - v->frame.local(v->spinous_root).z) < 2.5F);
    }
}

TEST_CASE("the bony points lie where they were measured") {
    float sum = 0.0F;
    std::size_t count = 0;
    for (const Landmark& landmark : spinous_tips()) {
        INFO(landmark.structure);
        const auto& all = skeleton().spine.vertebrae;
        const auto v = std::find_if(all.begin(), all.end(),
                                    [&](const Vertebra& one) { return "vertebra_" + one.name == landmark.structure; });
        REQUIRE(v != all.end());
        const glm::vec3 along = glm::normalize(v->spinous_tip - v->spinous_root);
        const float off = glm::distance(furthest(mesh_of(landmark.structure), along), landmark.place);
        CHECK(off < landmark.tolerance_mm);
        if (landmark.tolerance_mm < 10.0F) {
            sum += off;
            ++count;
        }
    }
    for (const Landmark& landmark : surface_points()) {
        INFO(landmark.structure);
        const auto near = skeleton().indices.at(landmark.structure).nearest(landmark.place);
        REQUIRE(near);
        CHECK(near->distance < landmark.tolerance_mm);
        if (landmark.tolerance_mm < 10.0F) {
            sum += near->distance;
            ++count;
        }
    }
    CHECK(sum / static_cast<float>(count) < 4.0F);
}

TEST_CASE("the ribs touch the bodies with their heads and the transverse processes with their tubercles") {
    const auto& spine = skeleton().spine;
    for (std::size_t rib = 0; rib < 12; ++rib) {
        const std::string id = "rib_" + std::to_string(rib + 1);
        INFO(id);
        const std::string own = "vertebra_" + spine.vertebrae[7 + rib].name;
        const std::string above = "vertebra_" + spine.vertebrae[6 + rib].name;
        CHECK(std::min(gap(id, own), gap(id, above)) < 1.2F);
        const glm::vec3 head = rib_line(skeleton().cage, spine, rib).front().centre;
        const auto body = skeleton().indices.at(own).nearest(head);
        const auto body_above = skeleton().indices.at(above).nearest(head);
        CHECK(std::min(body->distance, body_above->distance) < 7.5F);
        if (rib < 10) {
            const auto knob = skeleton().indices.at(id).nearest(spine.vertebrae[7 + rib].transverse_tip -
                                                                glm::vec3(4.0F, 0.0F, 0.0F));
            CHECK(knob->distance < 8.0F);
        }
    }
}

TEST_CASE("the vertebral canal is open from C1 to L5") {
    const auto& vertebrae = skeleton().spine.vertebrae;
    for (const Vertebra& v : vertebrae) {
        const SpatialIndex& bone = skeleton().indices.at("vertebra_" + v.name);
        for (std::size_t i = 0; i + 1 < vertebrae.size(); ++i) {
            const glm::vec3 from = vertebrae[i].canal_centre() + glm::vec3(0.4F, 0.0F, 0.0F);
            const glm::vec3 to = vertebrae[i + 1].canal_centre() + glm::vec3(0.4F, 0.0F, 0.0F);
            INFO(v.name << " on the way from " << vertebrae[i].name);
            CHECK_FALSE(bone.first_hit(from, glm::normalize(to - from), glm::distance(from, to)));
        }
    }
}

TEST_CASE("the wall of the chest covers the ribs' outer faces and nothing far outside them") {
    const auto wall = thorax_wall(DORSUM_SCULPT_FIGURES_FOLDER);
    REQUIRE(wall);
    for (std::size_t rib = 1; rib < 10; ++rib) {
        const Rib& figures = skeleton().cage.ribs[rib];
        CHECK(std::abs(wall->distance(figures.angle)) < 6.0F);
        CHECK(std::abs(wall->distance(figures.most_lateral)) < 6.0F);
        CHECK(wall->distance(figures.angle) == wall->distance({-figures.angle.x, figures.angle.y, figures.angle.z}));
    }
    CHECK(wall->distance({0.0F, 150.0F, -20.0F}) < -20.0F);
    CHECK(wall->distance({0.0F, 150.0F, 200.0F}) > 20.0F);
}

TEST_CASE("figures that are missing are named") {
    const auto built = axial_skeleton("/nowhere", {2.0F});
    REQUIRE_FALSE(built);
    CHECK(built.error().file.find("vertebrae.toml") != std::string::npos);
}
