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

TEST_CASE("every tone of skin can be chosen in the panel of the body") {
    test::PracticePanels panels(1280.0F, 720.0F);
    lay_open(panels);
    std::set<scene::SkinTone> tones;
    for (const scene::Command& command : panels.click_all_over(layout.left, 22.0F)) {
        if (const auto* set = std::get_if<scene::SetSkinTone>(&command)) {
            tones.insert(set->tone);
        }
    }
    CHECK(tones.size() == scene::skin_tones.size());
}

TEST_CASE("another body can be chosen, and the one that is shown is not loaded again") {
    test::PracticePanels panels(1280.0F, 720.0F);
    lay_open(panels);
    std::set<std::string> opened;
    for (float x = 20.0F; x < layout.left.width; x += 40.0F) {
        for (float y = 30.0F; y < 240.0F; y += 12.0F) {
            panels.memory.explore.structures_shown = false;
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

TEST_CASE("layers fade, are x-rayed, cut and taken apart in the panel of the body, and all is whole again at once") {
    constexpr float all_in_sight_px = 1100.0F;
    const ui::Layout tall = ui::arrange(true, 1280.0F, all_in_sight_px, 1.0F);
    test::PracticePanels panels(1280.0F, all_in_sight_px);
    lay_open(panels);
    panels.state.see_through.cut = scene::Cut{};
    std::set<scene::Layer> faded;
    std::set<scene::Section> sections;
    bool whole = false;
    bool moved = false;
    bool other_half = false;
    bool x_ray = false;
    bool apart = false;
    bool reset = false;
    for (const scene::Command& command : panels.click_all_over(tall.left, 14.0F)) {
        if (const auto* opacity = std::get_if<scene::SetOpacity>(&command)) {
            faded.insert(opacity->layer);
        } else if (const auto* cut = std::get_if<scene::SetCut>(&command)) {
            whole = whole || !cut->cut;
            if (cut->cut) {
                sections.insert(cut->cut->section);
                moved = moved || cut->cut->offset_mm != 0.0F;
                other_half = other_half || cut->cut->other_side;
            }
        }
        x_ray = x_ray || std::holds_alternative<scene::SetXRay>(command);
        apart = apart || std::holds_alternative<scene::SetExplosion>(command);
        reset = reset || std::holds_alternative<scene::ResetSeeThrough>(command);
    }
    CHECK(faded.contains(scene::Layer::skin));
    CHECK(faded.contains(scene::Layer::skeleton));  // seen where the body is cut
    CHECK(sections.size() == 3);
    CHECK(whole);
    CHECK(moved);
    CHECK(other_half);
    CHECK(x_ray);
    CHECK(apart);
    CHECK(reset);
}

TEST_CASE("a structure is shown among ghosts from its card, and the others come back") {
    test::PracticePanels panels(1280.0F, 720.0F);
    lay_open(panels);
    panels.state.selected_structure = "outer_right";
    const auto isolates = [&panels](const std::string& id) {
        for (const scene::Command& command : panels.click_all_over(layout.left, 18.0F)) {
            const auto* isolate = std::get_if<scene::IsolateStructure>(&command);
            if (isolate != nullptr && isolate->id == id) {
                return true;
            }
        }
        return false;
    };
    CHECK(isolates("outer_right"));
    panels.state.see_through.isolated = {"outer_right"};
    CHECK(isolates(""));
}
