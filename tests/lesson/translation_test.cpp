#include "lesson/translation.h"

#include <fstream>
#include <iterator>

#include "catch.h"
#include "lesson_text.h"
#include "test_body.h"

using namespace dorsum;
using namespace dorsum::lesson;

namespace {

std::string french() {
    std::ifstream stream(DORSUM_TEST_ASSETS "/lessons/back-massage.fr.toml");
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("the main lesson speaks French throughout, and moves the hands as before") {
    Lesson lesson = bundled_lesson();
    const auto problems = translate(lesson, french(), "back-massage.fr.toml").problems;
    for (const Error& problem : problems) {
        UNSCOPED_INFO(to_string(problem));
    }
    CHECK(problems.empty());
    CHECK(lesson.title == "Massage du dos en cinq étapes");
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
        CHECK(lesson.steps[i].text != bundled_lesson().steps[i].text);
        CHECK(lesson.steps[i].strokes.size() == bundled_lesson().steps[i].strokes.size());
    }
    for (std::size_t i = 0; i < lesson.zones.size(); ++i) {
        CHECK(lesson.zones[i].touch != bundled_lesson().zones[i].touch);
        CHECK((!lesson.zones[i].over_vertebrae || lesson.zones[i].touch.find("toucher léger") != std::string::npos));
    }
}

TEST_CASE("every lesson that ships speaks French throughout") {
    const std::string folder = DORSUM_TEST_ASSETS "/lessons/";
    for (const std::string name : {"back-massage", "twelve-zones", "ten-minutes", "two-minutes"}) {
        INFO(name);
        const LessonReading english = read_lesson(folder + name + ".toml");
        REQUIRE(english.lesson);
        Lesson lesson = *english.lesson;
        std::ifstream stream(folder + name + ".fr.toml");
        const auto problems = translate(lesson, std::string(std::istreambuf_iterator<char>(stream), {}), name).problems;
        for (const Error& problem : problems) {
            UNSCOPED_INFO(to_string(problem));
        }
        CHECK(problems.empty());
        CHECK(lesson.title != english.lesson->title);
        CHECK(lesson.purpose != english.lesson->purpose);
        CHECK(lesson.advice != english.lesson->advice);
        CHECK(lesson.cautions != english.lesson->cautions);
        CHECK(lesson.checklist.stop != english.lesson->checklist.stop);
        for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
            const Step& step = english.lesson->steps[i];
            CHECK(lesson.steps[i].title != step.title);
            CHECK(lesson.steps[i].caption != step.caption);
            CHECK(lesson.steps[i].text != step.text);
            const bool light = step.text.find("light touch") != std::string::npos;
            CHECK(light == (lesson.steps[i].text.find("toucher léger") != std::string::npos));
        }
    }
}

TEST_CASE("a text that a translation lacks is told and stays as it was") {
    Lesson lesson = bundled_lesson();
    const auto problems =
        translate(lesson, replaced(french(), "caption = \"S’allonger, se réchauffer, respirer\"\n", ""), "mine.fr.toml")
            .problems;
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].cause == "step 1 has no \"caption\"");
    CHECK(problems[0].line > 0);
    CHECK(problems[0].column > 0);
    CHECK(lesson.steps[0].caption == bundled_lesson().steps[0].caption);
    CHECK(lesson.steps[0].title == "Préparer");
}

TEST_CASE("a translation that is torn, empty or of another lesson never harms the lesson") {
    const std::string whole = french();
    for (std::size_t length = 0; length < whole.size(); length += 53) {
        Lesson lesson = bundled_lesson();
        const TranslationReading reading = translate(lesson, whole.substr(0, length), "torn.fr.toml");
        REQUIRE_FALSE(reading.problems.empty());
        for (const Error& problem : reading.problems) {
            INFO(to_string(problem));
            REQUIRE(problem.line > 0);
            REQUIRE(problem.column > 0);
            REQUIRE_FALSE(problem.remedy.empty());
        }
        REQUIRE((reading.readable || lesson.title == bundled_lesson().title));
        REQUIRE(lesson.steps.size() == bundled_lesson().steps.size());
        for (const Step& step : lesson.steps) {
            REQUIRE_FALSE(step.title.empty());
        }
    }
}

TEST_CASE("the language is read from what environments say") {
    CHECK(language_code("fr_CA.UTF-8") == "fr");
    CHECK(language_code("FR") == "fr");
    CHECK(language_code("C") == "");
    CHECK(language_code("C.UTF-8") == "");
    CHECK(language_code("POSIX") == "");
    CHECK(language_code("../etc") == "");
    CHECK(translation_path("a/back-massage.toml", "fr") == "a/back-massage.fr.toml");
}
