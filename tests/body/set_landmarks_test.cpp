#include "body/set_landmarks.h"

#include <array>
#include <cmath>
#include <filesystem>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/matrix.hpp>
#include <random>
#include <string>

#include "../temporary_folder.h"
#include "body/place.h"
#include "body/reference_figures.h"
#include "catch.h"
#include "changed_body.h"
#include "mesh/mesh.h"
#include "synthetic_body.h"

namespace dorsum::body {
namespace {

std::shared_ptr<const Body> body_of(mesh::Model model) {
    auto body = make_body(std::move(model));
    REQUIRE(body.has_value());
    return *body;
}

glm::vec3 position_of(const Body& body, const std::string& id) {
    const Landmark* landmark = find_landmark(body, id);
    REQUIRE(landmark != nullptr);
    return landmark->position;
}

/// A landmark of this body, moved in the body frame and put back on the skin.
GivenLandmark moved(const Body& body, const std::string& id, const glm::vec3 by_m) {
    const auto on_skin = body.skin->nearest(position_of(body, id) + by_m);
    REQUIRE(on_skin.has_value());
    return {id, body.to_model(on_skin->position) * body.unit_m, 1.0F};
}

std::shared_ptr<const Body> with(const Body& body, const std::vector<GivenLandmark>& by_hand) {
    auto changed = with_landmarks(body, by_hand);
    REQUIRE(changed.has_value());
    return *changed;
}

float level_y(const Body& body, const std::string& level) {
    return height_of(body, *parse_level(level));
}

/// Metres in the model by which the same places lie apart on two bodies of one model.
float worst_place_m(const Body& a, const Body& b) {
    float worst = 0.0F;
    for (float number = 4.0F; number <= 28.0F; number += 0.5F) {
        for (const float lateral_mm : {-80.0F, 0.0F, 40.0F}) {
            const auto on_a = skin_point(a, {{number}, lateral_mm});
            const auto on_b = skin_point(b, {{number}, lateral_mm});
            REQUIRE(on_a.has_value() == on_b.has_value());
            if (on_a) {
                worst =
                    std::max(worst, glm::distance(a.to_model(on_a->position), b.to_model(on_b->position)) * a.unit_m);
            }
        }
    }
    return worst;
}

mesh::Model in_folder(mesh::Model model, const test::TemporaryFolder& folder) {
    model.file = (folder / "person.obj").string();
    return model;
}

mesh::Model strange_model() {
    return as_model(synthetic_person(), mesh::Axis::plus_z, mesh::Axis::plus_x, 0.01F, {0.4F, 1.3F, -0.7F});
}

/// Evenly spread from `low` to `high`, and the same on every machine.
float any(std::mt19937& generator, const float low, const float high) {
    return low + (high - low) * static_cast<float>(generator() % 100001U) / 100000.0F;
}

/// The largest distance, in metres, between the places where two ways into the body frame put the corners of a model.
float worst_corner_m(const Body& a, const Body& b) {
    float worst = 0.0F;
    for (const glm::vec3 corner : {a.model_bounds.low, a.model_bounds.high}) {
        const glm::vec4 at(corner, 1.0F);
        worst = std::max(worst, glm::distance(glm::vec3(a.body_from_model * at), glm::vec3(b.body_from_model * at)));
    }
    return worst;
}

void check_read_back(const Body& saved, const mesh::Model& model) {
    REQUIRE(write_landmark_file(landmark_path(model.file), landmark_file_of(saved)));
    const auto again = body_of(model);
    std::filesystem::remove(landmark_path(model.file));
    CHECK(worst_corner_m(saved, *again) < 1.0e-4F);
    CHECK(worst_place_m(saved, *again) < 2.0e-4F);
    CHECK(again->unit_m == Approx(saved.unit_m));
    CHECK(again->up == saved.up);
    CHECK(again->facing == saved.facing);
    for (const Landmark& landmark : saved.landmarks) {
        CHECK(glm::distance(landmark.position, position_of(*again, landmark.id)) < 1.0e-4F);
    }
}

}  // namespace

TEST_CASE("a level set by hand lies there, and levels between two set by hand are spread between them") {
    const auto body = body_of(strange_model());
    const auto changed =
        with(*body, {moved(*body, "C7", {0.0F, 0.02F, 0.0F}), moved(*body, "L5", {0.0F, -0.01F, 0.0F})});
    const auto in_model = [&](const Body& b, const std::string& id) {
        return b.to_model(position_of(b, id)) * b.unit_m;
    };
    const float spread = glm::distance(in_model(*changed, "C7"), in_model(*changed, "L5"));
    CHECK(spread > glm::distance(in_model(*body, "C7"), in_model(*body, "L5")) + 0.025F);
    CHECK(find_landmark(*changed, "C7")->confidence == 1.0F);
    CHECK(find_landmark(*changed, "T6")->confidence == Approx(find_landmark(*body, "T6")->confidence));
    REQUIRE(find_landmark(*changed, "psis_left") != nullptr);
    CHECK(find_landmark(*changed, "psis_left")->confidence == Approx(find_landmark(*body, "psis_left")->confidence));
    const auto share = [](const Body& b) {
        return (level_y(b, "C7") - level_y(b, "T6")) / (level_y(b, "C7") - level_y(b, "L5"));
    };
    CHECK(share(*changed) == Approx(share(*body)).margin(0.002));
}

TEST_CASE("what was set before stays where it is when another landmark is moved") {
    const auto body = body_of(strange_model());
    const auto once = with(*body, {moved(*body, "T3", {0.0F, 0.015F, 0.0F})});
    const auto twice = with(*once, {moved(*once, "L3", {0.0F, -0.02F, 0.0F})});
    CHECK(glm::distance(once->to_model(position_of(*once, "T3")), twice->to_model(position_of(*twice, "T3"))) *
              body->unit_m <
          1.0e-4F);
}

TEST_CASE("places follow a midline that was moved with T12") {
    const auto body = body_of(strange_model());
    const auto changed = with(*body, {moved(*body, "T12", {0.012F, 0.0F, 0.0F})});
    const auto before = skin_point(*body, {*parse_level("T12"), 0.0F});
    const auto after = skin_point(*changed, {*parse_level("T12"), 0.0F});
    const glm::vec3 way =
        glm::mat3(body->body_from_model) * (changed->to_model(after->position) - body->to_model(before->position));
    CHECK(way.x == Approx(0.012F).margin(0.001));
}

TEST_CASE("a dimple set by hand moves no place") {
    const auto body = body_of(strange_model());
    const auto levels_only = with(*body, {});
    const auto changed = with(*body, {moved(*body, "psis_right", {0.01F, 0.01F, 0.0F})});
    CHECK(worst_place_m(*levels_only, *changed) < 1.0e-4F);
}

TEST_CASE("levels that would change their order are refused with a remedy") {
    const auto body = body_of(strange_model());
    const auto changed =
        with_landmarks(*body, {moved(*body, "T5", {0.0F, -0.1F, 0.0F}), moved(*body, "T6", {0.0F, 0.05F, 0.0F})});
    REQUIRE_FALSE(changed.has_value());
    CHECK(changed.error().cause.find("follow one another") != std::string::npos);
    CHECK_FALSE(changed.error().remedy.empty());
}

TEST_CASE("a body with landmarks set by hand is read back from its file as it was") {
    const test::TemporaryFolder folder;
    SECTION("in axes and a unit of its own") {
        const mesh::Model model = in_folder(strange_model(), folder);
        const auto body = body_of(model);
        const auto changed =
            with(*body, {moved(*body, "C7", {0.0F, 0.02F, 0.0F}), moved(*body, "L4", {0.0F, -0.01F, 0.0F}),
                         moved(*body, "psis_left", {0.01F, 0.0F, 0.0F})});
        REQUIRE(write_landmark_file(landmark_path(model.file), landmark_file_of(*changed)));
        const auto again = body_of(model);
        CHECK(worst_place_m(*changed, *again) < 1.0e-4F);
        CHECK(glm::distance(position_of(*changed, "psis_left"), position_of(*again, "psis_left")) < 1.0e-4F);
        CHECK(find_landmark(*again, "T6")->confidence < set_by_hand);
        CHECK(has_landmarks_by_hand(*again));
        // And may be changed further: what nobody has set still goes along.
        const auto further = with(*again, {moved(*again, "T12", {0.0F, 0.01F, 0.0F})});
        CHECK(level_y(*further, "T11") - level_y(*further, "C7") >
              level_y(*again, "T11") - level_y(*again, "C7") + 0.005F);
    }
    SECTION("tilted, so that it is brought upright") {
        const glm::mat3 tilt(glm::rotate(glm::mat4(1.0F), glm::radians(25.0F), glm::vec3(1.0F, 0.2F, 0.1F)));
        mesh::Model model = as_unknown_model(turned(bundled_skin("reference"), tilt), 0.001F);
        model.file = (folder / "tilted.obj").string();
        for (glm::vec3& position : model.parts.front().mesh.positions) {
            position += glm::vec3(700.0F, -200.0F, 400.0F);  // a scanner's origin lies anywhere
        }
        const auto body = body_of(model);
        const auto changed =
            with(*body, {moved(*body, "C7", {0.0F, 0.02F, 0.0F}), moved(*body, "L4", {0.0F, -0.01F, 0.0F})});
        CHECK_FALSE(landmark_file_of(*changed).up.has_value());
        REQUIRE(write_landmark_file(landmark_path(model.file), landmark_file_of(*changed)));
        CHECK(worst_place_m(*changed, *body_of(model)) < 5.0e-4F);
    }
}

TEST_CASE("however a model lies, and however near its origin is to the body's, it is read back as it was saved") {
    const test::TemporaryFolder folder;
    std::mt19937 generator(20);
    constexpr std::array up{mesh::Axis::plus_y, mesh::Axis::minus_y, mesh::Axis::plus_z, mesh::Axis::minus_x};
    constexpr std::array facing{mesh::Axis::minus_z, mesh::Axis::plus_x, mesh::Axis::minus_y, mesh::Axis::plus_y};
    constexpr std::array unit_m{1.0F, 0.01F, 0.001F};
    for (int round = 0; round < 12; ++round) {
        const auto axes = static_cast<std::size_t>(round) % up.size();
        // From nothing to 9 cm, and every fourth anywhere.
        const float far_m = round % 4 == 3 ? 1.5F : 0.03F * static_cast<float>(round % 4);
        const glm::vec3 shift(any(generator, -far_m, far_m), any(generator, -far_m, far_m),
                              any(generator, -far_m, far_m));
        const bool told = round % 2 == 0;
        const float tilt_deg = round % 3 == 1 ? any(generator, 5.0F, 20.0F) : 0.0F;
        // Of which it is told how it lies only leans forward or back, so that it is still seen to be a person.
        const glm::vec3 about = told
                                    ? glm::cross(mesh::direction(up[axes]), mesh::direction(facing[axes]))
                                    : glm::normalize(glm::vec3(any(generator, -1.0F, 1.0F), any(generator, -1.0F, 1.0F),
                                                               any(generator, 0.1F, 1.0F)));
        mesh::Model model =
            in_folder(as_model(synthetic_person(), up[axes], facing[axes], unit_m[generator() % 3U], shift), folder);
        const glm::mat3 tilt(glm::rotate(glm::mat4(1.0F), glm::radians(tilt_deg), about));
        for (glm::vec3& position : model.parts.front().mesh.positions) {
            position = tilt * position;
        }
        INFO("round " << round << ", shift " << shift.x << " " << shift.y << " " << shift.z << " m, tilt " << tilt_deg
                      << " degrees, told " << told);
        const AxisOverrides overrides = told ? AxisOverrides{up[axes], facing[axes], {}} : AxisOverrides{};
        auto body = make_body(model, overrides);
        REQUIRE(body.has_value());
        check_read_back(**body, model);
        const auto changed = with(
            **body, {moved(**body, "C7", {0.0F, 0.01F, 0.0F}), moved(**body, "acromion_left", {0.0F, -0.01F, 0.0F})});
        check_read_back(*changed, model);
        check_read_back(*with(*changed, {moved(*changed, "T12", {0.01F, 0.005F, 0.0F})}), model);
    }
}

TEST_CASE("a landmark that is moved leaves the midline where it is, however near the model's own origin is") {
    for (const float off_m : {0.005F, 0.03F, 0.05F, 0.2F}) {
        INFO("the midline of the model at x = " << off_m << " m");
        const auto body =
            body_of(as_model(synthetic_person(), mesh::Axis::plus_y, mesh::Axis::minus_z, 1.0F, {off_m, 0.0F, 0.0F}));
        const auto changed = with(*body, {moved(*body, "C7", {0.0F, 0.01F, 0.0F})});
        const auto middle = skin_point(*changed, {*parse_level("T5"), 0.0F});
        REQUIRE(middle.has_value());
        CHECK(changed->to_model(middle->position).x == Approx(off_m).margin(0.002));
    }
}

TEST_CASE("what was set by hand can be dropped for what the program finds") {
    const test::TemporaryFolder folder;
    const mesh::Model model = in_folder(strange_model(), folder);
    const auto body = body_of(model);
    CHECK_FALSE(has_landmarks_by_hand(*body));
    const auto changed = with(*body, {moved(*body, "C7", {0.0F, 0.04F, 0.0F})});
    CHECK(worst_place_m(*body, *changed) > 0.03F);
    const auto found = as_found(*changed);
    REQUIRE(found.has_value());
    CHECK_FALSE(has_landmarks_by_hand(**found));
    CHECK(worst_place_m(*body, **found) < 0.002F);
}

TEST_CASE("the body that is changed keeps its own landmarks") {
    const auto body = body_of(strange_model());
    const glm::vec3 before = position_of(*body, "C7");
    static_cast<void>(with(*body, {moved(*body, "C7", {0.0F, 0.02F, 0.0F})}));
    CHECK(position_of(*body, "C7") == before);
}

}  // namespace dorsum::body
