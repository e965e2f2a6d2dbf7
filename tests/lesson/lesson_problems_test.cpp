#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "catch.h"
#include "lesson/lesson.h"
#include "lesson/limits.h"
#include "lesson_text.h"
#include "temporary_folder.h"

using namespace dorsum;
using namespace dorsum::lesson;

namespace {

/// One fault put into a lesson without fault, and what must be said of it.
struct Fault {
    const char* from;
    const char* to;
    const char* marker;  ///< stands on the line that must be named
    const char* cause;
    const char* remedy;
};

void check_fault(const Fault& fault) {
    const std::string text = replaced(faultless_text(), fault.from, fault.to);
    const LessonReading reading = parse_lesson(text, "my.toml");
    INFO("fault: " << fault.to);
    CHECK_FALSE(reading.lesson.has_value());
    REQUIRE(reading.problems.size() == 1);
    const Error& problem = reading.problems.front();
    INFO("said: " << to_string(problem));
    CHECK(problem.file == "my.toml");
    CHECK(problem.line == line_of(text, fault.marker));
    CHECK(problem.column > 0);
    CHECK(problem.cause.find(fault.cause) != std::string::npos);
    CHECK(problem.remedy.find(fault.remedy) != std::string::npos);
    CHECK(problem.cause.back() != '.');
    CHECK(problem.remedy.back() != '.');
}

}  // namespace

TEST_CASE("a lesson without fault is read as it is written") {
    const LessonReading reading = parse_lesson(faultless_text(), "my.toml");
    for (const Error& problem : reading.problems) {
        UNSCOPED_INFO(to_string(problem));
    }
    REQUIRE(reading.lesson.has_value());
    CHECK(reading.problems.empty());
    const Lesson& lesson = *reading.lesson;
    CHECK(lesson.file == "my.toml");
    CHECK(lesson.breath_per_min == 8.0);
    CHECK(lesson.inhale_share == 0.4);
    REQUIRE(lesson.steps.size() == 2);
    CHECK(lesson.steps[0].rest_s == 5.0);
    CHECK(lesson.steps[1].repeats == 2);
    REQUIRE(lesson.steps[1].strokes.size() == 2);
    const StrokePlan& first = lesson.steps[1].strokes[0];
    CHECK(first.contact == Contact::thumb);
    CHECK(first.pass == Pass::working);
    CHECK(first.breath == BreathLock::inhale);
    CHECK(first.duration_s == 0.0);
    CHECK(first.pressure == 4);
    CHECK(first.line == line_of(faultless_text(), "[[step.stroke]] # first"));
    REQUIRE(first.path.size() == 3);
    CHECK(first.path[1] == body::Place{body::Level{13.0F}, 31.0F});
    CHECK(lesson.steps[1].strokes[1].breath == BreathLock::free);
    CHECK(lesson.steps[1].strokes[1].duration_s == 7.5);
    REQUIRE(lesson.zones.size() == 2);
    CHECK(lesson.zones[0].radius_mm == 14.0F);
    CHECK(lesson.zones[1].over_vertebrae);
}

TEST_CASE("a wrong type names the line, the type found and the one that is needed") {
    check_fault({"title = \"A lesson\"", "title = 3", "title = 3", "\"title\" of the lesson is a whole number",
                 "title = \"...\""});
    check_fault({"advice = [\"Be calm\"]", "advice = \"Be calm\"", "advice =", "is a text", "list of texts"});
    check_fault({"[\"Be careful\"]", "[\"Be careful\", 4]", "cautions =", "is a whole number", "text between quotes"});
    check_fault({"repeats = 2", "repeats = \"two\"", "repeats =", "\"repeats\" of step 2 is a text",
                 "whole number from 1 to 100"});
    check_fault({"repeats = 2", "repeats = 2.5", "repeats =", "a number with a decimal point", "whole number"});
    check_fault({"duration_s = 7.5", "duration_s = true", "duration_s =", "is true or false", "duration_s = 8"});
    check_fault({"over_vertebrae = true", "over_vertebrae = \"yes\"", "over_vertebrae =", "is a text",
                 "over_vertebrae = true"});
    check_fault({"level = \"T6\"", "level = 6", "level = 6",
                 "\"level\" of place 2 of stroke 1 of step 2 is a whole number", "text"});
    check_fault({"contact = \"palm\"", "contact = [1]", "contact = [1]", "is a list", "palm, thumb, fingertips"});
    check_fault({"level = \"T11\"", "level = 1979-05-27", "level = 1979", "a date or a time", "text"});
    check_fault({"[breath]\ndefault_per_min = 8\ninhale_share = 0.4", "breath = 8", "breath = 8",
                 "\"breath\" of the lesson is a whole number", "[breath]"});
    check_fault({"path = [{level = \"T1\", lateral_mm = 80}, {level = \"L4\", lateral_mm = 81}]", "path = \"down\"",
                 "path = \"down\"", "is a text", "at least two places"});
}

