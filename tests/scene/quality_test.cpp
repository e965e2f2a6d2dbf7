#include "scene/quality.h"

#include <set>

#include "catch.h"
#include "scene/apply.h"
#include "scene/key_bindings.h"
#include "scene/scene.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

TEST_CASE("The quality of the picture is what a person chose, and else what the machine affords") {
    const Subject subject = test::make_test_subject();
    State state = initial_state(subject, 1.6F);
    CHECK(state.quality == QualityChoice::automatic);
    const auto drawn = [&] { return compose(state, subject, {800.0F, 500.0F}).quality; };
    const PictureQuality settled{Quality::low, 0.5F};
    state = apply(state, SettleQuality{settled}, subject, {800.0F, 500.0F});
    CHECK(drawn() == settled);
    state = apply(state, ChooseQuality{QualityChoice::high}, subject, {800.0F, 500.0F});
    CHECK(drawn() == PictureQuality{Quality::high, 1.0F});
    state = apply(state, ChooseQuality{QualityChoice::low}, subject, {800.0F, 500.0F});
    CHECK(drawn().tier == Quality::low);
    CHECK(drawn().resolution > settled.resolution);  // nobody measured anything for it
    CHECK(drawn().resolution < 1.0F);
}

TEST_CASE("Names of qualities read as they are written") {
    for (const QualityChoice choice : quality_choices) {
        CHECK(parse_quality(name_of(choice)) == choice);
    }
    CHECK_FALSE(parse_quality("best"));
    CHECK_FALSE(parse_quality(""));
    CHECK(std::string{name_of(Quality::balanced)} == name_of(QualityChoice::balanced));
}

TEST_CASE("A key goes through all qualities and comes back to the first") {
    const Subject subject = test::make_test_subject();
    State state = initial_state(subject, 1.6F);
    std::set<QualityChoice> seen;
    for (std::size_t press = 0; press < quality_choices.size(); ++press) {
        for (const KeyBinding& binding : key_bindings()) {
            if (std::string{binding.key_name} == "Q") {
                state = apply(state, binding.command(state), subject, {800.0F, 500.0F});
                break;
            }
        }
        seen.insert(state.quality);
    }
    CHECK(seen.size() == quality_choices.size());
    CHECK(state.quality == QualityChoice::automatic);
}
