#include "scene/oil.h"

#include <algorithm>

#include "catch.h"
#include "scene/scene.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {

constexpr glm::vec2 size{800.0F, 500.0F};

OilShown at(const Subject& subject, const int step, const double time_s) {
    State state = initial_state(subject, 1.6F);
    state.step = step;
    state.time_s = time_s;
    return compose(state, subject, size).oil;
}

/// How wet the place is where the right hand of step 1 is half-way through its first stroke.
int wet_under_hand(const Subject& subject, const OilShown& oil) {
    const lesson::Moment moment = lesson::evaluate(*subject.choreography, 1, test::mid_stroke_s());
    REQUIRE(moment.right);
    const OilMap::Cells& map = oil.map->cells();
    const glm::ivec2 cell{(glm::vec2{moment.right->point.position} - map.low) / OilMap::cell_m};
    return wetness(oil).at(static_cast<std::size_t>(cell.y * map.width + cell.x));
}

}  // namespace

TEST_CASE("The skin is dry until a hand has passed, then moist, and stays so in later steps") {
    const Subject subject = test::make_test_subject();
    CHECK(wet_under_hand(subject, at(subject, 1, 0.0)) == 0);
    CHECK(wet_under_hand(subject, at(subject, 1, test::mid_stroke_s() + 2.0)) > 200);
    CHECK(wet_under_hand(subject, at(subject, 2, 0.0)) > 200);
}

TEST_CASE("Before the first stroke, and without a lesson, no oil is anywhere") {
    const Subject subject = test::make_test_subject();
    const auto before = wetness(at(subject, 0, 0.0));
    CHECK_FALSE(before.empty());
    CHECK(std::ranges::all_of(before, [](const unsigned char wet) { return wet == 0; }));
    CHECK(wetness(at(subject, no_step, 0.0)).empty());
    CHECK(wetness({std::make_shared<const OilMap>(nullptr), 10.0}).empty());
}

TEST_CASE("Oil lies only where hands work: beside the back there is none") {
    const Subject subject = test::make_test_subject();
    const OilShown oil = at(subject, 2, 1.0e6);
    const std::vector<unsigned char> wet = wetness(oil);
    const auto moist = static_cast<std::size_t>(std::ranges::count_if(wet, [](const auto cell) { return cell > 0; }));
    CHECK(moist > 100);
    CHECK(moist < wet.size());
    CHECK(wetness(oil) == wetness(at(subject, 2, 1.0e6)));
}