TEST_CASE("an unknown key is named with the one that was probably meant") {
    check_fault({"repeats = 2", "repaets = 2", "repaets", "step 2 has \"repaets\", which is unknown",
                 "Did you mean \"repeats\""});
    check_fault({"radius_mm = 15", "radius = 15", "radius = 15", "\"radius\"", "Did you mean \"radius_mm\""});
    check_fault({"rest_s = 5", "rest_s = 5\nsandwich_filling = 1", "sandwich", "step 1 has \"sandwich_filling\"",
                 "known are: title, caption"});
    check_fault(
        {"lateral_mm = 31}", "lateral_mm = 31, colour = 1}", "colour", "place 2 of stroke 1 of step 2", "known are"});
    check_fault(
        {"inhale_share = 0.4", "inhale_shar = 0.4", "inhale_shar ", "[breath] has", "Did you mean \"inhale_share\""});
    check_fault(
        {"contact = \"palm\"", "contact = \"plam\"", "plam", "\"plam\", which is unknown", "Did you mean \"palm\""});
    check_fault({"pass = \"return\"", "pass = \"sideways\"", "sideways", "\"sideways\"", "working, return"});
    check_fault({"breath = \"inhale\"", "breath = \"inhal\"\n    duration_s = 4", "inhal\"", "\"inhal\"",
                 "Did you mean \"inhale\""});
}

TEST_CASE("a slip of the pen is mended in words that need no knowledge of the format") {
    const auto hint = [](const char* from, const char* to) {
        const LessonReading reading = parse_lesson(replaced(faultless_text(), from, to), "my.toml");
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems.front().line == line_of(replaced(faultless_text(), from, to), to));
        return reading.problems.front().remedy;
    };
    CHECK(hint("radius_mm = 15", "radius_mm = 16,5") == "Write the number with a point: 16.5");
    CHECK(hint("{level = \"T1\", lateral_mm = 32}", "{level = \"T1\", lateral_mm = 90,5}") ==
          "Write the number with a point: 90.5");
    CHECK(hint("organ = \"Lungs\"", "organ = \"Lungs") == "A quote is missing: a text stands between two of them");
    CHECK(hint("organ = \"Lungs\"", "organ = \u201cLungs\u201d") == "Use straight quotes: \"...\"");
    CHECK(hint("level = \"T11\"", "level = T11") == "Write the word between quotes: \"T11\"");
    CHECK(hint("[[step]]\ntitle = \"Stroke\"", "[step]\ntitle = \"Stroke\"") ==
          "Write two brackets on each side: [[step]]");
}

TEST_CASE("a misspelt key that the lesson needs is told once, where it stands, and not as missing besides") {
    check_fault({"caption = \"Waiting\"", "captoin = \"Waiting\"", "captoin",
                 "step 1 has \"captoin\", which is unknown", "Did you mean \"caption\""});
    check_fault({"duration_s = 7.5", "duraton_s = 7.5", "duraton_s", "stroke 2 of step 2 has \"duraton_s\"",
                 "Did you mean \"duration_s\""});
    check_fault({"{level = \"T6\", ", "{levle = \"T6\", ", "{levle", "place 2 of stroke 1 of step 2 has \"levle\"",
                 "Did you mean \"level\""});
    check_fault({"path = [{level = \"T1\"", "paht = [{level = \"T1\"", "paht", "stroke 2 of step 2 has \"paht\"",
                 "Did you mean \"path\""});
    check_fault({"rest_s = 5", "rset_s = 5", "rset_s", "step 1 has \"rset_s\"", "Did you mean \"rest_s\""});
    check_fault({"format = 1", "fromat = 1", "fromat", "the lesson has \"fromat\"", "Did you mean \"format\""});
    check_fault({"cautions = ", "cuations = ", "cuations", "the lesson has \"cuations\"", "Did you mean \"cautions\""});
    check_fault({"organ = \"Lungs\"", "orgam = \"Lungs\"", "orgam", "has \"orgam\"", "Did you mean \"organ\""});
    check_fault({"[zones]", "[zonse]", "[zonse]", "the lesson has \"zonse\"", "Did you mean \"zones\""});
}

