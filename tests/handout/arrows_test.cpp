#include "handout/arrows.h"

#include <algorithm>

#include "catch.h"
#include "scene/test_subject.h"

using namespace dorsum;
using handout::Arrow;

namespace {

constexpr glm::vec2 size_px{800.0F, 1000.0F};

scene::Camera camera_of(const scene::Subject& subject) {
    return scene::initial_state(subject, size_px.x / size_px.y).camera;
}

Arrow arrow_between(const glm::vec2 from, const glm::vec2 to) {
    return {1, lesson::Hand::right, lesson::Pass::working, false, {from, to}};
}

}  // namespace

TEST_CASE("both hands' arrows have the number of their stroke and lie on their side of the picture") {
    const scene::Subject subject = test::make_test_subject();
    const auto arrows = handout::arrows_of(subject.choreography->steps.at(1), camera_of(subject), size_px);
    REQUIRE(arrows.size() == 4);
    CHECK(std::ranges::is_sorted(arrows, {}, &Arrow::number));
    CHECK(arrows.front().number == 1);
    CHECK(arrows.back().number == 2);
    for (const Arrow& arrow : arrows) {
        CHECK(arrow.points.size() > 10);
        for (const glm::vec2 point : arrow.points) {
            // The giver's right hand works on the receiver's right, on the right of a picture of the back.
            CHECK((point.x > size_px.x / 2.0F) == (arrow.hand == lesson::Hand::right));
        }
    }
}

TEST_CASE("an arrow points where its hand goes: down the back in the picture where it strokes towards the feet") {
    const scene::Subject subject = test::make_test_subject();
    const lesson::StepOnBody& step = subject.choreography->steps.at(1);
    for (const Arrow& arrow : handout::arrows_of(step, camera_of(subject), size_px)) {
        const auto stroke = std::ranges::find_if(step.strokes, [&arrow](const lesson::Stroke& each) {
            return each.index + 1 == arrow.number && each.hand == arrow.hand;
        });
        REQUIRE(stroke != step.strokes.end());
        const bool towards_feet = stroke->path.back().position.y < stroke->path.front().position.y;
        CHECK((arrow.points.back().y > arrow.points.front().y) == towards_feet);
    }
}

TEST_CASE("the part of a picture around arrows shows them all, with the picture's proportions") {
    const std::vector<Arrow> arrows{arrow_between({100.0F, 200.0F}, {160.0F, 420.0F}),
                                    arrow_between({300.0F, 250.0F}, {250.0F, 400.0F})};
    const auto part = handout::part_around(arrows, glm::ivec2(size_px), 0.3F);
    CHECK(part.size.x < 800);
    CHECK(static_cast<double>(part.size.x) / part.size.y == Approx(0.8).margin(0.01));
    for (const Arrow& arrow : arrows) {
        for (const glm::vec2 point : arrow.points) {
            CHECK(glm::all(glm::greaterThan(point, glm::vec2(part.low))));
            CHECK(glm::all(glm::lessThan(point, glm::vec2(part.low + part.size))));
        }
    }
}

TEST_CASE("the part around one point is as large as asked for and within the picture") {
    const auto part = handout::part_around({arrow_between({799.0F, 0.0F}, {799.0F, 0.0F})}, glm::ivec2(size_px), 0.5F);
    CHECK(part.size == glm::ivec2(400, 500));
    CHECK(part.low == glm::ivec2(400, 0));
}
