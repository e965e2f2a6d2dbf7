#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "catch.h"
#include "core/units.h"
#include "mesh_checks.h"
#include "sculpted_model.h"

// The figures in tests/data/anatomy name their sources.

using namespace dorsum;
using namespace dorsum::test;

namespace {

constexpr float mm = metres_from_mm(1.0F);

toml::table figures(const std::string& file) {
    return toml::parse_file((std::filesystem::path(DORSUM_TEST_DATA) / "anatomy" / file).string());
}

glm::vec3 triple(const toml::array& array) {
    return {array[0].value_or(0.0F), array[1].value_or(0.0F), array[2].value_or(0.0F)};
}

const mesh::TriangleMesh& reference_part(const std::string& name) {
    return part_of(shipped_body("reference"), name).mesh;
}

/// Where the middle of a vertebral body lies to a place inside it, and how large it is, millimetres: along x, the
/// body's own height and its own depth.
struct BodyMeasure {
    glm::vec3 centre_offset{0.0F};
    glm::vec3 size{0.0F};
};

BodyMeasure measured_body(const std::string& vertebra, const glm::vec3 centre_mm, const float tilt_deg) {
    const float tilt = tilt_deg * 3.14159265F / 180.0F;
    const std::array<glm::vec3, 3> axes{glm::vec3(1.0F, 0.0F, 0.0F), glm::vec3(0.0F, std::cos(tilt), -std::sin(tilt)),
                                        glm::vec3(0.0F, std::sin(tilt), std::cos(tilt))};
    const auto reach = [&](const glm::vec3 from_mm, const glm::vec3 way) {
        const auto hit = index_of(vertebra).first_hit(from_mm * mm, way);
        return hit ? mm_from_metres(hit->distance) : 0.0F;
    };
    BodyMeasure result;
    for (const int axis : {2, 1, 0}) {
        const float ahead = reach(centre_mm, axes[axis]);
        const float behind = reach(centre_mm, -axes[axis]);
        result.size[axis] = axis == 0 ? 0.0F : ahead + behind;
        result.centre_offset[axis] = 0.5F * (ahead - behind);
    }
    // A body is waisted: broad and deep near its rims.
    for (const float share : {-0.36F, 0.36F}) {
        const glm::vec3 from = centre_mm + axes[1] * (share * result.size.y);
        result.size.z = std::max(result.size.z, reach(from, axes[2]) + reach(from, -axes[2]));
        // Transverse processes spring from the back half.
        const glm::vec3 before = from - axes[2] * (0.25F * result.size.z);
        result.size.x = std::max(result.size.x, reach(before, axes[0]) + reach(before, -axes[0]));
    }
    return result;
}

float distance_from_figure(const toml::table& landmark) {
    const std::string structure = landmark["structure"].value_or(std::string());
    const std::string measure = landmark["measure"].value_or(std::string());
    const glm::vec3 at = triple(*landmark["position"].as_array());
    if (measure == "vertebral body") {
        return glm::length(measured_body(structure, at, 0.0F).centre_offset);
    }
    if (measure == "centre") {
        return mm_from_metres(glm::distance(middle_of_surface(reference_part(structure)), at * mm));
    }
    const auto near = index_of(structure).nearest(at * mm);
    REQUIRE(near);
    const float away = mm_from_metres(near->distance);
    return measure == "surface" ? away : std::abs(away - 22.5F);
}

/// Median depth of a muscle's red part (of all of it, where it is all white) under its surface, millimetres.
float median_thickness(const mesh::TriangleMesh& muscle, const float low_y, const float high_y) {
    const bool all_white = std::ranges::none_of(muscle.fibres, [](const glm::vec4 fibre) { return fibre.w < 0.3F; });
    const float tendon_share = all_white ? 1.0F : 0.3F;
    const mesh::SpatialIndex index(muscle);
    std::vector<float> depths;
    for (std::size_t i = 0; i < muscle.positions.size(); ++i) {
        const float y = mm_from_metres(muscle.positions[i].y);
        if (muscle.fibres[i].w > tendon_share || y < low_y || y > high_y) {
            continue;
        }
        const auto far_side = index.first_hit(muscle.positions[i] - muscle.normals[i] * 0.0001F, -muscle.normals[i]);
        if (far_side) {
            depths.push_back(mm_from_metres(far_side->distance));
        }
    }
    REQUIRE(depths.size() > 20);
    std::ranges::nth_element(depths, depths.begin() + static_cast<std::ptrdiff_t>(depths.size() / 2));
    return depths[depths.size() / 2];
}

bool starts_with(const std::string& text, const std::initializer_list<const char*> beginnings) {
    return std::ranges::any_of(beginnings, [&](const char* beginning) { return text.starts_with(beginning); });
}

bool is_muscle(const mesh::ModelPart& part) {
    return !part.mesh.fibres.empty();
}

bool is_organ(const mesh::ModelPart& part) {
    return starts_with(part.name, {"lung", "heart", "stomach", "liver", "spleen", "kidney"});
}

}  // namespace

