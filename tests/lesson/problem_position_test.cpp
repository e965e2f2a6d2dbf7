#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"
#include "lesson/lesson.h"
#include "lesson/limits.h"
#include "lesson/safety.h"
#include "lesson/translation.h"
#include "lesson_text.h"

using namespace dorsum;
using namespace dorsum::lesson;

namespace {

struct Position {
    int line = 0;
    int column = 0;
    friend bool operator==(const Position&, const Position&) = default;
};

/// Where `marker` begins first.
Position position_of(const std::string& text, const std::string& marker) {
    const std::size_t at = text.find(marker);
    const std::size_t start = text.rfind('\n', at);
    return {line_of(text, marker), static_cast<int>(start == std::string::npos ? at + 1 : at - start)};
}

/// Where the first problem of a lesson is said to be.
Position said(const std::string& text) {
    const LessonReading reading = parse_lesson(text, "my.toml");
    REQUIRE_FALSE(reading.problems.empty());
    INFO(to_string(reading.problems.front()));
    return {reading.problems.front().line, reading.problems.front().column};
}

}  // namespace

TEST_CASE("a mistake in a zone that is set in is told with its column") {
    const std::string twice =
        replaced(faultless_text(), "[[zone]]\nnumber = 2", "    [[zone]] # again\n    number = 1");
    CHECK(said(twice) == position_of(twice, "[[zone]] # again"));
    const std::string above =
        replaced(replaced(faultless_text(), "[[zone]]\nnumber = 2", "   [[zone]] # low\nnumber = 2"), "level = \"T2\"",
                 "level = \"L1\"");
    CHECK(said(above) == position_of(above, "[[zone]] # low"));
    const std::string without_note =
        replaced(replaced(faultless_text(), "[zones]\nnote = \"traditional reflex zone; not medical evidence\"\n", ""),
                 "[[zone]]\nnumber = 1", "  [[zone]] # first\nnumber = 1");
    CHECK(said(without_note) == position_of(without_note, "[[zone]] # first"));
}

TEST_CASE("a value is told with its column, in a list, in a table in one line and behind a dotted key") {
    const std::string place = replaced(faultless_text(), "lateral_mm = 81", "lateral_mm = 1081");
    CHECK(said(place) == position_of(place, "1081"));
    const std::string caution = replaced(faultless_text(), "[\"Be careful\"]", "[\"Be careful\", 77]");
    CHECK(said(caution) == position_of(caution, "77"));
    const std::string dotted = replaced(faultless_text(), "[breath]\ndefault_per_min = 8\ninhale_share = 0.4",
                                        "breath.default_per_min = 1000\nbreath.inhale_share = 0.4");
    CHECK(said(dotted) == position_of(dotted, "1000"));
    const std::string inside = replaced(faultless_text(), "[breath]", "[checklist.more]\nstop = [\"a\"]\n[breath]");
    CHECK(said(inside).line == line_of(inside, "[checklist.more]"));
    CHECK(said(inside).column > 0);
}

TEST_CASE("what is wrong with a whole file is told at its beginning, or where it begins to be wrong") {
    CHECK(said("") == Position{1, 1});
    CHECK(said("v 0 0 0\nv 1 0 0\n") == Position{1, 1});
    CHECK(said("[package]\nname = \"other\"\n") == Position{1, 1});
    // Columns count letters, not bytes.
    CHECK(said(std::string("format = 1\ntitle = \"\u00e9t\u00e9") + '\0' + "\"") == Position{2, 13});
    const std::string filler = "# a line of forty bytes, its end as well\n";
    std::string large;
    while (large.size() <= lesson_bytes_most) {
        large += filler;
    }
    const Position limit = said(large);
    CHECK(limit.line == 1 + static_cast<int>(lesson_bytes_most / filler.size()));
    CHECK(limit.column == 1 + static_cast<int>(lesson_bytes_most % filler.size()));
}

TEST_CASE("a torn translation is told with line, column and what would mend it") {
    LessonReading reading = parse_lesson(faultless_text(), "my.toml");
    REQUIRE(reading.lesson);
    const TranslationReading torn =
        translate(*reading.lesson, "title = \"Une le\u00e7on\"\npurpose = essai\n", "my.fr.toml");
    CHECK_FALSE(torn.readable);
    REQUIRE(torn.problems.size() == 1);
    CHECK(torn.problems[0].line == 2);
    CHECK(torn.problems[0].column == 11);
    CHECK(torn.problems[0].remedy == "Write the word between quotes: \"essai\"");
    CHECK(reading.lesson->title == "A lesson");
}

TEST_CASE("a mistake in the file of safety regions is told with line and column") {
    for (const char* text :
         {"", "[[region]]\n", "region = 3\n", "[[region]]\nname = [\n", "[[region]]\n  outline = [3]\n"}) {
        const SafetyReading reading = parse_safety_regions(text, "safety.toml");
        REQUIRE_FALSE(reading.problems.empty());
        for (const Error& problem : reading.problems) {
            INFO(to_string(problem));
            CHECK(problem.line > 0);
            CHECK(problem.column > 0);
        }
    }
}
