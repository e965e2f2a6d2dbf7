#include "scene/key_bindings.h"

#include <set>
#include <string>
#include <utility>

#include "catch.h"
#include "scene/apply.h"
#include "scene/test_subject.h"

using namespace dorsum;
using namespace dorsum::scene;

namespace {
const KeyBinding& binding_of(const std::string& key_name) {
    for (const KeyBinding& binding : key_bindings()) {
        if (binding.key_name == key_name) {
            return binding;
        }
    }
    FAIL("no key " << key_name);
    return key_bindings().front();
}
}  // namespace

TEST_CASE("No key means two things, and each says what it does") {
    std::set<std::pair<int, int>> keys;
    for (const KeyBinding& binding : key_bindings()) {
        CHECK(keys.insert({binding.key, binding.modifiers}).second);
        CHECK_FALSE(std::string{binding.key_name}.empty());
        CHECK_FALSE(std::string{binding.group}.empty());
        CHECK_FALSE(std::string{binding.description}.empty());
        CHECK_FALSE(describe(binding.command(State{})).empty());
    }
}

TEST_CASE("Escape closes help, then cautions, then the card") {
    const Subject subject = test::make_test_subject();
    State state = initial_state(subject, 1.6F);
    const auto escape = [&] { state = apply(state, binding_of("Esc").command(state), subject, {800.0F, 500.0F}); };
    state = apply(state, SelectZone{3, false}, subject, {800.0F, 500.0F});
    REQUIRE(state.cautions_open);
    escape();
    CHECK_FALSE(state.cautions_open);
    CHECK(state.selected_zone == 3);
    escape();
    CHECK(state.selected_zone == 0);
}

TEST_CASE("Z shows all zones, and hides them when all are shown") {
    State state;
    CHECK(describe(binding_of("Z").command(state)) == "ShowAllZones on");
    state.zones_shown.set();
    state.zones_shown.reset(0);
    CHECK(describe(binding_of("Z").command(state)) == "ShowAllZones off");
}
