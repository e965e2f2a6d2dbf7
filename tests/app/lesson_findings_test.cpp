#include "app/lesson_findings.h"

#include <memory>
#include <string>

#include "../lesson/lesson_text.h"
#include "../lesson/test_body.h"
#include "app/load_subject.h"
#include "catch.h"

using namespace dorsum;
using lesson::faultless_text;
using lesson::line_of;
using lesson::replaced;

namespace {

scene::Subject subject_of(const std::string& text, const double breath_per_min = 8.0) {
    lesson::LessonReading reading = lesson::parse_lesson(text, "my.toml");
    REQUIRE(reading.lesson);
    return app::furnished_subject(
        lesson::test_body(), std::make_shared<const lesson::Lesson>(*std::move(reading.lesson)), breath_per_min, {});
}

/// A lesson whose last step drums on the kidneys, so many times.
std::string drumming(const int strokes) {
    std::string step = "[[step]]\ntitle = \"Drum\"\ncaption = \"c\"\ntext = \"t\"\n";
    for (int i = 0; i < strokes; ++i) {
        step += "[[step.stroke]] # drums " + std::to_string(i) +
                "\ncontact = \"fingertips\"\nkind = \"tapotement\"\npass = \"working\"\nduration_s = 8\npressure = 2\n"
                "path = [{level = \"T11\", lateral_mm = 60}, {level = \"L3\", lateral_mm = 60}]\n";
    }
    return replaced(faultless_text(), "[[zone]]", step + "[[zone]]");
}

std::size_t count_of(const std::vector<std::string>& sentences, const std::string& words) {
    return static_cast<std::size_t>(
        std::count_if(sentences.begin(), sentences.end(),
                      [&words](const std::string& sentence) { return sentence.find(words) != std::string::npos; }));
}

}  // namespace

TEST_CASE("of a lesson that is safe and slow nothing is said") {
    const std::string slow = replaced(faultless_text(), "duration_s = 7.5", "duration_s = 20");
    CHECK(app::lesson_findings(subject_of(slow, 4.0)).empty());
}

TEST_CASE("a stroke that presses where it must not is told with its line, many with how to see them all") {
    const std::string text = drumming(1);
    const auto one = app::lesson_findings(subject_of(text));
    const std::string line = "my.toml:" + std::to_string(line_of(text, "[[step.stroke]] # drums 0"));
    CHECK(count_of(one, line) >= 1);
    CHECK(count_of(one, "stroke 1 of step 3 drums on") >= 1);
    const auto many = app::lesson_findings(subject_of(drumming(4)));
    CHECK(count_of(many, "drums on") == 0);
    CHECK(count_of(many, "press where they must not. All are listed by: dorsum check my.toml") == 1);
}

TEST_CASE("a stroke that the breath makes too fast is told until the breath is slow enough") {
    const std::string text = replaced(faultless_text(), "duration_s = 7.5", "duration_s = 20");
    const auto fast = app::lesson_findings(subject_of(text, 20.0));
    CHECK(count_of(fast, "than the 10 cm/s that are comfortable") >= 1);
    CHECK(count_of(fast, "my.toml:") == fast.size());
    CHECK(app::lesson_findings(subject_of(text, 4.0)).empty());
}
