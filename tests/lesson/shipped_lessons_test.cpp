#include <array>
#include <fstream>
#include <glm/geometric.hpp>
#include <iterator>
#include <set>
#include <string>

#include "catch.h"
#include "lesson/choreography.h"
#include "lesson/comfort.h"
#include "lesson/safety.h"
#include "lesson_text.h"
#include "test_body.h"

using namespace dorsum;
using namespace dorsum::lesson;

namespace {

const std::string folder = DORSUM_TEST_ASSETS "/lessons/";

std::string text_of(const std::string& file) {
    std::ifstream stream(folder + file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

Lesson shipped(const std::string& file) {
    const LessonReading reading = read_lesson(folder + file);
    for (const Error& problem : reading.problems) {
        UNSCOPED_INFO(to_string(problem));
    }
    REQUIRE(reading.lesson.has_value());
    return *reading.lesson;
}

/// The keys that the reader knows in a table, as it lists them when it finds one that it does not know.
std::set<std::string> known_keys(const std::string& text) {
    std::set<std::string> keys;
    for (const Error& problem : parse_lesson(text, "keys.toml").problems) {
        const std::string mark = "known are: ";
        if (problem.cause.find("qqqqqqqqqqqqqqqq") == std::string::npos) {
            continue;
        }
        REQUIRE(problem.remedy.find(mark) != std::string::npos);
        std::string list = problem.remedy.substr(problem.remedy.find(mark) + mark.size()) + ", ";
        for (std::size_t at = list.find(", "); at != std::string::npos; at = list.find(", ")) {
            keys.insert(list.substr(0, at));
            list.erase(0, at + 2);
        }
    }
    return keys;
}

}  // namespace

TEST_CASE("every lesson that ships is valid, fits on bodies small and large, and breaks no rule of safety") {
    const SafetyReading safety = read_safety_regions(folder + "safety.toml");
    REQUIRE(safety.problems.empty());
    for (const char* file : {"back-massage.toml", "twelve-zones.toml", "ten-minutes.toml", "two-minutes.toml"}) {
        const Lesson lesson = shipped(file);
        for (const float scale : {0.85F, 1.0F, 1.15F}) {
            INFO(file << " on a body scaled by " << scale);
            const auto body = test_body(scale);
            const Choreography choreography = lay_on_body(lesson, *body, lesson.breath_per_min);
            for (const Error& problem : choreography.problems) {
                UNSCOPED_INFO(to_string(problem));
            }
            CHECK(choreography.problems.empty());
            const auto findings = check_safety(lesson, choreography, safety.regions, body->scale_to_reference);
            for (const SafetyFinding& finding : findings) {
                UNSCOPED_INFO(to_string(finding.error));
            }
            CHECK(findings.empty());
            if (scale == 1.0F) {
                CHECK(speed_findings(choreography).empty());
            }
        }
        CHECK_FALSE(lesson.checklist.stop.empty());
        CHECK_FALSE(lesson.checklist.ask_doctor.empty());
        CHECK_FALSE(lesson.checklist.avoid_area.empty());
    }
}

TEST_CASE("the routine lasts about ten minutes, the demonstration about two") {
    const auto body = test_body();
    CHECK(lay_on_body(shipped("ten-minutes.toml"), *body, 6.0).duration_s() == Approx(600.0).margin(45.0));
    CHECK(lay_on_body(shipped("two-minutes.toml"), *body, 6.0).duration_s() == Approx(120.0).margin(15.0));
}

TEST_CASE("the zone lesson holds each zone where it lies, over vertebrae with a light touch") {
    const Lesson lesson = shipped("twelve-zones.toml");
    REQUIRE(lesson.steps.size() == 12);
    REQUIRE(lesson.zones.size() == 12);
    CHECK(lesson.purpose.find("not evidence") != std::string::npos);
    const auto body = test_body();
    const Choreography choreography = lay_on_body(lesson, *body, 6.0);
    for (std::size_t i = 0; i < 12; ++i) {
        INFO("zone " << i + 1);
        REQUIRE(choreography.steps[i].strokes.size() == 1);
        const Stroke& stroke = choreography.steps[i].strokes[0];
        CHECK(stroke.kind == StrokeKind::holding);
        CHECK(glm::distance(stroke.path[0].position, choreography.zones[i].point.position) < 0.001F);
        if (lesson.zones[i].over_vertebrae) {
            CHECK(stroke.pressure <= 1);
            CHECK(lesson.steps[i].text.find("light touch") != std::string::npos);
        }
    }
}

TEST_CASE("README and the schema for editors name every key that the reader knows") {
    const std::string unknown = "qqqqqqqqqqqqqqqq = 1\n";
    const std::string whole =
        replaced(faultless_text(), "[breath]",
                 "[checklist]\nstop = [\"a\"]\nask_doctor = [\"a\"]\navoid_area = [\"a\"]\n" + unknown + "[breath]");
    std::set<std::string> keys;
    for (const char* before :
         {"format = 1", "default_per_min = 8", "rest_s = 5", "contact = \"palm\"", "[zones]\nnote", "number = 2"}) {
        const std::string mark = std::string(before) == "[zones]\nnote" ? "note = " : before;
        const auto found = known_keys(replaced(whole, mark, unknown + mark));
        keys.insert(found.begin(), found.end());
    }
    const auto of_place = known_keys(replaced(whole, "{level = \"T1\", lateral_mm = 80}",
                                              "{level = \"T1\", lateral_mm = 80, qqqqqqqqqqqqqqqq = 1}"));
    keys.insert(of_place.begin(), of_place.end());
    CHECK(keys.size() >= 35);
    const std::string readme = text_of("README.md");
    const std::string schema = text_of("lesson.schema.json");
    for (const std::string& key : keys) {
        INFO(key);
        CHECK(
            (readme.find("`" + key + "`") != std::string::npos || readme.find("[[" + key + "]]") != std::string::npos ||
             readme.find("[" + key + "]") != std::string::npos || readme.find("." + key + "]]") != std::string::npos));
        CHECK(schema.find("\"" + key + "\": {") != std::string::npos);
    }
}

TEST_CASE("the lesson that the documentation shows plays as it is written there") {
    const std::string documentation = text_of("README.md");
    const std::string fence = "```toml\n";
    const std::size_t from = documentation.find(fence);
    REQUIRE(from != std::string::npos);
    const std::size_t begin = from + fence.size();
    const LessonReading reading =
        parse_lesson(documentation.substr(begin, documentation.find("```", begin) - begin), "shown.toml");
    for (const Error& problem : reading.problems) {
        UNSCOPED_INFO(to_string(problem));
    }
    REQUIRE(reading.lesson.has_value());
    const Choreography choreography = lay_on_body(*reading.lesson, *test_body(), reading.lesson->breath_per_min);
    CHECK(choreography.problems.empty());
    CHECK(speed_findings(choreography).empty());
    const SafetyReading safety = read_safety_regions(folder + "safety.toml");
    CHECK(check_safety(*reading.lesson, choreography, safety.regions, 1.0F).empty());
}
