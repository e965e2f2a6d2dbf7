#include <algorithm>
#include <set>

#include "catch.h"
#include "practice_ui.h"
#include "scene/test_subject.h"
#include "ui/layout.h"

using namespace dorsum;

namespace {

const ui::Layout layout = ui::arrange(true, 1280.0F, 720.0F, 1.0F);

/// Panels over a body that has layers.
void lay_open(test::PracticePanels& panels) {
    const scene::Subject layered = test::make_layered_subject();
    panels.subject.body = layered.body;
    panels.subject.worked = layered.worked;
    panels.memory.tab = ui::LeftTab::body;
    panels.notices.bodies = {{"reference", "Man", true}, {"woman", "Woman", false}};
}

}  // namespace

TEST_CASE("every depth and the organs can be chosen in the panel of the body") {
    test::PracticePanels panels(1280.0F, 720.0F);
    lay_open(panels);
    std::set<scene::Depth> depths;
    bool organs = false;
    for (const scene::Command& command : panels.click_all_over(layout.left, 22.0F)) {
        if (const auto* set = std::get_if<scene::SetDepth>(&command)) {
            depths.insert(set->depth);
        }
        const auto* layer = std::get_if<scene::ShowLayer>(&command);
        organs = organs || (layer != nullptr && layer->layer == scene::Layer::organs && layer->shown);
    }
    CHECK(depths.size() == scene::depth_count);
    CHECK(organs);
}

TEST_CASE("what opens around the hands can be chosen in the panel of the body, but not on a model with a skin only") {
    test::PracticePanels panels(1280.0F, 720.0F);
    lay_open(panels);
    std::set<scene::HandPeel> peels;
    for (const scene::Command& command : panels.click_all_over(layout.left, 22.0F)) {
        if (const auto* set = std::get_if<scene::SetHandPeel>(&command)) {
            peels.insert(set->peel);
        }
    }
    CHECK(peels.size() == 3);
    panels.subject.body = test::make_test_subject().body;
    for (const scene::Command& command : panels.click_all_over(layout.left, 22.0F)) {
        CHECK_FALSE(std::holds_alternative<scene::SetHandPeel>(command));
    }
}

TEST_CASE("another body can be chosen, and the one that is shown is not loaded again") {
    test::PracticePanels panels(1280.0F, 720.0F);
    lay_open(panels);
    std::set<std::string> opened;
    for (float x = 20.0F; x < layout.left.width; x += 40.0F) {
        for (float y = 30.0F; y < 140.0F; y += 12.0F) {
            panels.memory.tab = ui::LeftTab::body;
            if (const auto body = panels.click({x, y}).open_body) {
                opened.insert(*body);
            }
        }
    }
    CHECK(opened == std::set<std::string>{"woman"});
}

TEST_CASE("a structure that is chosen in the picture opens its card, which leads to the steps that work it") {
    test::PracticePanels panels(1280.0F, 720.0F);
    lay_open(panels);
    panels.memory.tab = ui::LeftTab::steps;
    static_cast<void>(panels.frame());
    panels.state.selected_structure = "outer_right";
    static_cast<void>(panels.frame());
    CHECK(panels.memory.tab == ui::LeftTab::body);
    bool step = false;
    bool closed = false;
    for (const scene::Command& command : panels.click_all_over(layout.left, 18.0F)) {
        const auto* go = std::get_if<scene::GoToStep>(&command);
        step = step || (go != nullptr && go->step == 1);
        const auto* select = std::get_if<scene::SelectStructure>(&command);
        closed = closed || (select != nullptr && select->id.empty());
    }
    CHECK(step);
    CHECK(closed);
}

TEST_CASE("the panel of the body says so where a model has a skin only") {
    test::PracticePanels panels(1280.0F, 720.0F);
    panels.memory.tab = ui::LeftTab::body;
    for (const scene::Command& command : panels.click_all_over(layout.left, 24.0F)) {
        CHECK_FALSE(std::holds_alternative<scene::SetDepth>(command));
    }
}
