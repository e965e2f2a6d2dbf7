#include "lesson/breath.h"

#include <cmath>
#include <limits>

#include "catch.h"

using namespace dorsum::lesson;

namespace {

constexpr double rates[] = {4.0, 5.3, 6.0, 7.7, 10.0, 12.0, 15.1, 20.0};
constexpr double shares[] = {0.2, 0.33, 0.45, 0.5, 0.61, 0.8};

}  // namespace

TEST_CASE("time 0 is the start of an inhalation, with empty lungs") {
    const Breath breath = breath_at({}, 0.0);
    CHECK(breath.phase == BreathPhase::inhale);
    CHECK(breath.phase_share == 0.0);
    CHECK(breath.rise == 0.0);
}

TEST_CASE("the chest rises throughout every inhalation and sinks throughout every exhalation, without a jump") {
    for (const double rate : rates) {
        for (const double share : shares) {
            const BreathLaw law{rate, share};
            constexpr int samples = 4000;
            const double from_s = -2.0 * law.cycle_s();
            const double step_s = 5.0 * law.cycle_s() / samples;
            Breath before = breath_at(law, from_s);
            for (int i = 1; i <= samples; ++i) {
                const Breath now = breath_at(law, from_s + i * step_s);
                INFO("rate " << rate << " share " << share << " sample " << i);
                REQUIRE(now.rise >= 0.0);
                REQUIRE(now.rise <= 1.0);
                REQUIRE(now.phase_share >= 0.0);
                REQUIRE(now.phase_share <= 1.0);
                REQUIRE(std::abs(now.rise - before.rise) < 0.025);
                if (now.phase == before.phase) {
                    REQUIRE((now.rise > before.rise) == (now.phase == BreathPhase::inhale));
                    REQUIRE(now.phase_share > before.phase_share);
                }
                before = now;
            }
        }
    }
}

TEST_CASE("a breath takes its share of the minute for the inhalation and the rest for the exhalation") {
    for (const double rate : rates) {
        for (const double share : shares) {
            const BreathLaw law{rate, share};
            const double tiny_s = 1.0e-7;
            for (const int cycle : {-3, 0, 1, 17}) {
                const double start_s = cycle * 60.0 / rate;
                const double turn_s = start_s + share * 60.0 / rate;
                CHECK(breath_at(law, start_s + tiny_s).phase == BreathPhase::inhale);
                CHECK(breath_at(law, turn_s - tiny_s).phase == BreathPhase::inhale);
                CHECK(breath_at(law, turn_s + tiny_s).phase == BreathPhase::exhale);
                CHECK(breath_at(law, start_s - tiny_s).phase == BreathPhase::exhale);
                CHECK(breath_at(law, turn_s).rise == Approx(1.0));
            }
        }
    }
}

TEST_CASE("a phase owns its start to the last bit") {
    for (const double rate : rates) {
        const BreathLaw law{rate, 0.45};
        for (std::int64_t cycle = -50; cycle < 500; ++cycle) {
            for (const BreathPhase phase : {BreathPhase::inhale, BreathPhase::exhale}) {
                const double start_s = start_of_phase(law, phase, cycle);
                const double just_before_s = std::nextafter(start_s, -std::numeric_limits<double>::infinity());
                REQUIRE(breath_position(law, start_s).phase == phase);
                REQUIRE(breath_position(law, start_s).cycle == cycle);
                REQUIRE(breath_position(law, just_before_s).phase != phase);
            }
        }
    }
}

TEST_CASE("a breath out of range is brought into range, and any finite time has a breath") {
    CHECK(in_range({0.0, 2.0}).breath_per_min == breath_per_min_lowest);
    CHECK(in_range({99.0, 2.0}).inhale_share == inhale_share_highest);
    CHECK(in_range({std::nan(""), std::nan("")}).breath_per_min == breath_per_min_default);
    for (const double time_s : {-1.0e300, -1.0e12, 1.0e12, 1.0e300}) {
        const Breath breath = breath_at({0.0, -1.0}, time_s);
        CHECK(breath.rise >= 0.0);
        CHECK(breath.rise <= 1.0);
    }
}