TEST_CASE("bones, organs and skin of the reference man lie where they were measured") {
    std::vector<float> well_measured;
    const toml::table root = figures("landmarks.toml");
    for (const auto& node : *root["landmark"].as_array()) {
        const toml::table& landmark = *node.as_table();
        const bool high = landmark["confidence"].value_or(std::string()) == "high";
        const float away_mm = distance_from_figure(landmark);
        CAPTURE(landmark["id"].value_or(std::string()), away_mm);
        CHECK(away_mm <= (high ? 8.0F : 15.0F));
        if (high) {
            well_measured.push_back(away_mm);
        }
    }
    REQUIRE(well_measured.size() > 80);
    const float mean =
        std::accumulate(well_measured.begin(), well_measured.end(), 0.0F) / static_cast<float>(well_measured.size());
    CHECK(mean < 4.0F);
}

TEST_CASE("each vertebra is as large as an adult man's, to a tenth") {
    std::map<std::string, glm::vec3> centres;
    const toml::table landmarks = figures("landmarks.toml");
    for (const auto& node : *landmarks["landmark"].as_array()) {
        const toml::table& landmark = *node.as_table();
        if (landmark["measure"].value_or(std::string()) == "vertebral body") {
            centres[landmark["structure"].value_or(std::string())] = triple(*landmark["position"].as_array());
        }
    }
    const toml::table root = figures("vertebrae.toml");
    for (const auto& node : *root["rows"].as_array()) {
        const toml::array& row = *node.as_array();
        const auto figure = [&row](const std::size_t index) { return row[index].value_or(0.0F); };
        const std::string vertebra = "vertebra_" + row[0].value_or(std::string());
        CAPTURE(vertebra);
        REQUIRE(centres.contains(vertebra));
        const glm::vec3 size = measured_body(vertebra, centres.at(vertebra), figure(1)).size;
        CHECK(size.y == Approx(figure(2)).epsilon(0.1));
        CHECK(size.x == Approx(figure(3)).epsilon(0.1));
        CHECK(size.z == Approx(figure(4)).epsilon(0.1));
        CHECK(mm_from_metres(mesh::bounds(reference_part(vertebra)).size().x) == Approx(figure(5)).epsilon(0.1));
    }
}

TEST_CASE("each muscle is as thick as figures say, to a quarter") {
    const toml::table root = figures("muscles.toml");
    for (const auto& node : *root["rows"].as_array()) {
        const toml::array& row = *node.as_array();
        const std::string muscle = row[0].value_or(std::string()) + "_right";
        CAPTURE(muscle);
        const float thickness = median_thickness(reference_part(muscle), row[2].value_or(0.0F), row[3].value_or(0.0F));
        CHECK(thickness == Approx(row[1].value_or(0.0F)).epsilon(0.25));
    }
}