TEST_CASE("a heading that is misspelt throughout is told at its first, and what it holds is not missed") {
    std::string text = faultless_text();
    for (std::size_t at = 0; (at = text.find("[[step.stroke]]", at)) != std::string::npos; ++at) {
        text.replace(at, 15, "[[step.storke]]");
    }
    LessonReading reading = parse_lesson(text, "my.toml");
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].line == line_of(text, "[[step.storke]]"));
    CHECK(reading.problems[0].remedy == "Did you mean \"stroke\"?");
    text = faultless_text();
    for (std::size_t at = 0; (at = text.find("[[step", at)) != std::string::npos; ++at) {
        text.replace(at, 6, "[[stpe");
    }
    reading = parse_lesson(text, "my.toml");
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].remedy == "Did you mean \"step\"?");
}

TEST_CASE("what is missing is named at the table that lacks it") {
    check_fault({"format = 1\n", "", "title = \"A lesson\"", "does not say which format", "format = 1"});
    check_fault(
        {"caption = \"Stroking\"\n", "", "[[step]]\ntitle = \"Stroke\"", "step 2 has no \"caption\"", "caption = "});
    check_fault({"duration_s = 7.5\n", "", "[[step.stroke]] # second", "stroke 2 of step 2 has no \"duration_s\"",
                 "from 0.5 to 120"});
    check_fault({"pressure = 4\n", "", "[[step.stroke]] # first", "no \"pressure\"", "from 0 to 5"});
    check_fault({"rest_s = 5\n", "", "[[step]]\ntitle = \"Wait\"", "step 1 has no \"rest_s\"", "rest_s = 10"});
    check_fault(
        {"{level = \"T6\", ", "{", "{lateral_mm = 31}", "place 2 of stroke 1 of step 2 has no \"level\"", "level = "});
    check_fault({"organ = \"Lungs\"\n", "", "[[zone]]\nnumber = 1", "no \"organ\"", "organ = "});
    check_fault({"[zones]\nnote = \"traditional reflex zone; not medical evidence\"\n", "", "[[zone]]\nnumber = 1",
                 "no note", "not medical evidence"});
    check_fault({"text = \"Up and down\"", "text = \"  \"", "text = \"  \"", "is an empty text", "text = "});
    check_fault({"cautions = [\"Be careful\"]", "cautions = []", "cautions", "an empty list", "list of texts"});
}

TEST_CASE("a number out of range is named with the range") {
    check_fault({"repeats = 2", "repeats = 0", "repeats", "is 0", "from 1 to 100"});
    check_fault({"repeats = 2", "repeats = 101", "repeats", "is 101", "from 1 to 100"});
    check_fault({"pressure = 4", "pressure = 6", "pressure = 6", "is 6", "from 0 to 5"});
    check_fault({"pressure = 4", "pressure = -1", "pressure = -1", "is -1", "from 0 to 5"});
    check_fault({"duration_s = 7.5", "duration_s = 0", "duration_s", "is 0", "from 0.5 to 120"});
    check_fault({"duration_s = 7.5", "duration_s = nan", "duration_s", "is nan", "from 0.5 to 120"});
    check_fault({"duration_s = 7.5", "duration_s = inf", "duration_s", "is inf", "from 0.5 to 120"});
    check_fault({"rest_s = 5", "rest_s = 601", "rest_s", "is 601", "from 1 to 600"});
    check_fault({"default_per_min = 8", "default_per_min = 3", "default_per_min", "is 3", "from 4 to 20"});
    check_fault({"inhale_share = 0.4", "inhale_share = 0.9", "inhale_share", "is 0.9", "from 0.2 to 0.8"});
    check_fault({"radius_mm = 15", "radius_mm = 100", "radius_mm", "is 100", "from 3 to 60"});
    check_fault({"number = 2", "number = 13", "number = 13", "is 13", "from 1 to 12"});
    check_fault({"format = 1", "format = 2", "format", "format 2; this program reads format 1", "newer version"});
}

