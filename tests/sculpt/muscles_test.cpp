#include "sculpt/muscle/muscles.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <glm/geometric.hpp>
#include <map>
#include <numbers>
#include <utility>

#include "catch.h"
#include "mesh/spatial_index.h"
#include "mesh_checks.h"
#include "sculpt/skeleton/axial_skeleton.h"
#include "sculpt/skeleton/limb_skeleton.h"
#include "temporary_folder.h"

using namespace dorsum;
using namespace dorsum::sculpt;

namespace {

constexpr Detail coarse{1.6F};

const std::vector<Structure>& skeleton() {
    static const std::vector<Structure> built = [] {
        auto bones = axial_skeleton(DORSUM_SCULPT_FIGURES_FOLDER, coarse);
        const auto limbs = limb_skeleton(DORSUM_SCULPT_FIGURES_FOLDER, coarse);
        REQUIRE(bones);
        REQUIRE(limbs);
        bones->insert(bones->end(), limbs->begin(), limbs->end());
        return *bones;
    }();
    return built;
}

const std::vector<Structure>& built_muscles() {
    static const auto built = muscles(DORSUM_SCULPT_FIGURES_FOLDER, skeleton(), 1.0F, coarse);
    REQUIRE(built);
    return *built;
}

const Structure& one_of(const std::vector<Structure>& structures, const std::string& id) {
    INFO(id);
    const auto found =
        std::find_if(structures.begin(), structures.end(), [&](const Structure& each) { return each.id == id; });
    REQUIRE(found != structures.end());
    return *found;
}

/// Of the belly, straight through from its surface.
float median_thickness(const Structure& muscle) {
    const mesh::SpatialIndex index(muscle.mesh);
    std::vector<float> found;
    for (std::size_t i = 0; i < muscle.mesh.positions.size(); ++i) {
        if (muscle.tendon[i] >= 0.3F) {
            continue;
        }
        const glm::vec3 inwards = -muscle.mesh.normals[i];
        const glm::vec3 start = muscle.mesh.positions[i] + inwards * 0.05F;
        if (const auto hit = index.first_hit(start, inwards, 80.0F)) {
            found.push_back(glm::distance(hit->position, muscle.mesh.positions[i]));
        }
    }
    REQUIRE_FALSE(found.empty());
    std::nth_element(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(found.size() / 2), found.end());
    return found[found.size() / 2];
}

/// Seen from behind on the right side: 0 straight lateral, 90 straight up, over 90 up and medial.
float mean_fibre_angle(const Structure& muscle) {
    glm::vec3 sum(0.0F);
    for (const glm::vec3 fibre : muscle.fibres) {
        sum += fibre;
    }
    return std::atan2(sum.y, sum.x) * 180.0F / std::numbers::pi_v<float>;
}

}  // namespace

TEST_CASE("every muscle is closed, faces outwards and says where its fibres run") {
    for (const Structure& muscle : built_muscles()) {
        INFO(muscle.id);
        CHECK(muscle.pairing == Pairing::paired);
        CHECK(test::bad_edges(muscle.mesh, muscle.mesh.indices) == 0);
        CHECK(test::volume(muscle.mesh) > 0.0);
        CHECK(muscle.mesh.normals.size() == muscle.mesh.positions.size());
        REQUIRE(muscle.fibres.size() == muscle.mesh.positions.size());
        REQUIRE(muscle.tendon.size() == muscle.mesh.positions.size());
        for (std::size_t i = 0; i < muscle.fibres.size(); ++i) {
            const float length = glm::length(muscle.fibres[i]);
            CHECK((length == 0.0F || std::abs(length - 1.0F) < 1e-3F));
            CHECK((muscle.tendon[i] >= 0.0F && muscle.tendon[i] <= 1.0F));
            CHECK(muscle.mesh.positions[i].x >= 0.0F);
        }
    }
}

