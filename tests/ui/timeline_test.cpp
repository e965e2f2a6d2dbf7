#include "catch.h"
#include "ui/timeline_map.h"

using namespace dorsum;

namespace {

lesson::Choreography choreography_of(const std::vector<double>& durations) {
    lesson::Choreography choreography;
    for (const double duration_s : durations) {
        lesson::StepOnBody step;
        step.duration_s = duration_s;
        choreography.steps.push_back(step);
    }
    return choreography;
}

}  // namespace

TEST_CASE("a longer step has a longer chapter, and the shortest can still be hit") {
    const auto chapters = ui::divide_track(choreography_of({1.0, 100.0, 300.0}), 0.0F, 900.0F, 3.0F);
    REQUIRE(chapters.size() == 3);
    CHECK(chapters[2].high - chapters[2].low > chapters[1].high - chapters[1].low);
    CHECK(chapters[0].high - chapters[0].low > 60.0F);
    CHECK(chapters[0].low == Approx(0.0F));
    CHECK(chapters[2].high == Approx(900.0F));
}

TEST_CASE("what the timeline shows at a place is what a click there goes to") {
    const auto chapters = ui::divide_track(choreography_of({10.0, 40.0, 25.0}), 16.0F, 1200.0F, 3.0F);
    for (int step = 0; step < 3; ++step) {
        for (const double share : {0.0, 0.3, 0.9}) {
            const double time_s = share * chapters[static_cast<std::size_t>(step)].duration_s;
            const ui::TimelinePoint back = ui::point_at(chapters, ui::position_of(chapters, {step, time_s}));
            CHECK(back.step == step);
            CHECK(back.time_s == Approx(time_s).margin(0.01));
        }
    }
}

TEST_CASE("a click beside the timeline goes to its nearer end") {
    const auto chapters = ui::divide_track(choreography_of({10.0, 40.0}), 100.0F, 500.0F, 3.0F);
    CHECK(ui::point_at(chapters, -1000.0F).step == 0);
    CHECK(ui::point_at(chapters, -1000.0F).time_s == Approx(0.0));
    CHECK(ui::point_at(chapters, 5000.0F).step == 1);
    CHECK(ui::point_at(chapters, 5000.0F).time_s == Approx(40.0));
}

TEST_CASE("a lesson that is not laid on a body yet has an empty timeline") {
    const auto chapters = ui::divide_track(lesson::Choreography{}, 0.0F, 500.0F, 3.0F);
    CHECK(chapters.empty());
    CHECK(ui::point_at(chapters, 100.0F).step == 0);
    CHECK(ui::position_of(chapters, {2, 5.0}) == Approx(0.0F));
}