TEST_CASE("a place off the back is named with what would be on it") {
    check_fault({"level = \"T6\"", "level = \"T13\"", "T13", "\"T13\", which is no level of the back", "C4 to S4"});
    check_fault({"level = \"T6\"", "level = \"neck\"", "neck", "\"neck\"", "C4 to S4"});
    check_fault({"level = \"T2\"", "level = \"C3\"", "C3", "\"C3\", which lies above the back", "C4 to S4"});
    check_fault({"level = \"T11\"", "level = \"S4.5\"", "S4.5", "which lies below the back", "C4 to S4"});
    check_fault({"lateral_mm = 81", "lateral_mm = 261", "lateral_mm = 261", "is 261", "from -260 to 260"});
    check_fault({"lateral_mm = -33", "lateral_mm = -400", "lateral_mm = -400", "is -400", "from -260 to 260"});
}

TEST_CASE("a stroke that would teach something wrong is refused") {
    SECTION("a path that does not move") {
        check_fault({"{level = \"L4\", lateral_mm = 81}]", "{level = \"T1\", lateral_mm = 81}]", "path = [{",
                     "hardly moves", "20 mm apart"});
        check_fault({", {level = \"L4\", lateral_mm = 81}]", "]", "path = [{", "has 1 places", "at least two places"});
    }
    SECTION("hands that sink while the receiver breathes in") {
        check_fault({"level = \"T6\"", "level = \"L5\"", "path = [\n",
                     "inhalation but does not ascend throughout: L4 -> L5", "lowest to the highest"});
    }
    SECTION("hands that rise while the receiver breathes out") {
        check_fault({"breath = \"inhale\"", "breath = \"exhale\"", "path = [\n", "exhalation but does not descend",
                     "highest to the lowest"});
    }
    SECTION("hands that stay at one level through a breath") {
        check_fault(
            {"duration_s = 7.5\n    pressure = 1\n    path = [{level = \"T1\", lateral_mm = 80}, {level = \"L4\", "
             "lateral_mm = 81}]",
             "breath = \"exhale\"\n    pressure = 1\n    path = [{level = \"T1\", lateral_mm = 80}, {level = \"T1\", "
             "lateral_mm = 120}]",
             "path = [{", "does not descend", "breath = \"free\""});
    }
    SECTION("a duration where the breath decides") {
        check_fault({"breath = \"inhale\"", "breath = \"inhale\"\n    duration_s = 4", "duration_s = 4",
                     "lasts as long as the breath", "Take \"duration_s\" out"});
    }
    SECTION("a thumb on the vertebrae") {
        check_fault({"{level = \"T6\", lateral_mm = 31}", "{level = \"T6\", lateral_mm = 18}", "path = [\n",
                     "within 18 mm of the midline at T6", "at least 20 mm"});
        check_fault({"{level = \"T6\", lateral_mm = 31}", "{level = \"T6\", lateral_mm = -31}", "path = [\n",
                     "of the midline at T6", "at least 20 mm"});
    }
    SECTION("a palm that presses on the vertebrae") {
        const std::string pressing = replaced(faultless_text(), "pressure = 1", "pressure = 2");
        CHECK(parse_lesson(pressing, "my.toml").lesson.has_value());
        check_fault(
            {"pass = \"return\"\n    duration_s = 7.5\n    pressure = 1\n    path = [{level = \"T1\", lateral_mm = 80}",
             "pass = \"working\"\n    duration_s = 7.5\n    pressure = 3\n    path = [{level = \"T1\", lateral_mm = "
             "30}",
             "path = [{level = \"T1\", lateral_mm = 30}", "within 30 mm of the midline at T1",
             "a palm that presses at least 53 mm"});
    }
    SECTION("a forearm whose hand would lie on the head") {
        const char* palm =
            "contact = \"palm\"\n    pass = \"return\"\n    duration_s = 7.5\n    pressure = 1\n    path = [{level = "
            "\"T1\"";
        const auto forearm_to = [](const std::string& level) {
            return "contact = \"forearm\"\n    pass = \"return\"\n    duration_s = 7.5\n    pressure = 1\n    path = "
                   "[{level = \"" +
                   level + "\"";
        };
        check_fault(
            {palm, forearm_to("T5").c_str(), "path = [{level = \"T5\"", "a forearm up to T5", "at T6 or below"});
        CHECK(parse_lesson(replaced(faultless_text(), palm, forearm_to("T6")), "my.toml").lesson.has_value());
    }
    SECTION("a return that presses") {
        check_fault({"pressure = 1", "pressure = 3", "pressure = 3", "light return with pressure 3", "from 0 to 2"});
    }
    SECTION("two hands on one place") {
        const char* stroke =
            "pass = \"return\"\n    duration_s = 7.5\n    pressure = 1\n    path = [{level = \"T1\", "
            "lateral_mm = 80}";
        check_fault({"{level = \"T1\", lateral_mm = 80}", "{level = \"T1\", lateral_mm = 30}",
                     "path = [{level = \"T1\", lateral_mm = 30}", "overlap by 24 mm", "at least 42 mm"});
        // Rubbing hands circle inwards at the same time.
        const auto rubbing = [](const char* lateral_mm) {
            return std::string(
                       "kind = \"friction\"\n    radius_mm = 15\n    pass = \"working\"\n    duration_s = 7.5\n"
                       "    pressure = 1\n    path = [{level = \"T1\", lateral_mm = ") +
                   lateral_mm + "}";
        };
        check_fault({stroke, rubbing("50").c_str(), "path = [{level = \"T1\"", "overlap by 14 mm", "at least 57 mm"});
        CHECK(parse_lesson(replaced(faultless_text(), stroke, rubbing("57")), "my.toml").lesson.has_value());
    }
    SECTION("a rest beside strokes") {
        check_fault({"repeats = 2", "repeats = 2\nrest_s = 5", "rest_s = 5\n    [[", "strokes and a rest",
                     "Take \"rest_s\" out"});
    }
}

