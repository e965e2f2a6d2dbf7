#include <glm/geometric.hpp>

#include "body/landmark_file.h"

#include "catch.h"

namespace dorsum::body {

TEST_CASE("a landmark file is read as it is written") {
    const auto file = parse_landmark_file(R"(format = 1
unit_m = 0.01
up = "+z"
facing = "-y"
[[landmark]]
id = "C7"
position_m = [0.0, 0.3017, 0.0763]
confidence = 0.5
[[landmark]]
id = "waist_right"
position_m = [1, 2, 3]
)",
                                          "back.landmarks.toml");
    REQUIRE(file.has_value());
    CHECK(file->unit_m.value_or(0.0F) == Approx(0.01F));
    CHECK(file->up == mesh::Axis::plus_z);
    CHECK(file->facing == mesh::Axis::minus_y);
    REQUIRE(file->landmarks.size() == 2);
    CHECK(file->landmarks[0].id == "C7");
    CHECK(file->landmarks[0].position_m == glm::vec3(0.0F, 0.3017F, 0.0763F));
    CHECK(file->landmarks[0].confidence == 0.5F);
    CHECK(file->landmarks[1].position_m == glm::vec3(1.0F, 2.0F, 3.0F));
    CHECK(file->landmarks[1].confidence == 1.0F);
}

TEST_CASE("what is wrong in a landmark file is said with its line") {
    struct Wrong {
        const char* text;
        int line;
        const char* said;
    };
    const Wrong wrong = GENERATE(
        Wrong{"", 1, "format 1"}, Wrong{"format = 2\n", 1, "format 1"}, Wrong{"format = 1\n", 0, "no landmark"},
        Wrong{"format = 1\n[[landmark]\n", 2, "TOML"},
        Wrong{"format = 1\n[[landmark]]\nposition_m = [1, 2, 3]\n", 2, "no id"},
        Wrong{"format = 1\n[[landmark]]\nid = \"C7\"\n", 2, "three numbers"},
        Wrong{"format = 1\n[[landmark]]\nid = \"C7\"\nposition_m = [1, 2]\n", 2, "three numbers"},
        Wrong{"format = 1\n[[landmark]]\nid = \"C7\"\nposition_m = [1, 2, \"3\"]\n", 2, "three numbers"},
        Wrong{"format = 1\n[[landmark]]\nid = \"C7\"\nposition_m = [1, 2, nan]\n", 2, "three numbers"},
        Wrong{"format = 1\n[[landmark]]\nid = \"C7\"\nposition_m = [1, 2, 3]\nconfidence = 2\n", 5, "0 to 1"},
        Wrong{"format = 1\nunit_m = 0\n[[landmark]]\n", 2, "unit_m"},
        Wrong{"format = 1\norigin_m = [0, 1]\n[[landmark]]\n", 2, "origin_m"},
        Wrong{"format = 1\nup = \"north\"\n[[landmark]]\n", 2, "axis"},
        Wrong{"format = 1\nlandmark = [1]\n", 2, "table"},
        Wrong{"format = 1\n[[landmark]]\nid = \"C7\"\nposition_m = [1, 2, 3]\n[[landmark]]\nid = \"C7\"\nposition_m = "
              "[1, 2, 3]\n",
              5, "twice"});
    INFO(wrong.text);
    const auto file = parse_landmark_file(wrong.text, "back.landmarks.toml");
    REQUIRE_FALSE(file.has_value());
    CHECK(file.error().file == "back.landmarks.toml");
    CHECK(file.error().line == wrong.line);
    CHECK(file.error().cause.find(wrong.said) != std::string::npos);
    CHECK_FALSE(file.error().remedy.empty());
}

TEST_CASE("axes are read with and without a sign") {
    CHECK(parse_axis("+x") == mesh::Axis::plus_x);
    CHECK(parse_axis("y") == mesh::Axis::plus_y);
    CHECK(parse_axis("-Z") == mesh::Axis::minus_z);
    for (const char* text : {"", "+", "-", "w", "xy", "--x", "+ x"}) {
        CHECK_FALSE(parse_axis(text).has_value());
    }
}

TEST_CASE("what is written is read back") {
    LandmarkFile content;
    content.unit_m = 0.0254F;
    content.up = mesh::Axis::minus_z;
    content.facing = mesh::Axis::plus_x;
    content.origin_m = glm::vec3(0.1F, -0.25F, 3.0F);
    content.landmarks = {{"C7", {0.00012F, -1.25F, 0.33333F}, 1.0F}, {"acromion_left", {12.5F, 0.0F, -3.0F}, 0.25F}};
    const auto back = parse_landmark_file(landmark_file_text(content), "back.landmarks.toml");
    REQUIRE(back.has_value());
    CHECK(back->unit_m == content.unit_m);
    CHECK(back->up == content.up);
    CHECK(back->facing == content.facing);
    REQUIRE(back->origin_m.has_value());
    CHECK(glm::distance(*back->origin_m, *content.origin_m) < 1.0e-5F);
    REQUIRE(back->landmarks.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(back->landmarks[i].id == content.landmarks[i].id);
        CHECK(glm::distance(back->landmarks[i].position_m, content.landmarks[i].position_m) < 1.0e-5F);
        CHECK(back->landmarks[i].confidence == Approx(content.landmarks[i].confidence));
    }
}

}  // namespace dorsum::body
