#include <cmath>
#include <filesystem>
#include <glm/glm.hpp>
#include <nlohmann/json.hpp>

#include "catch.h"
#include "lesson/breath.h"
#include "run_program.h"

using dorsum::test::contains;
using dorsum::test::run_dorsum;
using nlohmann::json;

namespace {

json info_of(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"info", "--json"});
    const auto result = run_dorsum(arguments);
    INFO(result.standard_error);
    REQUIRE(result.exit_code == 0);
    return json::parse(result.standard_output);
}

glm::dvec3 vector_of(const json& list) {
    REQUIRE(list.size() == 3);
    return {list[0].get<double>(), list[1].get<double>(), list[2].get<double>()};
}

}  // namespace

TEST_CASE("info lists model, landmarks, twelve zones and every stroke with 33 samples") {
    const json found = info_of({});
    const json& model = found.at("model");
    CHECK(contains(model.at("file"), "reference.glb"));
    CHECK(model.at("triangles").get<int>() > 10000);
    CHECK(model.at("unit_m") == 1.0);
    CHECK(model.at("up") == "+y");
    CHECK(model.at("facing") == "-z");
    CHECK(found.at("landmarks").size() >= 20);
    for (const json& landmark : found.at("landmarks")) {
        CHECK(landmark.at("id").is_string());
        CHECK(landmark.at("confidence") >= 0.0);
        CHECK(landmark.at("confidence") <= 1.0);
    }
    CHECK(found.at("zones").size() == 12);
    CHECK_FALSE(found.at("strokes").empty());
    for (const json& stroke : found.at("strokes")) {
        for (const char* list : {"times_s", "positions", "normals"}) {
            CHECK(stroke.at(list).size() == 33);
        }
        CHECK(stroke.at("times_s").back().get<double>() - stroke.at("times_s").front().get<double>() ==
              Approx(stroke.at("duration_s").get<double>()));
        CHECK(stroke.at("speed_cm_s").get<double>() ==
              Approx(100.0 * stroke.at("length_m").get<double>() / stroke.at("duration_s").get<double>()));
        for (const json& normal : stroke.at("normals")) {
            CHECK(glm::length(vector_of(normal)) == Approx(1.0).margin(1e-3));
        }
    }
}

TEST_CASE("in step 3 the reported hands ascend only while the receiver inhales") {
    const json found = info_of({});
    const dorsum::lesson::BreathLaw law;
    int ascending = 0;
    for (const json& stroke : found.at("strokes")) {
        if (stroke.at("step") != 3) {
            continue;
        }
        const auto& times = stroke.at("times_s");
        for (std::size_t i = 0; i + 1 < times.size(); ++i) {
            const double rise = vector_of(stroke.at("positions")[i + 1]).y - vector_of(stroke.at("positions")[i]).y;
            const double middle_s = (times[i].get<double>() + times[i + 1].get<double>()) / 2.0;
            const auto phase = dorsum::lesson::breath_at(law, middle_s).phase;
            if (rise > 1e-6) {
                ++ascending;
                CHECK(phase == dorsum::lesson::BreathPhase::inhale);
            } else if (rise < -1e-6) {
                CHECK(phase == dorsum::lesson::BreathPhase::exhale);
            }
        }
    }
    CHECK(ascending > 20);
}

TEST_CASE("positions are given in the coordinates and the unit of the model file") {
    const std::string skin = std::string(DORSUM_TEST_SHARED) + "/meshes/hra_male_skin.fbx";
    if (!std::filesystem::exists(skin)) {
        WARN("skipped: there is no " << skin);
        return;
    }
    const json found = info_of({skin});
    const json& model = found.at("model");
    CHECK(model.at("triangles") == 185314);
    CHECK(model.at("unit_m").get<double>() == Approx(0.01));
    CHECK(model.at("up") == "+y");
    CHECK(model.at("facing") == "+z");
    const glm::dvec3 low = vector_of(model.at("bounds").at("low"));
    const glm::dvec3 high = vector_of(model.at("bounds").at("high"));
    CHECK(high.y - low.y == Approx(182.95).margin(0.5));
    REQUIRE(found.at("zones").size() == 12);
    for (const json& zone : found.at("zones")) {
        const glm::dvec3 position = vector_of(zone.at("position"));
        CHECK(position.y > low.y + 90.0);
        CHECK(position.y < low.y + 160.0);
        // His back looks along -z.
        CHECK(vector_of(zone.at("normal")).z < 0.0);
    }
}

