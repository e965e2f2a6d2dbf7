#include "lesson/comfort.h"

#include <cmath>

#include "catch.h"
#include "test_body.h"

using namespace dorsum;
using namespace dorsum::lesson;

TEST_CASE("a breath that drives the hands too fast is told with how much, and the remedy does help") {
    const auto body = test_body();
    for (double rate = 4.0; rate <= 20.0; rate += 0.5) {
        for (const SpeedFinding& finding : speed_findings(lay_on_body(bundled_lesson(), *body, rate))) {
            INFO("rate " << rate << ", step " << finding.step + 1 << ", stroke " << finding.stroke + 1);
            CHECK(finding.step == 2);  // the only one that keeps time with the breath
            CHECK(finding.breath_forces);
            CHECK(finding.over_cm_s == Approx(finding.speed_cm_s - 10.0F));
            CHECK(finding.over_cm_s > 0.0F);
            CHECK(finding.fitting_length_m * 10.0F < finding.speed_cm_s * finding.fitting_length_m);
            if (finding.fitting_per_min > 0.0) {
                for (const SpeedFinding& left :
                     speed_findings(lay_on_body(bundled_lesson(), *body, finding.fitting_per_min))) {
                    CHECK_FALSE((left.step == finding.step && left.stroke == finding.stroke));
                }
            }
        }
    }
}

TEST_CASE("at twelve breaths a minute step 3 is too fast, and its words name speed, excess and remedy") {
    const auto body = test_body();
    const auto findings = speed_findings(lay_on_body(bundled_lesson(), *body, 12.0));
    REQUIRE(findings.size() == 2);  // each stroke once, not once a hand
    const Error words = in_words(findings[0], bundled_lesson());
    CHECK(words.cause.find("the breath drives stroke 1 of step 3 to ") == 0);
    CHECK(words.cause.find("more than the 10 cm/s") != std::string::npos);
    CHECK(words.remedy.find("Breathe at most ") == 0);
    CHECK(words.line == bundled_lesson().steps[2].strokes[0].line);
    CHECK(words.column > 0);
}

TEST_CASE("a free stroke that is too fast is told the duration that would do") {
    const auto body = test_body();
    Lesson lesson = bundled_lesson();
    lesson.steps[1].strokes[0].duration_s = 2.0;
    const auto findings = speed_findings(lay_on_body(lesson, *body, 6.0));
    REQUIRE_FALSE(findings.empty());
    CHECK_FALSE(findings[0].breath_forces);
    lesson.steps[1].strokes[0].duration_s = std::ceil(findings[0].fitting_s * 10.0) / 10.0;
    for (const SpeedFinding& left : speed_findings(lay_on_body(lesson, *body, 6.0))) {
        CHECK_FALSE((left.step == 1 && left.stroke == 0));
    }
}
