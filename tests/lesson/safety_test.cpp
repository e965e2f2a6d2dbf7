#include "lesson/safety.h"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"
#include "lesson/limits.h"
#include "test_body.h"

using namespace dorsum;
using namespace dorsum::lesson;

namespace {

const std::vector<SafetyRegion>& regions() {
    static const SafetyReading reading = read_safety_regions(DORSUM_TEST_ASSETS "/lessons/safety.toml");
    for (const Error& problem : reading.problems) {
        UNSCOPED_INFO(to_string(problem));
    }
    REQUIRE(reading.problems.empty());
    return reading.regions;
}

struct Press {
    StrokeKind kind = StrokeKind::holding;
    Contact contact = Contact::fingertips;
    int pressure = 0;
    float level = 0.0F;
    float lateral_mm = 0.0F;
};

/// Whether a stroke at one place breaks the rule of a region, and by how much; 0 when it does not.
float excess_mm(const std::string& region, const Press& press) {
    Lesson lesson;
    StrokePlan plan;
    plan.kind = press.kind;
    plan.contact = press.contact;
    plan.pressure = press.pressure;
    plan.duration_s = 4.0;
    plan.line = 12;
    plan.path = {{body::Level{press.level}, press.lateral_mm}};
    Step step;
    step.strokes = {plan};
    lesson.steps = {step};
    Choreography choreography;
    Stroke stroke;
    stroke.kind = press.kind;
    stroke.duration_s = 4.0;
    choreography.steps = {{{stroke}, {}, 4.0, 4.0, false}};
    for (const SafetyFinding& finding : check_safety(lesson, choreography, regions(), 1.0F)) {
        if (finding.region == region) {
            CHECK(finding.error.line == 12);
            CHECK(finding.error.cause.find("stroke 1 of step 1") == 0);
            CHECK_FALSE(finding.error.remedy.empty());
            return finding.excess_mm;
        }
    }
    return 0.0F;
}

float level_of(const char* name) {
    return body::parse_level(name)->number;
}

}  // namespace

TEST_CASE("every region has its rule, its reason and its source") {
    REQUIRE(regions().size() == 6);
    for (const SafetyRegion& region : regions()) {
        INFO(region.name);
        CHECK_FALSE(region.reason.empty());
        CHECK_FALSE(region.source.empty());
        CHECK_FALSE(region.percussion);
    }
    // The reader of lessons keeps what presses at the same distance from the midline.
    CHECK(regions().front().name == "spinous_processes");
    CHECK(regions().front().clearance_mm == midline_clearance_mm);
    CHECK(regions().front().most_pressure == lying_pressure_most);
}

TEST_CASE("of every rule, a stroke that breaks it is found and one that just does not is not") {
    struct Rule {
        const char* region;
        const char* level;  // where the edge of the region is tried
        float edge_mm;      // its lateral edge there
        float outwards;     // the direction out of the region
        int most_pressure;
    };
    const std::vector<Rule> rules{
        {"spinous_processes", "T6", 0.0F, 1.0F, 1},
        {"kidneys", "L2", 100.0F, 1.0F, 3},
        {"floating_ribs", "T12.3", 150.0F, 1.0F, 3},
        {"armpit", "T6", 193.0F, -1.0F, 1},
        {"neck", "C4", 60.0F, -1.0F, 1},
        {"shoulder_blade_edge", "T7", 80.0F, 1.0F, 3},
    };
    for (const Rule& rule : rules) {
        for (const Contact contact : {Contact::fingertips, Contact::thumb, Contact::palm}) {
            INFO(rule.region << ", contact of half width " << half_width_mm(contact));
            const float clearance_mm = std::string(rule.region) == "spinous_processes" ? 10.0F : 0.0F;
            const float touching_mm = rule.edge_mm + rule.outwards * (half_width_mm(contact) + clearance_mm);
            const float within_mm = touching_mm - rule.outwards * 1.0F;
            const float beside_mm = touching_mm + rule.outwards * 1.5F;
            const auto at = [&](const float lateral_mm, const int pressure, const StrokeKind kind) {
                return excess_mm(rule.region, {kind, contact, pressure, level_of(rule.level), lateral_mm});
            };
            const int too_much = rule.most_pressure + 1;
            CHECK(at(within_mm, too_much, StrokeKind::holding) > 0.3F);
            CHECK(at(within_mm, too_much, StrokeKind::holding) < 1.1F);
            CHECK(at(within_mm, rule.most_pressure, StrokeKind::holding) == 0.0F);
            CHECK(at(beside_mm, 5, StrokeKind::holding) == 0.0F);
            CHECK(at(within_mm, 0, StrokeKind::tapotement) > 0.3F);
            CHECK(at(beside_mm, 5, StrokeKind::tapotement) == 0.0F);
        }
    }
}

TEST_CASE("a stroke through a region is told at the time when it is worst") {
    Lesson lesson = bundled_lesson();
    const auto body = test_body();
    REQUIRE(check_safety(lesson, lay_on_body(lesson, *body, 6.0), regions(), body->scale_to_reference).empty());
    lesson.steps[1].strokes[0].pressure = 5;
    const auto findings = check_safety(lesson, lay_on_body(lesson, *body, 6.0), regions(), body->scale_to_reference);
    const auto kidneys =
        std::find_if(findings.begin(), findings.end(), [](const auto& each) { return each.region == "kidneys"; });
    REQUIRE(kidneys != findings.end());
    CHECK(kidneys->step == 1);
    CHECK(kidneys->stroke == 0);
    CHECK(kidneys->time_s > 6.0);  // the stroke goes down for 12 s and reaches the loins late
    CHECK(kidneys->time_s <= 12.0);
    CHECK(kidneys->error.line == lesson.steps[1].strokes[0].line);
}

TEST_CASE("regions lie on any body, mirrored, to be drawn") {
    for (const float scale : {0.8F, 1.0F, 1.15F}) {
        const auto body = test_body(scale);
        const auto laid = lay_regions_on_body(regions(), *body);
        REQUIRE(laid.size() == regions().size());
        for (const SafetyRegionOnBody& region : laid) {
            INFO(region.name);
            CHECK(region.right.size() > 2);
            CHECK(region.left.size() == region.right.size());
            for (const body::SkinPoint& point : region.right) {
                CHECK(distance_to_skin_mm(*body, point.position) < 1.0F);
            }
        }
    }
}

TEST_CASE("a file of regions that is wrong is told with line and column") {
    const auto reading = parse_safety_regions("[[region]]\nname = \"a\"\nmost_presure = 1\n", "mine.toml");
    CHECK(reading.regions.empty());
    REQUIRE_FALSE(reading.problems.empty());
    for (const Error& problem : reading.problems) {
        CHECK(problem.line > 0);
        CHECK(problem.column > 0);
    }
    CHECK(parse_safety_regions("[[region", "mine.toml").problems.size() == 1);
    CHECK(parse_safety_regions("", "mine.toml").problems.size() == 1);
}
