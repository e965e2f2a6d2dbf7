#include "body/breathing_shape.h"

#include <cmath>
#include <fstream>
#include <glm/geometric.hpp>
#include <map>
#include <regex>
#include <string>

#include "body/breathing_figures.h"
#include "catch.h"

namespace dorsum::body {
namespace {

std::map<std::string, float> shader_constants() {
    std::ifstream file(DORSUM_TEST_ASSETS "/../shaders/breathing.glsl");
    const std::regex pattern(R"(^const float (\w+) = (-?[0-9.]+);$)");
    std::map<std::string, float> constants;
    for (std::string line; std::getline(file, line);) {
        if (std::smatch match; std::regex_match(line, match, pattern)) {
            constants[match[1]] = std::stof(match[2]);
        }
    }
    return constants;
}

/// What follows the constants, without line breaks and doubled spaces.
std::string shader_formula() {
    std::ifstream file(DORSUM_TEST_ASSETS "/../shaders/breathing.glsl");
    std::string text;
    bool inside = false;
    for (std::string line; std::getline(file, line);) {
        inside = inside || line.rfind("vec3 breathing_displacement(vec3 position, float rise)", 0) == 0;
        if (inside) {
            text += line + " ";
        }
        if (inside && line == "}") {
            break;
        }
    }
    return std::regex_replace(text, std::regex(" +"), " ");
}

}  // namespace

TEST_CASE("the shader breathes with the same figures as the program") {
    using namespace breathing;
    const std::map<std::string, float> expected = {
        {"lift_m", lift_m},
        {"widening_m", widening_m},
        {"thorax_bottom_m", thorax_bottom_m},
        {"thorax_low_m", thorax_low_m},
        {"thorax_high_m", thorax_high_m},
        {"thorax_top_m", thorax_top_m},
        {"ribs_bottom_m", ribs_bottom_m},
        {"ribs_low_m", ribs_low_m},
        {"ribs_high_m", ribs_high_m},
        {"ribs_top_m", ribs_top_m},
        {"side_start_m", side_start_m},
        {"side_end_m", side_end_m},
        {"front_m", front_m},
        {"back_m", back_m},
    };
    CHECK(shader_constants() == expected);
}

TEST_CASE("the shader breathes by the same formula as the program") {
    CHECK(shader_formula() ==
          "vec3 breathing_displacement(vec3 position, float rise) { "
          "float filled = clamp(rise, 0.0, 1.0); "
          "float trunk = 1.0 - smoothstep(side_start_m, side_end_m, abs(position.x)); "
          "float thorax = smoothstep(thorax_bottom_m, thorax_low_m, position.y) * "
          "(1.0 - smoothstep(thorax_high_m, thorax_top_m, position.y)); "
          "float lower_ribs = smoothstep(ribs_bottom_m, ribs_low_m, position.y) * "
          "(1.0 - smoothstep(ribs_high_m, ribs_top_m, position.y)); "
          "float back = smoothstep(front_m, back_m, position.z); "
          "return filled * trunk * vec3(widening_m * lower_ribs * position.x / side_start_m, 0.0, "
          "lift_m * thorax * back); } ");
}

TEST_CASE("head, pelvis and arms keep still while the chest rises") {
    for (float a = -0.3F; a <= 0.3F; a += 0.01F) {
        for (float z = -0.2F; z <= 0.2F; z += 0.05F) {
            CHECK(glm::length(breathing_displacement({a, 0.36F, z}, 1.0F)) == 0.0F);    // nape and head
            CHECK(glm::length(breathing_displacement({a, -0.171F, z}, 1.0F)) == 0.0F);  // pelvis
            CHECK(glm::length(breathing_displacement({0.191F, a, z}, 1.0F)) == 0.0F);   // right arm
            CHECK(glm::length(breathing_displacement({-0.191F, a, z}, 1.0F)) == 0.0F);  // left arm
        }
    }
}

TEST_CASE("the chest lifts and widens, most at the lower ribs, by at most 14 mm") {
    float most = 0.0F;
    float most_y = 0.0F;
    for (float x = -0.25F; x <= 0.25F; x += 0.01F) {
        for (float y = -0.4F; y <= 0.5F; y += 0.005F) {
            for (float z = -0.2F; z <= 0.15F; z += 0.01F) {
                const glm::vec3 moved = breathing_displacement({x, y, z}, 1.0F);
                CHECK(glm::length(moved) <= 0.014F);
                CHECK(moved.z >= 0.0F);
                CHECK(moved.x * x >= 0.0F);
                const glm::vec3 mirrored = breathing_displacement({-x, y, z}, 1.0F);
                CHECK(mirrored.x == Approx(-moved.x).margin(1e-9));
                CHECK(mirrored.z == Approx(moved.z).margin(1e-9));
                if (glm::length(moved) > most) {
                    most = glm::length(moved);
                    most_y = y;
                }
            }
        }
    }
    CHECK(most > 0.01F);
    CHECK(most_y > -0.03F);  // T12
    CHECK(most_y < 0.08F);   // T8
    CHECK(breathing_displacement({0.0F, 0.02F, 0.1F}, 1.0F).z > 0.01F);
}

TEST_CASE("the chest is at rest when empty and rises steadily with the breath") {
    const glm::vec3 point(0.08F, 0.03F, 0.09F);
    CHECK(glm::length(breathing_displacement(point, 0.0F)) == 0.0F);
    CHECK(breathing_displacement(point, -3.0F) == breathing_displacement(point, 0.0F));
    CHECK(breathing_displacement(point, 7.0F) == breathing_displacement(point, 1.0F));
    for (float rise = 0.0F; rise < 0.95F; rise += 0.05F) {
        CHECK(breathing_displacement(point, rise + 0.05F).z > breathing_displacement(point, rise).z);
    }
}

TEST_CASE("the breathing skin has no kinks") {
    // The slope of the displacement changes by little from one millimetre to the next, in all directions.
    constexpr float step = 0.001F;
    for (const glm::vec3 along : {glm::vec3(1, 0, 0), glm::vec3(0, 1, 0), glm::vec3(0, 0, 1)}) {
        for (const float side : {0.0F, 0.07F, 0.15F}) {
            for (float t = -0.3F; t <= 0.45F; t += step) {
                const glm::vec3 rest = along.x > 0 ? glm::vec3(0, 0.02F, 0.05F) : glm::vec3(side, 0.02F, 0.03F);
                const glm::vec3 point = rest * (glm::vec3(1.0F) - along) + along * t;
                const glm::vec3 bend = breathing_displacement(point + along * step, 1.0F) -
                                       2.0F * breathing_displacement(point, 1.0F) +
                                       breathing_displacement(point - along * step, 1.0F);
                CHECK(glm::length(bend) < 0.03F * step);
            }
        }
    }
}

}  // namespace dorsum::body
