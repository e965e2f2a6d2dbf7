#include <algorithm>
#include <cctype>
#include <string>

#include "catch.h"
#include "lesson/lesson.h"
#include "test_body.h"

using namespace dorsum::lesson;

namespace {

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

std::string all_texts(const Lesson& lesson) {
    std::string all = lesson.title + ' ' + lesson.purpose + ' ' + lesson.zones_note;
    for (const auto* list : {&lesson.advice, &lesson.cautions}) {
        for (const std::string& text : *list) {
            all += ' ' + text;
        }
    }
    for (const Step& step : lesson.steps) {
        all += ' ' + step.title + ' ' + step.caption + ' ' + step.text;
    }
    for (const Zone& zone : lesson.zones) {
        all += ' ' + zone.organ + ' ' + zone.place_name + ' ' + zone.touch;
    }
    std::transform(all.begin(), all.end(), all.begin(),
                   [](const unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return all;
}

}  // namespace

TEST_CASE("the bundled lesson has the five steps of the teaching, in order") {
    const Lesson& lesson = bundled_lesson();
    REQUIRE(lesson.steps.size() == 5);
    CHECK(lesson.steps[0].title == "Prepare");
    CHECK(lesson.steps[0].strokes.empty());
    CHECK(lesson.steps[1].title == "From top to bottom");
    CHECK(lesson.steps[2].title == "With the breath");
    CHECK(lesson.steps[3].title == "Along the spine");
    CHECK(lesson.steps[4].title == "To the underarms");
    CHECK(lesson.breath_per_min == 6.0);
    for (const Step& step : lesson.steps) {
        CHECK(step.caption.size() <= 60);  // one short cue
        CHECK_FALSE(contains(step.text, "\n"));
    }
}

TEST_CASE("the bundled lesson says what a massage is for, what to heed, and which pass carries pressure") {
    const Lesson& lesson = bundled_lesson();
    const std::string all = all_texts(lesson);
    for (const char* words : {"posture",
                              "tension",
                              "sitting",
                              "standing",
                              "high heels",
                              "relax",
                              "circulation",
                              "sleep",
                              "fingers reach the points best",
                              "healthy receiver needs no special measures",
                              "inflamed joints",
                              "disease of the bones",
                              "skeleton",
                              "vertebrae",
                              "professional",
                              "do not touch them",
                              "massage therapist",
                              "physiotherapist",
                              "face down",
                              "undressed to the waist",
                              "towel",
                              "never on"}) {
        INFO(words);
        CHECK(contains(all, words));
    }
    CHECK(contains(lesson.steps[1].text, "carries pressure"));
    for (const char* claim : {"heal", "cure", "treats", "therapy for"}) {
        INFO(claim);
        const std::string without_healthy = [&] {
            std::string text = all;
            for (std::size_t at = text.find("healthy"); at != std::string::npos; at = text.find("healthy")) {
                text.erase(at, 7);
            }
            return text;
        }();
        CHECK_FALSE(contains(without_healthy, claim));
    }
}

TEST_CASE("the bundled lesson has the twelve zones, honestly named") {
    const Lesson& lesson = bundled_lesson();
    CHECK(lesson.zones_note == "traditional reflex zone; not medical evidence");
    REQUIRE(lesson.zones.size() == 12);
    const char* organs[] = {"Lungs",   "Lungs",   "Lungs", "Heart", "Heart",  "Heart",
                            "Stomach", "Stomach", "Liver", "Liver", "Spleen", "Kidneys"};
    for (std::size_t i = 0; i < 12; ++i) {
        const Zone& zone = lesson.zones[i];
        INFO("zone " << i + 1);
        CHECK(zone.number == static_cast<int>(i) + 1);
        CHECK(zone.organ == organs[i]);
        CHECK_FALSE(zone.place_name.empty());
        CHECK_FALSE(zone.touch.empty());
        const bool middle = zone.place.lateral_mm == 0.0F;
        CHECK(zone.over_vertebrae == middle);
        CHECK(contains(zone.touch, "light touch") == middle);
    }
    for (const auto& [left, right] : {std::pair{0, 2}, {3, 5}, {6, 7}, {8, 9}}) {
        CHECK(lesson.zones[left].place.level == lesson.zones[right].place.level);
        CHECK(lesson.zones[left].place.lateral_mm == -lesson.zones[right].place.lateral_mm);
        CHECK(lesson.zones[left].place.lateral_mm < 0.0F);
    }
}

TEST_CASE("the bundled lesson goes the ways that it teaches") {
    const Lesson& lesson = bundled_lesson();
    SECTION("step 2 presses from the neck downwards and out to the sides, and returns lightly") {
        const StrokePlan& working = lesson.steps[1].strokes[0];
        CHECK(working.contact == Contact::palm);
        CHECK(working.pass == Pass::working);
        CHECK(working.path.front().level.number <= 8.0F);
        CHECK(working.path.back().level.number > working.path.front().level.number + 10.0F);
        CHECK(working.path.back().lateral_mm > working.path.front().lateral_mm + 60.0F);
        CHECK(lesson.steps[1].strokes[1].pass == Pass::light_return);
        CHECK(lesson.steps[1].strokes[1].pressure < working.pressure);
    }
    SECTION("step 3 ascends on the inhalation and descends on the exhalation") {
        REQUIRE(lesson.steps[2].strokes.size() == 2);
        CHECK(lesson.steps[2].strokes[0].breath == BreathLock::inhale);
        CHECK(lesson.steps[2].strokes[1].breath == BreathLock::exhale);
    }
    SECTION("step 4 uses thumbs beside the spine") {
        CHECK(lesson.steps[3].strokes[0].contact == Contact::thumb);
    }
    SECTION("step 5 goes out towards the underarms, each time higher") {
        float level = 100.0F;
        for (const StrokePlan& stroke : lesson.steps[4].strokes) {
            if (stroke.pass == Pass::working) {
                CHECK(stroke.path.back().lateral_mm > stroke.path.front().lateral_mm);
                CHECK(stroke.path.back().level.number < stroke.path.front().level.number);
                CHECK(stroke.path.front().level.number < level);
                level = stroke.path.front().level.number;
            }
        }
        CHECK(lesson.steps[4].strokes.size() == 10);
    }
}

TEST_CASE("in the bundled lesson whole palms lie beside the spine, their thumbs included") {
    // From the middle of the palm to the outer edge of the thumb laid beside it: 58 mm of a hand of 190 mm
    // (Garrett 1971); and 10 mm between it and the midline.
    constexpr float palm_and_thumb_mm = 68.0F;
    for (const Step& step : bundled_lesson().steps) {
        for (const StrokePlan& stroke : step.strokes) {
            for (const dorsum::body::Place& place : stroke.path) {
                INFO(step.title << ", " << dorsum::body::to_string(place.level));
                CHECK((stroke.contact != Contact::palm || place.lateral_mm > palm_and_thumb_mm));
            }
        }
    }
}

TEST_CASE("in the bundled lesson every stroke begins where the last one ended, also from round to round") {
    for (const Step& step : bundled_lesson().steps) {
        for (std::size_t i = 0; i < step.strokes.size(); ++i) {
            const StrokePlan& next = step.strokes[(i + 1) % step.strokes.size()];
            INFO(step.title << ", stroke " << i + 1);
            CHECK(step.strokes[i].path.back() == next.path.front());
        }
    }
}
