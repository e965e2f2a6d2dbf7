#include <algorithm>
#include <cstring>
#include <set>

#include "catch.h"
#include "practice_ui.h"
#include "scene/test_subject.h"
#include "ui/layout.h"

using namespace dorsum;

namespace {

const ui::Layout layout = ui::arrange(true, 1280.0F, 720.0F, 1.0F);
constexpr int key_delete = 261;
constexpr int key_right = 262;
constexpr int key_down = 264;
constexpr int key_escape = 256;
constexpr int key_i = 73;
constexpr int key_q = 81;
constexpr int shift = 1;
constexpr int control = 2;

/// Panels over a body that has layers, its structures listed.
struct Panels : test::PracticePanels {
    Panels() : test::PracticePanels(1280.0F, 720.0F) {
        subject.body = test::make_layered_subject().body;
        memory.tab = ui::LeftTab::body;
        memory.explore.structures_shown = true;
    }
    void type(const std::string& text) { std::memcpy(memory.explore.typed.data(), text.c_str(), text.size() + 1); }
    /// As the window does with a key while the field has the keyboard; what was asked for then.
    std::set<std::string> press(const int key, const int modifiers = 0) {
        CHECK(ui::take_key(memory.explore, key, modifiers));
        std::set<std::string> asked;
        for (int count = 0; count < 3; ++count) {
            for (const scene::Command& command : frame().commands) {
                asked.insert(scene::describe(command));
            }
        }
        return asked;
    }
    std::set<std::string> asked_by_clicks() {
        std::set<std::string> asked;
        for (const scene::Command& command : click_all_over(layout.left, 19.0F)) {
            asked.insert(scene::describe(command));
        }
        return asked;
    }
};

}  // namespace

TEST_CASE("what is typed is listed, and a click on it chooses the structure") {
    Panels panels;
    panels.type("midle");
    const auto asked = panels.asked_by_clicks();
    CHECK(asked.contains("SelectStructure middle_right turning"));
    CHECK(asked.contains("HoverStructure middle_right"));
}

TEST_CASE("all that was found stands alone by one click") {
    Panels panels;
    panels.type("pars");
    CHECK(panels.asked_by_clicks().contains(
        "IsolateStructure outer_right middle_right inner_right rib_right kidney_right"));
}

TEST_CASE("a click opens a branch of the tree, in which a structure is chosen, hidden and made a ghost") {
    Panels panels;
    panels.memory.explore.open = {"superficial", "intermediate", "deep", "skeleton", "organs"};
    const auto asked = panels.asked_by_clicks();
    for (const char* id : {"outer_right", "inner_right", "kidney_right"}) {
        INFO(id);
        CHECK(asked.contains(std::string("SelectStructure ") + id + " turning"));
        CHECK(asked.contains(std::string("GhostStructures ") + id + " on"));
        CHECK(asked.contains(std::string("HideStructures ") + id + " off"));  // the skin covers it: it is laid bare
    }
    panels.state.layers = scene::laid_open(panels.state.layers, scene::Depth::superficial);
    const auto asked_now = panels.asked_by_clicks();
    CHECK(asked_now.contains("HideStructures outer_right on"));
    CHECK(asked_now.contains("ShowLayer superficial off"));
    panels.memory.explore.open.clear();
    CHECK_FALSE(panels.asked_by_clicks().contains("SelectStructure outer_right turning"));
}

TEST_CASE("the tree opens where a structure is chosen, and all is shown again by a button") {
    Panels panels;
    panels.state.selected_structure = "inner_right";
    static_cast<void>(panels.frame());
    CHECK(panels.memory.explore.open.contains("deep"));
    CHECK_FALSE(panels.memory.explore.open.contains("superficial"));
    CHECK_FALSE(panels.asked_by_clicks().contains("ShowAllStructures"));
    panels.state.structures.hidden = {"rib_right"};
    CHECK(panels.asked_by_clicks().contains("ShowAllStructures"));
}

TEST_CASE("the keys alone go through the tree, open it, choose, hide and make ghosts") {
    Panels panels;
    ui::begin_search(panels.memory.explore);
    static_cast<void>(panels.frame());
    panels.press(key_down);
    panels.press(key_down);
    panels.press(key_right);  // opens the second branch
    CHECK(panels.memory.explore.open == std::set<std::string>{"intermediate"});
    panels.press(key_down);
    CHECK(panels.press(key_delete).contains("HideStructures middle_right off"));
    CHECK(panels.press(key_i, shift).contains("GhostStructures middle_right on"));
    CHECK(panels.memory.explore.typing);
    CHECK(ui::take_key(panels.memory.explore, 'A', 0));                // a letter is the field's
    CHECK_FALSE(ui::take_key(panels.memory.explore, key_q, control));  // the window's stay the window's
    panels.press(key_escape);
    CHECK_FALSE(panels.memory.explore.typing);
}

TEST_CASE("undo and redo are offered beside the search as long as there is something to undo or redo") {
    Panels panels;
    CHECK_FALSE(panels.asked_by_clicks().contains("Undo"));
    scene::ViewLook before = scene::look_of(panels.state);
    panels.state.see_through.x_ray = true;
    panels.state.view_history.add(before, scene::look_of(panels.state));
    CHECK(panels.asked_by_clicks().contains("Undo"));
    CHECK_FALSE(panels.asked_by_clicks().contains("Redo"));
}

TEST_CASE("the card hides its structure and makes a ghost of it") {
    Panels panels;
    panels.state.selected_structure = "outer_right";
    const auto asked = panels.asked_by_clicks();
    CHECK(asked.contains("HideStructures outer_right on"));
    CHECK(asked.contains("GhostStructures outer_right on"));
    CHECK(asked.contains("IsolateStructure outer_right"));
}

TEST_CASE("each habit of the mouse can be chosen beside the views") {
    Panels panels;
    std::set<std::string> asked;
    for (const scene::Command& command : panels.click_all_over(layout.right, 20.0F)) {
        asked.insert(scene::describe(command));
    }
    for (const scene::CameraHabit habit : scene::camera_habits) {
        CHECK(asked.contains(scene::describe(scene::ChooseCameraHabit{habit})));
    }
}
