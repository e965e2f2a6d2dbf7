#include "body/level.h"

#include <cmath>

#include "body/place.h"
#include "body/reference_figures.h"
#include "catch.h"

namespace dorsum::body {

TEST_CASE("a level is read as anatomists write it") {
    CHECK(parse_level("C1") == Level{1.0F});
    CHECK(parse_level("C7") == Level{7.0F});
    CHECK(parse_level("T1") == Level{8.0F});
    CHECK(parse_level("T4.5") == Level{11.5F});
    CHECK(parse_level("t12") == Level{19.0F});
    CHECK(parse_level("l5") == Level{24.0F});
    CHECK(parse_level("L5.5") == Level{24.5F});
    CHECK(parse_level("S4") == Level{28.0F});
    CHECK(parse_level("S5") == Level{29.0F});
}

TEST_CASE("what is no level of the spine is refused") {
    for (const char* text :
         {"",    "T",   "7",   "C0",  "C0.5", "C8",  "T13",    "L6",   "S5.5", "S6",   "X4",  "T-4", "T+4",
          "T 4", " T4", "T4 ", "T4x", "T4.",  "T.5", "T4.5.6", "T1e1", "Tinf", "Tnan", "TT4", "T4,5"}) {
        INFO(text);
        CHECK_FALSE(parse_level(text).has_value());
    }
}

TEST_CASE("a level is written with at most two decimals and read back the same") {
    CHECK(to_string(Level{11.0F}) == "T4");
    CHECK(to_string(Level{11.5F}) == "T4.5");
    CHECK(to_string(Level{11.25F}) == "T4.25");
    CHECK(to_string(Level{11.05F}) == "T4.05");
    CHECK(to_string(Level{18.9999F}) == "T12");
    CHECK(to_string(Level{24.75F}) == "L5.75");
    for (int hundredths = 100; hundredths <= 2900; ++hundredths) {
        const Level level{static_cast<float>(hundredths) / 100.0F};
        const auto again = parse_level(to_string(level));
        REQUIRE(again.has_value());
        CHECK(again->number == Approx(level.number).margin(0.0005));
    }
}

TEST_CASE("the levels of the reference adult fall smoothly from C4 to S4") {
    const auto& heights = reference_heights();
    CHECK(height_between(heights, Level{7.0F}) == Approx(0.3017F));
    CHECK(height_between(heights, Level{28.0F}) == Approx(-0.2695F));
    float last = height_between(heights, Level{4.0F});
    float last_step = 0.0F;
    for (int i = 1; i <= 2400; ++i) {
        const float height = height_between(heights, Level{4.0F + static_cast<float>(i) * 0.01F});
        const float step = last - height;
        CHECK(step > 0.0F);
        if (i > 1) {
            CHECK(std::abs(step - last_step) < 0.00003F);  // no kink: 1 % of a level moves 0.2 to 0.4 mm
        }
        last = height;
        last_step = step;
    }
}

}  // namespace dorsum::body
