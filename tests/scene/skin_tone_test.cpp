#include "scene/skin_tone.h"

#include <array>
#include <cmath>
#include <glm/vec3.hpp>
#include <string>

#include "catch.h"
#include "scene/apply.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

TEST_CASE("Each tone of skin lies within its class of the individual typology angle") {
    // A. Chardon and others (1991): above 55 degrees very light, then 41, 28, 10, -30, and dark below.
    constexpr std::array lowest_deg{55.0F, 41.0F, 28.0F, 10.0F, -30.0F, -90.0F};
    float above_deg = 90.0F;
    for (std::size_t i = 0; i < skin_tones.size(); ++i) {
        const float angle_deg = typology_angle_deg(look_of(skin_tones.at(i)).albedo);
        INFO(name_of(skin_tones.at(i)) << ": " << angle_deg);
        CHECK(angle_deg > lowest_deg.at(i));
        CHECK(angle_deg < above_deg);
        above_deg = lowest_deg.at(i);
    }
}

TEST_CASE("The typology angle is that of published colours") {
    CHECK(typology_angle_deg(glm::vec3{0.5F}) == Approx(90.0F).margin(1.0F));  // a grey has no hue
    // L* 65, a* 10, b* 15: arctan(15 / 15).
    CHECK(typology_angle_deg({0.4857F, 0.3093F, 0.2302F}) == Approx(45.0F).margin(0.5F));
}

TEST_CASE("No skin throws back more light than it gets, and blood takes some of it") {
    for (const SkinTone tone : skin_tones) {
        const SkinLook look = look_of(tone);
        for (int channel = 0; channel < 3; ++channel) {
            CHECK(look.albedo[channel] > 0.0F);
            CHECK(look.albedo[channel] < 1.0F);
            CHECK(look.scatter[channel] <= look.scatter.r);
        }
        CHECK(look.flushed.g < 0.8F);
    }
}

TEST_CASE("The giver's hands stand out from every skin") {
    for (const SkinTone tone : skin_tones) {
        const float receiver = look_of(tone).albedo.g;
        const float giver = look_of(giver_on(tone)).albedo.g;
        INFO(name_of(tone));
        CHECK(std::max(receiver, giver) > 1.7F * std::min(receiver, giver));
    }
}

TEST_CASE("A tone of skin is read by its name, and chosen") {
    const Subject subject = test::make_test_subject();
    State state = initial_state(subject, 1.6F);
    for (const SkinTone tone : skin_tones) {
        CHECK(parse_skin_tone(name_of(tone)) == tone);
        state = apply(state, SetSkinTone{tone}, subject, {800.0F, 500.0F});
        CHECK(state.skin_tone == tone);
    }
    CHECK_FALSE(parse_skin_tone("green"));
}
