#include <cmath>
#include <fstream>
#include <glm/geometric.hpp>
#include <limits>

#include "../temporary_folder.h"
#include "body/body.h"
#include "body/landmark_file.h"
#include "body/place.h"
#include "body/reference_figures.h"
#include "catch.h"
#include "synthetic_body.h"

namespace dorsum::body {
namespace {

using mesh::Axis;

mesh::Model box_model(const glm::vec3 size) {
    mesh::Model model;
    model.file = "box.obj";
    mesh::TriangleMesh box;
    for (int corner = 0; corner < 8; ++corner) {
        box.positions.push_back(size * glm::vec3(corner & 1, (corner >> 1) & 1, (corner >> 2) & 1));
    }
    box.indices = {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4,
                   2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5};
    model.parts.push_back({"box", box});
    return model;
}

bool has_warning(const Body& body, const std::string& words) {
    for (const std::string& warning : body.warnings) {
        if (warning.find(words) != std::string::npos) {
            return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("a person is found in any axes and any usual unit") {
    struct Pose {
        Axis up, facing;
    };
    const Pose pose =
        GENERATE(Pose{Axis::plus_y, Axis::plus_z}, Pose{Axis::plus_y, Axis::minus_z}, Pose{Axis::plus_z, Axis::minus_y},
                 Pose{Axis::plus_z, Axis::plus_x}, Pose{Axis::minus_y, Axis::plus_z}, Pose{Axis::plus_x, Axis::minus_z},
                 Pose{Axis::minus_z, Axis::plus_y}, Pose{Axis::minus_x, Axis::minus_y});
    const float unit_m = GENERATE(1.0F, 0.01F, 0.001F, 0.0254F);
    const auto body = make_body(as_model(synthetic_person(), pose.up, pose.facing, unit_m, {0.4F, -1.3F, 2.0F}));
    REQUIRE(body.has_value());
    CHECK((*body)->up == pose.up);
    CHECK((*body)->facing == pose.facing);
    CHECK((*body)->unit_m == Approx(unit_m));
    CHECK((*body)->scale_to_reference == Approx(1.0F).margin(0.02));
    CHECK((*body)->triangle_count == synthetic_person().triangle_count());
    CHECK((*body)->warnings.empty());
    for (int number = 7; number <= 24; ++number) {
        const Level level{static_cast<float>(number)};
        INFO(to_string(level));
        CHECK(height_of(**body, level) == Approx(height_between(reference_heights(), level)).margin(0.02));
        const auto point = skin_point(**body, {level, 0.0F});
        REQUIRE(point.has_value());
        CHECK(std::abs(point->position.x) < 0.004F);
    }
    // The way back leads to the model's own coordinates.
    const glm::vec3 in_model = (*body)->to_model(glm::vec3(0.0F)) * unit_m;
    const glm::vec3 expected(0.4F, -1.3F, 2.0F);
    CHECK(glm::distance(in_model, expected) < 0.03F);
    CHECK(glm::distance((*body)->direction_to_model({0, 1, 0}), mesh::direction(pose.up)) < 1e-4F);
    CHECK(glm::distance((*body)->direction_to_model({0, 0, -1}), mesh::direction(pose.facing)) < 1e-4F);
}

TEST_CASE("a torso without head, legs or arms has its back found") {
    const SyntheticParts parts = GENERATE(SyntheticParts{true, false, true}, SyntheticParts{false, false, false},
                                          SyntheticParts{true, false, false});
    const auto body = make_body(as_model(synthetic_person(parts), Axis::plus_z, Axis::minus_y, 0.01F));
    REQUIRE(body.has_value());
    CHECK((*body)->up == Axis::plus_z);
    CHECK((*body)->facing == Axis::minus_y);
    CHECK((*body)->unit_m == Approx(0.01F));
    for (int number = 8; number <= 22; ++number) {
        CHECK(skin_point(**body, {{static_cast<float>(number)}, 50.0F}).has_value());
    }
}

TEST_CASE("what a person says of axes and unit always holds") {
    const auto body = make_body(as_model(synthetic_person(), Axis::plus_y, Axis::plus_z, 0.01F),
                                {Axis::minus_y, Axis::minus_z, 0.02F});
    REQUIRE(body.has_value());
    CHECK((*body)->up == Axis::minus_y);
    CHECK((*body)->facing == Axis::minus_z);
    CHECK((*body)->unit_m == 0.02F);
    const auto only_facing =
        make_body(as_model(synthetic_person(), Axis::plus_z, Axis::plus_y, 1.0F), {{}, Axis::minus_y, {}});
    REQUIRE(only_facing.has_value());
    CHECK((*only_facing)->up == Axis::plus_z);
    CHECK((*only_facing)->facing == Axis::minus_y);
}

TEST_CASE("towel and table are told from skin by their names and strokes do not touch them") {
    mesh::Model model = as_model(synthetic_person(), Axis::plus_y, Axis::minus_z, 1.0F);
    mesh::Model cover = box_model({1.0F, 0.6F, 0.5F});
    for (glm::vec3& position : cover.parts[0].mesh.positions) {
        position += glm::vec3(-0.5F, -0.5F, -0.1F);
    }
    model.parts.push_back({"Bath TOWEL", cover.parts[0].mesh});
    model.parts.push_back({"massage_table", cover.parts[0].mesh});
    const auto body = make_body(model);
    REQUIRE(body.has_value());
    CHECK((*body)->parts[0].role == Role::skin);
    CHECK((*body)->parts[1].role == Role::towel);
    CHECK((*body)->parts[2].role == Role::table);
    const auto point = skin_point(**body, {{19.0F}, 0.0F});
    REQUIRE(point.has_value());
    CHECK(point->position.z < 0.12F);
}

TEST_CASE("every landmark lies on the skin and on its own side") {
    const auto made = make_body(as_model(synthetic_person(), Axis::plus_y, Axis::minus_z, 1.0F));
    REQUIRE(made.has_value());
    const Body& body = **made;
    CHECK(body.landmarks.size() == 25 + 13);
    for (const Landmark& landmark : body.landmarks) {
        INFO(landmark.id);
        CHECK(body.skin->nearest(landmark.position)->distance < 0.0005F);
        CHECK(landmark.confidence > 0.0F);
        CHECK(landmark.confidence < 1.0F);
        CHECK_FALSE(landmark.name.empty());
        if (landmark.id.ends_with("_right")) {
            CHECK(landmark.position.x > 0.02F);
        } else if (landmark.id.ends_with("_left")) {
            CHECK(landmark.position.x < -0.02F);
        } else {
            CHECK(std::abs(landmark.position.x) < 0.002F);
        }
    }
    CHECK(find_landmark(body, "waist_right")->position.y == Approx(-0.1F).margin(0.03));
    CHECK(find_landmark(body, "nowhere") == nullptr);
}

TEST_CASE("levels fall from C4 to S4 and height_of agrees with the spine") {
    const auto body = make_body(as_model(synthetic_person(), Axis::plus_y, Axis::minus_z, 1.0F));
    REQUIRE(body.has_value());
    REQUIRE((*body)->spine.size() == 25);
    for (std::size_t i = 0; i < 25; ++i) {
        CHECK((*body)->spine[i].x == static_cast<float>(4 + i));
        CHECK(height_of(**body, {(*body)->spine[i].x}) == Approx((*body)->spine[i].y));
        if (i > 0) {
            CHECK((*body)->spine[i].y < (*body)->spine[i - 1].y);
        }
    }
}

TEST_CASE("landmarks given beside the model override what is found") {
    const test::TemporaryFolder folder;
    mesh::Model model = as_model(synthetic_person(), Axis::plus_z, Axis::minus_y, 0.01F, {0.5F, 0.2F, 1.0F});
    model.file = (folder / "person.obj").string();
    model.hints.unit_m = 0.01F;
    const std::string name = GENERATE("person.landmarks.toml", "person.obj.landmarks.toml");
    // Up +z and facing -y put the body's (x, y, z) at (-x, z, y).
    std::ofstream(folder / name) << "format = 1\n"
                                    "[[landmark]]\nid = \"C7\"\nposition_m = [0.5, 0.277, 1.29]\n"
                                    "[[landmark]]\nid = \"L5\"\nposition_m = [0.5, 0.282, 0.82]\nconfidence = 0.6\n"
                                    "[[landmark]]\nid = \"acromion_right\"\nposition_m = [0.33, 0.23, 1.26]\n"
                                    "[[landmark]]\nid = \"acromion_left\"\nposition_m = [0.67, 0.23, 1.26]\n";
    const auto body = make_body(model);
    REQUIRE(body.has_value());
    CHECK((*body)->up == Axis::plus_z);
    CHECK((*body)->facing == Axis::minus_y);
    CHECK((*body)->scale_to_reference == Approx(0.47F / 0.4662F).epsilon(0.001));
    const Landmark* c7 = find_landmark(**body, "C7");
    REQUIRE(c7 != nullptr);
    CHECK(c7->confidence == 1.0F);
    const glm::vec3 given(0.5F, 0.277F, 1.29F);
    CHECK(glm::distance((*body)->to_model(c7->position) * 0.01F, given) < 0.01F);
    CHECK(find_landmark(**body, "L5")->confidence == 0.6F);
    CHECK(height_of(**body, {7.0F}) - height_of(**body, {24.0F}) == Approx(0.47F).margin(0.0005));
}

TEST_CASE("a model whose landmarks file says that it lies in the body frame is not moved") {
    const test::TemporaryFolder folder;
    mesh::Model model = as_model(synthetic_person(), Axis::plus_y, Axis::minus_z, 1.0F);
    model.file = (folder / "reference.glb").string();
    std::ofstream file(folder / "reference.landmarks.toml");
    file << "format = 1\nup = \"+y\"\nfacing = \"-z\"\norigin_m = [0, 0, 0]\n";
    for (int number = 4; number <= 28; ++number) {
        const Level level{static_cast<float>(number)};
        file << "[[landmark]]\nid = \"" << to_string(level) << "\"\nposition_m = [0.0, "
             << height_between(reference_heights(), level) << ", 0.09]\n";
    }
    file << "[[landmark]]\nid = \"psis_right\"\nposition_m = [0.05, -0.19, 0.09]\n"
            "[[landmark]]\nid = \"psis_left\"\nposition_m = [-0.05, -0.19, 0.09]\n";
    file.close();
    const auto body = make_body(model);
    REQUIRE(body.has_value());
    CHECK((*body)->body_from_model == glm::mat4(1.0F));
    CHECK((*body)->scale_to_reference == Approx(1.0F).margin(1e-4));
    CHECK(height_of(**body, {7.0F}) == Approx(0.3017F).margin(1e-5));
}

TEST_CASE("a landmark file that is of no use is said and left aside") {
    const test::TemporaryFolder folder;
    mesh::Model model = as_model(synthetic_person(), Axis::plus_y, Axis::minus_z, 1.0F);
    model.file = (folder / "person.obj").string();
    SECTION("broken") {
        std::ofstream(folder / "person.landmarks.toml") << "format = 1\n[[landmark\n";
        const auto body = make_body(model);
        REQUIRE(body.has_value());
        CHECK(has_warning(**body, "person.landmarks.toml:2"));
    }
    SECTION("upside down levels") {
        std::ofstream(folder / "person.landmarks.toml")
            << "format = 1\nup = \"+y\"\n[[landmark]]\nid = \"C7\"\nposition_m = [0, -0.2, 0.1]\n"
               "[[landmark]]\nid = \"L5\"\nposition_m = [0, 0.3, 0.1]\n";
        const auto body = make_body(model);
        REQUIRE(body.has_value());
        CHECK(has_warning(**body, "person.landmarks.toml"));
        CHECK(height_of(**body, {7.0F}) == Approx(0.3017F).margin(0.02));
    }
}

TEST_CASE("one landmark set by hand moves its level there, and the others go along") {
    const test::TemporaryFolder folder;
    mesh::Model model = as_model(synthetic_person(), Axis::plus_y, Axis::minus_z, 1.0F);
    model.file = (folder / "person.obj").string();
    const auto before = make_body(model);
    REQUIRE(before.has_value());
    const float t7 = height_of(**before, {14.0F});
    const glm::vec3 wanted = (*before)->to_model({0.0F, t7 + 0.012F, 0.1F});
    REQUIRE(
        write_landmark_file(folder / "person.landmarks.toml", {1.0F, {}, {}, {}, {{"T7", wanted, 1.0F}}}).has_value());
    const auto after = make_body(model);
    REQUIRE(after.has_value());
    CHECK(height_of(**after, {14.0F}) == Approx(t7 + 0.012F).margin(1e-4));
    CHECK(height_of(**after, {7.0F}) == Approx(height_of(**before, {7.0F}) + 0.012F).margin(1e-4));
    CHECK(find_landmark(**after, "T7")->confidence == 1.0F);
    CHECK(find_landmark(**after, "L4")->confidence < 1.0F);
}

TEST_CASE("an acromion set by hand is kept and moves no level") {
    const test::TemporaryFolder folder;
    mesh::Model model = as_model(synthetic_person(), Axis::plus_y, Axis::minus_z, 1.0F);
    model.file = (folder / "person.obj").string();
    const auto before = make_body(model);
    REQUIRE(before.has_value());
    glm::vec3 wanted = (*before)->to_model(find_landmark(**before, "acromion_right")->position);
    wanted.y += 0.008F;
    REQUIRE(
        write_landmark_file(folder / "person.landmarks.toml", {1.0F, {}, {}, {}, {{"acromion_right", wanted, 1.0F}}})
            .has_value());
    const auto after = make_body(model);
    REQUIRE(after.has_value());
    CHECK(find_landmark(**after, "acromion_right")->confidence == 1.0F);
    CHECK(find_landmark(**after, "acromion_right")->position.y > find_landmark(**before, "acromion_right")->position.y);
    CHECK(height_of(**after, {14.0F}) == Approx(height_of(**before, {14.0F})));
}

TEST_CASE("a mesh in which nothing can stand for a back is refused with a remedy") {
    mesh::Model model;
    model.file = "nothing.obj";
    SECTION("no parts") {}
    SECTION("no triangles") {
        model.parts.push_back({"points", {{{0, 0, 0}, {1, 1, 1}}, {}, {}}});
    }
    SECTION("flat") {
        model = box_model({1.0F, 0.0F, 2.0F});
    }
    SECTION("of no extent") {
        model = box_model({0.0F, 0.0F, 0.0F});
    }
    SECTION("endless") {
        model = box_model({1.0F, std::numeric_limits<float>::infinity(), 1.0F});
    }
    SECTION("only a towel") {
        model = box_model({1.0F, 1.0F, 1.0F});
        model.parts[0].name = "towel";
    }
    const auto body = make_body(model);
    REQUIRE_FALSE(body.has_value());
    CHECK(body.error().cause.find("no back found") != std::string::npos);
    CHECK_FALSE(body.error().remedy.empty());
    CHECK(body.error().file == model.file);
}

}  // namespace dorsum::body