TEST_CASE("every structure of every body is closed, in all its levels of detail, and faces outward") {
    for (const std::string body : {"reference", "woman", "heavy"}) {
        for (const mesh::ModelPart& part : shipped_body(body).parts) {
            if (part.name == "towel") {
                continue;  // a cloth has an edge
            }
            CAPTURE(body, part.name);
            CHECK(bad_edges(part.mesh, part.mesh.indices) == 0);
            CHECK(volume(part.mesh) > 0.0);
            for (const auto& level : part.mesh.coarser) {
                CHECK(bad_edges(part.mesh, level) == 0);
            }
        }
    }
}

TEST_CASE("skin, muscles and bones each have at least three levels of detail") {
    for (const mesh::ModelPart& part : shipped_body("reference").parts) {
        if (starts_with(part.name, {"towel", "table"})) {
            continue;
        }
        CAPTURE(part.name);
        CHECK(part.mesh.coarser.size() >= 2);
    }
}

TEST_CASE("every muscle and bone beside the midline is there on both sides, each the other's mirror image") {
    const mesh::Model& model = shipped_body("reference");
    std::size_t pairs = 0;
    for (const mesh::ModelPart& left : model.parts) {
        if (left.mirror_of.empty()) {
            continue;
        }
        CAPTURE(left.name);
        const mesh::Bounds right = mesh::bounds(reference_part(left.mirror_of));
        CHECK(left.mirror_of == left.name.substr(0, left.name.rfind("_left")) + "_right");
        CHECK(mesh::bounds(left.mesh).low.x == -right.high.x);
        CHECK(right.centre().x > 0.0F);
        ++pairs;
    }
    CHECK(pairs >= 50);
}

TEST_CASE("no muscle, bone or organ comes through the skin of any body") {
    for (const std::string body : {"reference", "woman", "heavy"}) {
        const mesh::Model& model = shipped_body(body);
        const mesh::SpatialIndex skin(part_of(model, "skin").mesh);
        for (const mesh::ModelPart& part : model.parts) {
            if (starts_with(part.name, {"skin", "towel", "table"})) {
                continue;
            }
            float most = -1000.0F;
            for (std::size_t i = 0; i < part.mesh.positions.size(); i += 3) {
                // The skin ends in a cut through the thighs.
                if (part.mesh.positions[i].y > -0.42F) {
                    most = std::max(most, outside_mm(skin, part.mesh.positions[i]));
                }
            }
            CAPTURE(body, part.name);
            CHECK(most < 0.0F);
        }
    }
}

TEST_CASE("the arms of every body lie clear of its trunk from the middle of the upper arm down") {
    for (const std::string body : {"reference", "woman", "heavy"}) {
        const mesh::SpatialIndex skin(part_of(shipped_body(body), "skin").mesh);
        for (float y = 0.02F; y > -0.15F; y -= 0.01F) {
            // From behind, between the flank and the arm, the table is seen.
            bool gap = false;
            for (float x = 0.12F; x < 0.26F; x += 0.002F) {
                gap = gap || !skin.first_hit({x, y, 0.5F}, {0.0F, 0.0F, -1.0F});
            }
            CAPTURE(body, y);
            CHECK(gap);
        }
    }
}

