#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "catch.h"
#include "lesson/lesson.h"
#include "lesson/limits.h"
#include "lesson_text.h"

using namespace dorsum;
using namespace dorsum::lesson;

namespace {

std::string bundled_text() {
    std::ifstream file(DORSUM_TEST_ASSETS "/lessons/back-massage.toml");
    return {std::istreambuf_iterator<char>(file), {}};
}

void check_path(const StrokePlan& stroke) {
    REQUIRE(stroke.path.size() >= (stroke.kind == StrokeKind::holding ? 1U : 2U));
    REQUIRE(stroke.path.size() <= places_most);
    for (std::size_t i = 0; i < stroke.path.size(); ++i) {
        REQUIRE(std::abs(stroke.path[i].lateral_mm) <= lateral_mm_most);
        REQUIRE(stroke.path[i].level.number >= body::highest_level.number);
        REQUIRE(stroke.path[i].level.number <= body::lowest_level.number);
        REQUIRE(std::abs(stroke.path[i].lateral_mm) >= least_lateral_mm(stroke));
        if (i > 0 && stroke.breath == BreathLock::inhale) {
            REQUIRE(stroke.path[i].level.number <= stroke.path[i - 1].level.number);
        }
        if (i > 0 && stroke.breath == BreathLock::exhale) {
            REQUIRE(stroke.path[i].level.number >= stroke.path[i - 1].level.number);
        }
    }
}

/// What must hold of every lesson that is given out.
void check_valid(const Lesson& lesson) {
    REQUIRE_FALSE(lesson.title.empty());
    REQUIRE_FALSE(lesson.purpose.empty());
    REQUIRE_FALSE(lesson.cautions.empty());
    REQUIRE_FALSE(lesson.steps.empty());
    REQUIRE((lesson.zones.empty() || !lesson.zones_note.empty()));
    REQUIRE((lesson.breath_per_min >= 4.0 && lesson.breath_per_min <= 20.0));
    REQUIRE((lesson.inhale_share >= 0.2 && lesson.inhale_share <= 0.8));
    std::size_t strokes = 0;
    for (const Step& step : lesson.steps) {
        REQUIRE((step.repeats >= 1 && step.repeats <= repeats_most));
        REQUIRE(step.strokes.empty() == (step.rest_s > 0.0));
        strokes += step.strokes.size();
        for (const StrokePlan& stroke : step.strokes) {
            REQUIRE((stroke.pressure >= 0 && stroke.pressure <= pressure_most));
            REQUIRE((stroke.breath == BreathLock::free) == (stroke.duration_s > 0.0));
            check_path(stroke);
        }
    }
    REQUIRE(strokes <= strokes_most);
    for (std::size_t i = 0; i < lesson.zones.size(); ++i) {
        REQUIRE((lesson.zones[i].number >= 1 && lesson.zones[i].number <= zones_most));
        REQUIRE(std::isfinite(lesson.zones[i].place.lateral_mm));
        REQUIRE((i == 0 || lesson.zones[i].number > lesson.zones[i - 1].number));
        REQUIRE((i == 0 || lesson.zones[i].place.level.number >= lesson.zones[i - 1].place.level.number));
    }
}

void check_reading(const std::string& text) {
    const LessonReading reading = parse_lesson(text, "fuzz.toml");
    REQUIRE(reading.lesson.has_value() == reading.problems.empty());
    for (const Error& problem : reading.problems) {
        REQUIRE_FALSE(problem.cause.empty());
        REQUIRE_FALSE(problem.remedy.empty());
        REQUIRE(problem.file == "fuzz.toml");
        INFO(to_string(problem));
        REQUIRE(problem.line > 0);
        REQUIRE(problem.column > 0);
    }
    if (reading.lesson) {
        check_valid(*reading.lesson);
    }
}

}  // namespace

TEST_CASE("every truncated lesson is refused or valid, and never ends the program") {
    const std::string text = faultless_text();
    for (std::size_t length = 0; length < text.size(); ++length) {
        check_reading(text.substr(0, length));
    }
    const std::string bundled = bundled_text();
    REQUIRE(bundled.size() > 4000);
    for (std::size_t length = 0; length < bundled.size(); length += 97) {
        check_reading(bundled.substr(0, length));
    }
}

TEST_CASE("a lesson changed at random is refused or valid, and never ends the program") {
    std::mt19937 random(20240229);
    const std::string original = faultless_text();
    constexpr std::array<const char*, 24> pieces{"\"",         "[",
                                                 "]",          "{",
                                                 "}",          "=",
                                                 "\n",         "#",
                                                 "nan",        "-inf",
                                                 "1e308",      "-9223372036854775808",
                                                 "0x7fffffff", "true",
                                                 "[[step]]\n", "[[step.stroke]]\n",
                                                 "[[zone]]\n", "level = \"C0\"",
                                                 "\xff\xfe",   "\\u0000",
                                                 "\"\"\"",     "'''",
                                                 ".",          "L5.99"};
    const auto below = [&](const std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
    };
    for (int round = 0; round < 6000; ++round) {
        std::string text = original;
        const std::size_t changes = 1 + below(4);
        for (std::size_t change = 0; change < changes && !text.empty(); ++change) {
            const std::size_t at = below(text.size());
            switch (below(5)) {
                case 0:
                    text[at] = static_cast<char>(below(256));
                    break;
                case 1:
                    text.erase(at, 1 + below(40));
                    break;
                case 2:
                    text.insert(at, pieces[below(pieces.size())]);
                    break;
                case 3:
                    text.insert(at, text.substr(below(text.size()), below(80)));
                    break;
                default:
                    if (const std::size_t digit = text.find_first_of("0123456789", at); digit != std::string::npos) {
                        text[digit] = static_cast<char>('0' + below(10));
                    }
            }
        }
        check_reading(text);
    }
}

TEST_CASE("deeply nested and endless values are refused") {
    check_reading("format = 1\ntitle = " + std::string(20000, '[') + std::string(20000, ']'));
    check_reading("format = 1\nadvice = [" + std::string(100000, ','));
    std::string many = "format = 1\n";
    for (int i = 0; i < 9000; ++i) {
        many += "key" + std::to_string(i) + " = 1\n";
    }
    const LessonReading reading = parse_lesson(many, "fuzz.toml");
    CHECK(reading.problems.size() > 9000);
}
