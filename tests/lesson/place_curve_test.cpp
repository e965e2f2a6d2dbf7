#include "lesson/place_curve.h"

#include <algorithm>
#include <random>

#include "catch.h"
#include "lesson/stroke_motion.h"

using namespace dorsum::lesson;
using dorsum::body::Level;
using dorsum::body::Place;

TEST_CASE("a curve runs through all its places, in order") {
    const std::vector<Place> path{{Level{7}, 30}, {Level{12}, 60}, {Level{12}, 60}, {Level{20}, 40}};
    const PlaceCurve curve(path);
    CHECK(curve.at(0.0F) == path.front());
    CHECK(curve.at(1.0F) == path.back());
    CHECK(curve.at(-3.0F) == path.front());
    CHECK(curve.at(9.0F) == path.back());
    float nearest_mm = 1.0e9F;
    for (int i = 0; i <= 1000; ++i) {
        nearest_mm = std::min(nearest_mm, distance_mm(curve.at(static_cast<float>(i) / 1000.0F), path[1]));
    }
    CHECK(nearest_mm < 0.5F);
}

TEST_CASE("a curve through ascending places only ascends, and never leaves the range of its places sideways") {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> rise(0.0F, 3.0F);
    std::uniform_real_distribution<float> lateral(19.0F, 150.0F);
    for (int round = 0; round < 300; ++round) {
        std::vector<Place> path;
        float level = 26.0F;
        for (int i = 0; i < 7; ++i) {
            level -= rise(random);
            path.push_back({Level{level}, lateral(random)});
        }
        const auto [low, high] = std::minmax_element(
            path.begin(), path.end(), [](const Place& a, const Place& b) { return a.lateral_mm < b.lateral_mm; });
        const PlaceCurve curve(path);
        Place before = curve.at(0.0F);
        for (int i = 1; i <= 400; ++i) {
            const Place now = curve.at(static_cast<float>(i) / 400.0F);
            REQUIRE(now.level.number <= before.level.number);
            REQUIRE(now.lateral_mm >= low->lateral_mm);
            REQUIRE(now.lateral_mm <= high->lateral_mm);
            before = now;
        }
    }
}

TEST_CASE("a curve has no corner at its places") {
    const PlaceCurve curve({{Level{24}, 40}, {Level{16}, 70}, {Level{8}, 90}});
    // Halves are not equally long; look closely around the place in the middle.
    float share = 0.0F;
    while (curve.at(share).level.number > 16.0F) {
        share += 0.0005F;
    }
    const auto slope = [&](const float at) {
        const Place a = curve.at(at - 0.002F);
        const Place b = curve.at(at + 0.002F);
        return (b.lateral_mm - a.lateral_mm) / (a.level.number - b.level.number);
    };
    CHECK(slope(share - 0.004F) == Approx(slope(share + 0.004F)).margin(0.1));
}

TEST_CASE("a hand sets off and comes to rest softly and is never faster than 4/3 of its mean speed") {
    CHECK(progress_at(0.0) == 0.0);
    CHECK(progress_at(1.0) == 1.0);
    CHECK(progress_at(0.5) == Approx(0.5));
    CHECK(progress_at(-1.0) == 0.0);
    CHECK(progress_at(2.0) == 1.0);
    CHECK(relative_speed_at(0.0) == 0.0);
    CHECK(relative_speed_at(1.0) == 0.0);
    constexpr double step = 1.0e-4;
    for (double share = 0.001; share < 0.999; share += 0.001) {
        const double measured = (progress_at(share + step) - progress_at(share - step)) / (2.0 * step);
        REQUIRE(measured == Approx(relative_speed_at(share)).margin(1.0e-4));
        REQUIRE(measured > 0.0);
        REQUIRE(measured <= 4.0 / 3.0 + 1.0e-6);
    }
}
