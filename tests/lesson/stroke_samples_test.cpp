#include "lesson/stroke_samples.h"

#include <glm/geometric.hpp>

#include "catch.h"
#include "test_body.h"

using namespace dorsum::lesson;

TEST_CASE("33 samples of a stroke are what the viewer shows at those times") {
    const auto body = test_body();
    const Choreography choreography = lay_on_body(bundled_lesson(), *body, 6.0);
    int strokes = 0;
    for (int step = 0; step < static_cast<int>(choreography.steps.size()); ++step) {
        for (const Stroke& stroke : choreography.steps[step].strokes) {
            ++strokes;
            const auto samples = stroke_samples(stroke);
            CHECK(samples.front().time_s == stroke.start_s);
            CHECK(samples.back().time_s == Approx(stroke.start_s + stroke.duration_s));
            CHECK(samples.front().point.position == stroke.path.front().position);
            CHECK(samples.back().point.position == stroke.path.back().position);
            for (int i = 0; i + 1 < stroke_sample_count; ++i) {
                const Moment moment = evaluate(choreography, step, samples[i].time_s);
                const auto& hand = stroke.hand == Hand::left ? moment.left : moment.right;
                REQUIRE(hand.has_value());
                REQUIRE(glm::distance(hand->point.position, samples[i].point.position) < 1.0e-5F);
                REQUIRE(glm::distance(hand->point.normal, samples[i].point.normal) < 1.0e-3F);
            }
        }
    }
    CHECK(strokes == 32);
}
