#include <algorithm>
#include <set>
#include <string>

#include "catch.h"
#include "practice_ui.h"
#include "scene/test_subject.h"
#include "ui/keys.h"
#include "ui/layout.h"

using namespace dorsum;

namespace {

const ui::Layout layout = ui::arrange(true, 1280.0F, 720.0F, 1.0F);

/// The panel of a body whose landmarks are shown.
void show_landmarks(test::PracticePanels& panels) {
    panels.subject.body = test::make_test_subject().body;
    panels.memory.tab = ui::LeftTab::body;
    panels.state.layers.set(static_cast<std::size_t>(scene::Layer::landmarks));
}

std::set<std::string> asked_for(test::PracticePanels& panels) {
    std::set<std::string> asked;
    for (const scene::Command& command : panels.click_all_over(layout.left, 14.0F)) {
        asked.insert(scene::describe(command));
    }
    return asked;
}

bool save_is_asked_for(test::PracticePanels& panels) {
    for (float y = 60.0F; y < layout.left.height; y += 14.0F) {
        const ui::PanelMemory before = panels.memory;
        const bool asked = panels.click({layout.left.width - 40.0F, y}).save_landmarks;
        panels.memory = before;
        if (asked) {
            return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("landmarks are switched on and off and listed in the panel of the body") {
    test::PracticePanels panels(1280.0F, 720.0F);
    show_landmarks(panels);
    const auto asked = asked_for(panels);
    CHECK(asked.contains("ShowLayer landmarks off"));
    CHECK(asked.contains("HoverLandmark T12"));
    CHECK(asked.contains("ResetLandmarks to found"));
}

TEST_CASE("undo and redo can be pressed only where there is something to undo or redo") {
    test::PracticePanels panels(1280.0F, 720.0F);
    show_landmarks(panels);
    CHECK_FALSE(asked_for(panels).contains("Undo"));
    panels.state.view_history.add_landmarks();
    CHECK(asked_for(panels).contains("Undo"));
    CHECK_FALSE(asked_for(panels).contains("Redo"));
    static_cast<void>(panels.state.view_history.undo({}));
    CHECK(asked_for(panels).contains("Redo"));
}

TEST_CASE("before landmarks that were moved are dropped a person may save, discard or stay, by mouse or by key") {
    test::PracticePanels panels(1280.0F, 720.0F);
    show_landmarks(panels);
    panels.state.cautions_open = false;
    panels.state.asking_to_save = true;
    const auto answers = [&panels] {
        std::set<ui::SaveAnswer> given;
        for (float x = 370.0F; x < 900.0F; x += 40.0F) {
            for (float y = 250.0F; y < 480.0F; y += 14.0F) {
                if (const auto answer = panels.click({x, y}).save_answer) {
                    given.insert(*answer);
                }
            }
        }
        return given;
    };
    using enum ui::SaveAnswer;
    CHECK(answers() == std::set{save, discard, cancel});
    CHECK(panels.click({5.0F, 5.0F}).save_answer == cancel);
    panels.notices.bodies = {{"reference", "Man", true}};
    CHECK(answers() == std::set{discard, cancel});
    for (const bool can_save : {true, false}) {
        std::set<ui::SaveAnswer> by_key;
        for (const ui::AnswerKey& key : ui::answer_keys(can_save)) {
            by_key.insert(key.answer);
            CHECK(ui::keys_for(key.answer) == key.key_name);
        }
        CHECK(by_key.size() == (can_save ? 3U : 2U));
    }
}

TEST_CASE("landmarks of one's own model can be saved, those of a bundled body not") {
    test::PracticePanels panels(1280.0F, 720.0F);
    show_landmarks(panels);
    CHECK(save_is_asked_for(panels));
    panels.notices.bodies = {{"reference", "Man", true}, {"woman", "Woman", false}};
    CHECK_FALSE(save_is_asked_for(panels));
    // Below the choice of bodies the last button is reached by scrolling, or stands in a higher window.
    test::PracticePanels high(1280.0F, 960.0F);
    show_landmarks(high);
    high.notices.bodies = panels.notices.bodies;
    std::set<std::string> asked;
    for (const scene::Command& command : high.click_all_over(ui::arrange(true, 1280.0F, 960.0F, 1.0F).left, 14.0F)) {
        asked.insert(scene::describe(command));
    }
    CHECK(asked.contains("ResetLandmarks to loaded"));
}