TEST_CASE("for people, info names the zones and says that they are no evidence") {
    const auto result = run_dorsum({"info"});
    CHECK(result.exit_code == 0);
    CHECK(contains(result.standard_output, "zone 12: Kidneys"));
    CHECK(contains(result.standard_output, "traditional reflex zone; not medical evidence"));
}

TEST_CASE("check accepts the bundled lesson") {
    const auto result = run_dorsum({"check", std::string(DORSUM_TEST_ASSETS) + "/lessons/back-massage.toml"});
    INFO(result.standard_error);
    CHECK(result.exit_code == 0);
    CHECK(contains(result.standard_output, "5 steps, 12 zones"));
}

TEST_CASE("bench reports start-up, import and frame times as JSON") {
    const auto result = run_dorsum({"bench", "--size", "160x90", "--frames", "5"});
    INFO(result.standard_error);
    REQUIRE(result.exit_code == 0);
    const json found = json::parse(result.standard_output);
    CHECK(found.at("start_up").contains("import_ms"));
    CHECK(found.at("frame").at("lesson_over_bare").is_number());
    CHECK(found.at("frame").at("frames") == 5);
    for (const char* tier : {"low", "balanced", "high"}) {
        CHECK(found.at("frame").at("tiers").at(tier).at("lesson_over_bare").is_number());
    }
    CHECK(found.at("frame").at("played").at("share_under_33_ms").is_number());
    CHECK(found.at("evaluate_us").is_number());
    const json& large = found.at("large_model");
    CHECK(large.at("triangles") == 1400000);
    CHECK(large.at("landmarks_ms").is_number());
    CHECK(large.at("strokes_ms").is_number());
    CHECK(large.at("nearest_us").at("p99") >= large.at("nearest_us").at("p50"));
    CHECK(large.at("pick_us").at("p99") >= large.at("pick_us").at("p50"));
}

TEST_CASE("info --step says what lies under each hand, in order of depth") {
    const json found = info_of({"--step", "3", "--time", "2"});
    const json& under = found.at("under_hands");
    CHECK(under.at("step") == 3);
    CHECK(under.at("time_s") == 2.0);
    CHECK(under.at("as_on_bundled_body") == false);
    for (const char* hand : {"left", "right"}) {
        const json& structures = under.at(hand);
        REQUIRE(structures.size() >= 3);
        double depth_mm = 0.0;
        bool erector = false;
        for (const json& structure : structures) {
            CHECK(structure.at("depth_mm") >= depth_mm);
            CHECK(structure.at("share") > 0.0);
            CHECK(structure.at("share") <= 1.0);
            CHECK(structure.at("latin").is_string());
            depth_mm = structure.at("depth_mm").get<double>();
            const auto id = structure.at("id").get<std::string>();
            CHECK_FALSE(contains(id, std::string(hand) == "left" ? "_right" : "_left"));
            erector = erector || contains(id, "longissimus") || contains(id, "iliocostalis");
        }
        CHECK(contains(structures.front().at("layer").get<std::string>(), "superficial"));
        CHECK(erector);
    }
    CHECK_FALSE(info_of({}).contains("under_hands"));
}

TEST_CASE("info --step tells people what lies under the hands, and refuses what the lesson does not have") {
    const auto told = run_dorsum({"info", "--step", "3", "--time", "2"});
    CHECK(told.exit_code == 0);
    CHECK(contains(told.standard_output, "Under the left hand: "));
    CHECK(contains(told.standard_output, "Under the right hand: "));
    CHECK(contains(run_dorsum({"info", "--step", "1"}).standard_output, "No hand is on the back"));
    CHECK(run_dorsum({"info", "--step", "9"}).exit_code == 2);
    CHECK(run_dorsum({"info", "--time", "2"}).exit_code == 2);
    CHECK(run_dorsum({"info", "--step", "3", "--time", "9999"}).exit_code == 2);
}