TEST_CASE("no bone comes through a muscle that covers it") {
    const std::map<std::string, std::vector<std::string>> covered_by{
        {"latissimus_dorsi_right", {"rib_9_right", "rib_10_right", "rib_11_right", "rib_12_right"}},
        {"trapezius_ascending_right", {"rib_4_right", "rib_5_right", "rib_6_right", "rib_7_right", "rib_8_right"}},
        {"trapezius_transverse_right", {"rib_1_right", "rib_2_right", "rib_3_right"}},
        {"rhomboid_major_right", {"rib_3_right", "rib_4_right", "rib_5_right", "rib_6_right"}},
        {"infraspinatus_right", {"scapula_right"}},
        {"deltoid_acromial_right", {"humerus_right"}},
        {"gluteus_maximus_right", {"femur_right"}},
        {"longissimus_right", {"rib_8_right", "rib_9_right", "rib_10_right", "vertebra_l2", "vertebra_l3"}},
        {"iliocostalis_right", {"rib_9_right", "rib_10_right", "rib_11_right"}},
    };
    for (const auto& [muscle, bones] : covered_by) {
        const mesh::TriangleMesh& mesh = reference_part(muscle);
        for (const std::string& bone : bones) {
            std::size_t through = 0;
            std::size_t samples = 0;
            for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
                if (mesh.fibres[i].w > 0.5F || mesh.normals[i].z < 0.3F) {
                    continue;  // a tendon goes over into its bone; what faces forward covers nothing
                }
                ++samples;
                const glm::vec3 behind = mesh.positions[i] + glm::vec3(0.0F, 0.0F, 0.1F);
                const auto hit = index_of(bone).first_hit(behind, {0.0F, 0.0F, -1.0F}, 0.0992F);
                through += hit ? 1U : 0U;
            }
            CAPTURE(muscle, bone, through, samples);
            CHECK(through * 200 <= samples);
        }
    }
}

TEST_CASE("no organ comes through a rib") {
    const mesh::Model& model = shipped_body("reference");
    for (const mesh::ModelPart& organ : model.parts) {
        if (!is_organ(organ)) {
            continue;
        }
        const mesh::SpatialIndex surface(organ.mesh);
        for (const mesh::ModelPart& rib : model.parts) {
            if (!rib.name.starts_with("rib_")) {
                continue;
            }
            std::size_t inside = 0;
            for (const glm::vec3 at : rib.mesh.positions) {
                inside += outside_mm(surface, at) < 0.0F ? 1U : 0U;
            }
            CAPTURE(organ.name, rib.name);
            CHECK(inside == 0);
        }
    }
}

TEST_CASE("fibres of the muscles are directions along the surface") {
    for (const mesh::ModelPart& part : shipped_body("reference").parts) {
        if (!is_muscle(part)) {
            continue;
        }
        CAPTURE(part.name);
        std::size_t along_surface = 0;
        for (std::size_t i = 0; i < part.mesh.fibres.size(); ++i) {
            const glm::vec3 fibre(part.mesh.fibres[i]);
            const bool unit = std::abs(glm::length(fibre) - 1.0F) < 0.03F;
            along_surface += unit && std::abs(glm::dot(fibre, part.mesh.normals[i])) < 0.6F ? 1U : 0U;
        }
        // Only where a muscle ends do its fibres run into its surface.
        CHECK(along_surface * 10 >= part.mesh.fibres.size() * 7);
    }
}

TEST_CASE("the skin of the reference man follows the back that was measured") {
    const toml::table root = figures("skin_outline.toml");
    const auto back_z_mm = [](const float x_mm, const float y_mm) {
        const auto hit = index_of("skin").first_hit({x_mm * mm, y_mm * mm, 0.5F}, {0.0F, 0.0F, -1.0F});
        REQUIRE(hit);
        return mm_from_metres(hit->position.z);
    };
    std::vector<float> away;
    for (const auto& node : *root["rows"].as_array()) {
        const toml::array& row = *node.as_array();
        const float y = row[0].value_or(0.0F);
        // The measured skin has no furrow, so that it says nothing of the midline's depth.
        for (const auto& [x, z] :
             {std::pair{row[2].value_or(0.0F), row[3].value_or(0.0F)}, std::pair{100.0F, row[4].value_or(0.0F)}}) {
            away.push_back(std::abs(back_z_mm(x, y) - z));
            CAPTURE(x, y, away.back());
            CHECK(away.back() < 25.0F);
        }
    }
    CHECK(std::accumulate(away.begin(), away.end(), 0.0F) / static_cast<float>(away.size()) < 10.0F);
}