TEST_CASE("muscles are as thick as the figures measured on people") {
    // Trapezius: Dehghan Manshadi 2017; rhomboid and serratus posterior: Hung 2010; others textbook consensus.
    const std::vector<std::pair<const char*, float>> expected{
        {"trapezius_descending", 12.0F},
        {"trapezius_transverse", 8.0F},
        {"trapezius_ascending", 5.0F},
        {"latissimus_dorsi", 6.0F},
        {"rhomboid_major", 6.0F},
        {"rhomboid_minor", 5.0F},
        {"levator_scapulae", 10.0F},
        {"serratus_posterior_superior", 3.5F},
        {"serratus_posterior_inferior", 3.0F},
        {"splenius_capitis", 5.0F},
        {"splenius_cervicis", 3.0F},
        {"serratus_anterior", 7.0F},
        {"supraspinatus", 18.0F},
        {"infraspinatus", 15.0F},
        {"teres_minor", 12.0F},
        {"teres_major", 20.0F},
        {"deltoid_spinal", 15.0F},
        {"deltoid_acromial", 22.0F},
        {"deltoid_clavicular", 15.0F},
        {"external_oblique", 8.0F},
        {"gluteus_maximus", 30.0F},
        {"gluteus_medius", 28.0F},
    };
    for (const auto& [id, thickness_mm] : expected) {
        INFO(id);
        CHECK(median_thickness(one_of(built_muscles(), id)) == Approx(thickness_mm).epsilon(0.25));
    }
}

TEST_CASE("fibres run as in the body") {
    const std::vector<std::pair<const char*, float>> expected{
        {"trapezius_descending", -30.0F}, {"trapezius_transverse", -5.0F}, {"trapezius_ascending", 67.0F},
        {"latissimus_dorsi", 50.0F},      {"rhomboid_major", -36.0F},      {"rhomboid_minor", -46.0F},
        {"levator_scapulae", -65.0F},     {"splenius_capitis", 73.0F},     {"splenius_cervicis", 80.0F},
        {"supraspinatus", -1.0F},         {"infraspinatus", 34.0F},        {"teres_minor", 45.0F},
        {"teres_major", 36.0F},           {"gluteus_maximus", -40.0F},     {"gluteus_medius", -84.0F},
    };
    for (const auto& [id, degrees] : expected) {
        INFO(id);
        CHECK(std::abs(mean_fibre_angle(one_of(built_muscles(), id)) - degrees) < 20.0F);
    }
}

TEST_CASE("no bone comes through a muscle that covers it") {
    const std::vector<std::pair<const char*, const char*>> covered{
        {"infraspinatus", "scapula"}, {"deltoid_acromial", "humerus"}, {"gluteus_medius", "hip_bone"}};
    for (const auto& [muscle_id, bone_id] : covered) {
        INFO(muscle_id);
        const Structure& muscle = one_of(built_muscles(), muscle_id);
        const mesh::SpatialIndex bone(one_of(skeleton(), bone_id).mesh);
        std::size_t inside = 0;
        for (std::size_t i = 0; i < muscle.mesh.positions.size(); ++i) {
            const auto nearest = bone.nearest(muscle.mesh.positions[i], 10.0F);
            const bool belly = muscle.tendon[i] < 0.3F;
            inside +=
                belly && nearest && glm::dot(muscle.mesh.positions[i] - nearest->position, nearest->normal) < -1.5F
                    ? 1U
                    : 0U;
        }
        CHECK(inside < muscle.mesh.positions.size() / 50);
    }
}

TEST_CASE("figures of muscles with a hole are refused with file and line") {
    const test::TemporaryFolder folder;
    std::filesystem::copy(DORSUM_SCULPT_FIGURES_FOLDER, folder.path(),
                          std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
    const auto broken = folder.write("muscles_deep.toml", "layer = \"deep\"\n[[muscle]]\nid = \"nameless\"\n");
    const auto refused = muscles(folder.path(), {}, 1.0F, coarse);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().file == broken.string());
    CHECK(refused.error().line == 2);
}