TEST_CASE("a zone that is numbered or worded wrongly is refused") {
    check_fault({"number = 2", "number = 1", "[[zone]]\nnumber = 1\norgan = \"Spleen\"", "zone 1 is there twice",
                 "own number"});
    check_fault({"level = \"T2\"", "level = \"L1\"", "[[zone]]\nnumber = 2", "zone 2 at T11 lies above zone 1 at L1",
                 "top to bottom"});
    check_fault({"A light touch", "Press", "touch = \"Press\"", "does not say \"light touch\"", "Write the words"});
    check_fault({"\nover_vertebrae = true", "", "lateral_mm = 0\n", "lies over the vertebrae and does not say so",
                 "over_vertebrae = true"});
}

TEST_CASE("what is too much is refused with the limit") {
    SECTION("strokes") {
        std::string text = faultless_text().substr(0, faultless_text().find("[zones]"));
        for (int i = 0; i < 199; ++i) {
            text +=
                "[[step.stroke]]\ncontact = \"palm\"\npass = \"working\"\nduration_s = 2\npressure = 2\npath = [{level "
                "= "
                "\"T1\", lateral_mm = 80}, {level = \"L4\", lateral_mm = 81}]\n";
        }
        const LessonReading reading = parse_lesson(text, "many.toml");
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].cause.find("more than 200 strokes") != std::string::npos);
        CHECK(reading.problems[0].line > line_of(text, "# second"));
    }
    SECTION("steps") {
        std::string text = faultless_text();
        for (int i = 0; i < 49; ++i) {
            text += "[[step]]\ntitle = \"t\"\ncaption = \"c\"\ntext = \"x\"\nrest_s = 2\n";
        }
        const LessonReading reading = parse_lesson(text, "many.toml");
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].cause.find("more than 50 steps") != std::string::npos);
    }
    SECTION("places") {
        std::string path = "path = [";
        for (int i = 0; i < 33; ++i) {
            path += "{level = \"T" + std::to_string(1 + i % 12) + "\", lateral_mm = 80},";
        }
        const std::string text =
            replaced(faultless_text(), "path = [{level = \"T1\", lateral_mm = 80}, {level = \"L4\", lateral_mm = 81}]",
                     path + "]");
        const LessonReading reading = parse_lesson(text, "many.toml");
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].remedy.find("at most 32 places") != std::string::npos);
    }
    SECTION("text") {
        const std::string text = replaced(faultless_text(), "Up and down", std::string(5000, 'a'));
        const LessonReading reading = parse_lesson(text, "long.toml");
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].remedy.find("4000") != std::string::npos);
    }
    SECTION("the whole file") {
        const std::string text = faultless_text() + "#" + std::string(lesson_bytes_most, 'a');
        const LessonReading reading = parse_lesson(text, "long.toml");
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].cause.find("bytes long") != std::string::npos);
    }
    SECTION("ten thousand strokes") {
        std::string text = faultless_text();
        for (int i = 0; i < 10000; ++i) {
            text += "[[step.stroke]]\ncontact = \"palm\"\npass = \"working\"\nduration_s = 2\npressure = 2\n";
        }
        const test::TemporaryFolder folder;
        std::ofstream(folder / "endless.toml") << text;
        const LessonReading reading = read_lesson(folder / "endless.toml");
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].remedy.find("at most 262144 bytes and 200 strokes") != std::string::npos);
        CHECK(reading.problems[0].line > 1000);
    }
    SECTION("a disk full of bytes") {
        const test::TemporaryFolder folder;
        std::ofstream(folder / "disk.toml") << "format = 1";
        std::filesystem::resize_file(folder / "disk.toml", std::uintmax_t{1} << 36U);  // holds nothing but a hole
        const LessonReading reading = read_lesson(folder / "disk.toml");
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].remedy.find("200 strokes") != std::string::npos);
    }
}

