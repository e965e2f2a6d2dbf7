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
        if (binding.applies == nullptr) {
            CHECK(keys.insert({binding.key, binding.modifiers}).second);
        } else {
            CHECK_FALSE(binding.applies(State{}));
        }
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

TEST_CASE("A clicker's four buttons start, go on, blank and leave, and none of them ends anything else") {
    const Subject subject = test::make_test_subject();
    State state = initial_state(subject, 1.6F);
    const auto press = [&](const char* name) {
        state = apply(state, binding_of(name).command(state), subject, {800.0F, 500.0F});
    };
    state = apply(state, OpenCautions{false}, subject, {800.0F, 500.0F});
    press("PageDown");
    REQUIRE(state.step == 1);
    press("F5");
    CHECK(state.presentation.on);
    CHECK(state.step == 1);
    CHECK(state.playing);
    CHECK(state.loop_step);
    press(".");
    CHECK(state.presentation.blank);
    press("PageUp");
    CHECK(state.step == 0);
    CHECK(state.presentation.blank);
    press("B");
    CHECK_FALSE(state.presentation.blank);
    press("Esc");
    CHECK_FALSE(state.presentation.on);
    CHECK_FALSE(state.loop_step);
    CHECK(state.step == 0);
    for (int again = 0; again < 5; ++again) {
        press("Esc");
    }
    CHECK_FALSE(state.presentation.on);
}

TEST_CASE("A presentation plays once the cautions are read") {
    const Subject subject = test::make_test_subject();
    State state = initial_state(subject, 1.6F);
    const auto ask = [&](const Command& command) { state = apply(state, command, subject, {800.0F, 500.0F}); };
    ask(Present{true});
    CHECK(state.cautions_open);
    CHECK_FALSE(state.playing);
    ask(OpenCautions{false});
    CHECK(state.playing);
}

TEST_CASE("A projector begins the presentation, and without it there is one window as before") {
    const Subject subject = test::make_test_subject();
    State state = initial_state(subject, 1.6F);
    state.cautions_open = false;
    const auto ask = [&](const Command& command) { state = apply(state, command, subject, {800.0F, 500.0F}); };
    ask(GoToStep{1});
    ask(Seek{2.0});
    const State before = state;
    ask(ShowProjector{true});
    CHECK(state.presentation.on);
    CHECK_FALSE(fills_window(state.presentation));
    ask(FreezePicture{true});
    ask(ShowProjector{false});
    CHECK(state == before);
    ask(FreezePicture{true});  // nobody is shown anything
    CHECK(state == before);
}

TEST_CASE("Text grows to twice its size and no further") {
    const Subject subject = test::make_test_subject();
    State state = initial_state(subject, 1.6F);
    for (int times = 0; times < 9; ++times) {
        state = apply(state, binding_of("Ctrl++").command(state), subject, {800.0F, 500.0F});
    }
    CHECK(state.text_percent == 200);
    for (int times = 0; times < 9; ++times) {
        state = apply(state, binding_of("Ctrl+-").command(state), subject, {800.0F, 500.0F});
    }
    CHECK(state.text_percent == 100);
}