TEST_CASE("all problems of a lesson are told at once, in the order of the file") {
    std::string text = replaced(faultless_text(), "repeats = 2", "repeats = 0");
    text = replaced(text, "title = \"A lesson\"", "title = 1");
    text = replaced(text, "level = \"T11\"", "level = \"T19\"");
    text = replaced(text, "contact = \"palm\"", "contact = \"foot\"");
    text = replaced(text, "caption = \"Waiting\"", "captoin = \"Waiting\"");
    const LessonReading reading = parse_lesson(text, "my.toml");
    CHECK_FALSE(reading.lesson.has_value());
    REQUIRE(reading.problems.size() == 5);
    for (std::size_t i = 1; i < reading.problems.size(); ++i) {
        CHECK(reading.problems[i - 1].line <= reading.problems[i].line);
    }
}

TEST_CASE("a file that is no lesson is told apart from a lesson that is broken") {
    const auto only_problem = [](const std::string_view text) {
        const LessonReading reading = parse_lesson(text, "my.toml");
        CHECK_FALSE(reading.lesson.has_value());
        REQUIRE(reading.problems.size() == 1);
        return reading.problems.front();
    };
    CHECK(only_problem("").cause == "is empty");
    CHECK(only_problem(" \n\t\n").cause == "is empty");
    CHECK(only_problem("v 0 0 0\nv 1 0 0\nf 1 2 3\n").cause == "is not a lesson");
    CHECK(only_problem("[package]\nname = \"other\"\n").cause == "is not a lesson");
    CHECK(only_problem(std::string_view("glTF\0\2\0", 7)).cause.find("binary") != std::string::npos);

    const std::string torn = replaced(faultless_text(), "text = \"Up and down\"", "text = \"Up and down");
    const Error broken = only_problem(torn);
    CHECK(broken.cause.find("cannot be read from here on") != std::string::npos);
    CHECK(broken.line == line_of(torn, "text = \"Up and down"));
    CHECK(broken.column > 0);
}

TEST_CASE("a lesson file that is missing, a folder or too large is named") {
    const LessonReading missing = read_lesson("/no/such/lesson.toml");
    REQUIRE(missing.problems.size() == 1);
    CHECK(missing.problems[0].file == "/no/such/lesson.toml");
    CHECK(read_lesson("/").problems.size() == 1);

    const test::TemporaryFolder folder;
    std::ofstream(folder / "large.toml") << std::string(lesson_bytes_most + 1, '#');
    const LessonReading large = read_lesson(folder / "large.toml");
    REQUIRE(large.problems.size() == 1);
    CHECK(large.problems[0].file == (folder / "large.toml").string());
    std::ofstream(folder / "good.toml") << faultless_text();
    CHECK(read_lesson(folder / "good.toml").lesson.has_value());
}
