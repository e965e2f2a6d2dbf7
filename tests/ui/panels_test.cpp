#include <algorithm>
#include <cstring>

#include "catch.h"
#include "practice_ui.h"
#include "ui/layout.h"

using namespace dorsum;

namespace {

const ui::Layout layout = ui::arrange(true, 1280.0F, 720.0F, 1.0F);

template <typename Wanted>
int count_of(const std::vector<scene::Command>& commands) {
    return static_cast<int>(std::count_if(commands.begin(), commands.end(), [](const scene::Command& command) {
        return std::holds_alternative<Wanted>(command);
    }));
}

}  // namespace

TEST_CASE("the timeline plays, steps, repeats, seeks and sets speed and breath") {
    test::PracticePanels panels(1280.0F, 720.0F);
    const auto commands = panels.click_all_over(layout.bottom, 20.0F);
    CHECK(count_of<scene::TogglePlaying>(commands) > 0);
    CHECK(count_of<scene::NextStep>(commands) > 0);
    CHECK(count_of<scene::PreviousStep>(commands) > 0);
    CHECK(count_of<scene::SetRepeats>(commands) > 0);
    CHECK(count_of<scene::StepFrames>(commands) > 0);
    CHECK(count_of<scene::SetLoopMark>(commands) > 0);
    CHECK(count_of<scene::Seek>(commands) > 0);
    CHECK(count_of<scene::GoToStep>(commands) > 0);
    CHECK(count_of<scene::SetPlaybackSpeed>(commands) > 0);
    CHECK(count_of<scene::SetBreathRate>(commands) > 0);
    for (const scene::Command& command : commands) {
        if (const auto* rate = std::get_if<scene::SetBreathRate>(&command)) {
            CHECK(rate->breath_per_min >= 4.0);
            CHECK(rate->breath_per_min <= 20.0);
        }
        if (const auto* speed = std::get_if<scene::SetPlaybackSpeed>(&command)) {
            CHECK(speed->speed >= 0.1F);
            CHECK(speed->speed <= 2.0F);
        }
    }
}

TEST_CASE("every step of the list can be chosen") {
    test::PracticePanels panels(1280.0F, 720.0F);
    panels.state.step = 2;
    const auto commands = panels.click_all_over(layout.left, 22.0F);
    for (const int step : {0, 1, 3, 4}) {
        CHECK(std::any_of(commands.begin(), commands.end(), [step](const scene::Command& command) {
            const auto* go = std::get_if<scene::GoToStep>(&command);
            return go != nullptr && go->step == step;
        }));
    }
}

TEST_CASE("every zone can be chosen in the panel, which turns the camera, and shown and hidden") {
    test::PracticePanels panels(1280.0F, 720.0F);
    panels.memory.tab = ui::LeftTab::zones;
    panels.frame();
    const auto commands = panels.click_all_over(layout.left, 13.0F);
    for (int zone = 1; zone <= scene::zone_count; ++zone) {
        CHECK(std::any_of(commands.begin(), commands.end(), [zone](const scene::Command& command) {
            const auto* select = std::get_if<scene::SelectZone>(&command);
            return select != nullptr && select->number == zone && select->turn_camera;
        }));
        CHECK(std::any_of(commands.begin(), commands.end(), [zone](const scene::Command& command) {
            const auto* show = std::get_if<scene::ShowZone>(&command);
            return show != nullptr && show->number == zone && show->shown;
        }));
    }
    CHECK(count_of<scene::ShowAllZones>(commands) > 0);
}

TEST_CASE("a zone that is chosen in the picture opens its card in the left panel") {
    test::PracticePanels panels(1280.0F, 720.0F);
    CHECK(panels.memory.tab == ui::LeftTab::steps);
    panels.state.selected_zone = 7;
    panels.frame();
    CHECK(panels.memory.tab == ui::LeftTab::zones);
    const auto commands = panels.click_all_over(layout.left, 13.0F);
    CHECK(std::any_of(commands.begin(), commands.end(), [](const scene::Command& command) {
        const auto* select = std::get_if<scene::SelectZone>(&command);
        return select != nullptr && select->number == 0;  // the card's closing button
    }));
}

TEST_CASE("views and layers can be chosen") {
    test::PracticePanels panels(1280.0F, 720.0F);
    panels.memory.layout.open.at(static_cast<std::size_t>(ui::Section::show)) = true;
    panels.frame();
    ui::Viewport beside_scrollbar = layout.right;
    beside_scrollbar.width -= 40.0F;
    const auto commands = panels.click_all_over(beside_scrollbar, 14.0F);
    for (const scene::View view :
         {scene::View::back, scene::View::left, scene::View::right, scene::View::top, scene::View::three_quarter}) {
        CHECK(std::any_of(commands.begin(), commands.end(), [view](const scene::Command& command) {
            const auto* go = std::get_if<scene::GoToView>(&command);
            return go != nullptr && go->view == view;
        }));
    }
    CHECK(count_of<scene::ShowLayer>(commands) > 0);
}

TEST_CASE("the cautions lie over everything until they are read, and are one click away afterwards") {
    test::PracticePanels panels(1280.0F, 720.0F);
    panels.state.cautions_open = true;
    panels.frame();
    const auto commands = panels.click_all_over({0.0F, 0.0F, 1280.0F, 720.0F}, 24.0F);
    REQUIRE_FALSE(commands.empty());
    for (const scene::Command& command : commands) {
        const auto* cautions = std::get_if<scene::OpenCautions>(&command);
        REQUIRE(cautions != nullptr);
        CHECK_FALSE(cautions->open);
    }
    panels.state.cautions_open = false;
    const bool panels_shown = GENERATE(true, false);
    panels.state.panels_shown = panels_shown;
    panels.frame();
    const auto afterwards = panels.click_all_over({600.0F, 0.0F, 680.0F, 60.0F}, 16.0F);
    CHECK(count_of<scene::OpenCautions>(afterwards) > 0);
    CHECK(count_of<scene::OpenHelp>(afterwards) > 0);
}

TEST_CASE("over the picture there is nothing to click but the corner buttons") {
    test::PracticePanels panels(1280.0F, 720.0F);
    ui::Viewport below_corner = layout.picture;
    below_corner.y += 60.0F;
    below_corner.height -= 60.0F;
    CHECK(panels.click_all_over(below_corner, 40.0F).empty());
}

TEST_CASE("messages can be dismissed, and loading can be cancelled") {
    test::PracticePanels panels(1280.0F, 720.0F);
    panels.notices.messages = {"a.obj: holds no triangles.", "a.obj: holds no triangles."};
    panels.notices.loading = 0.4F;
    panels.notices.loading_name = "b.glb";
    for (int count = 0; count < 3; ++count) {
        panels.frame();
    }
    bool dismissed = false;
    bool cancelled = false;
    for (float y = 10.0F; y < 240.0F; y += 12.0F) {
        for (float x = layout.picture.x + 10.0F; x < layout.picture.x + 520.0F; x += 24.0F) {
            const ui::Requests requests = panels.click({x, y});
            dismissed = dismissed || requests.dismiss_messages;
            cancelled = cancelled || requests.cancel_loading;
        }
    }
    CHECK(dismissed);
    CHECK(cancelled);
}

TEST_CASE("a typed path is handed over once, and the field closes") {
    test::PracticePanels panels(1280.0F, 720.0F);
    panels.memory.open_model_shown = true;
    std::strcpy(panels.memory.open_model_path.data(), "/tmp/a model.glb");
    panels.frame();
    std::optional<std::string> opened;
    for (float y = 300.0F; y < 460.0F && panels.memory.open_model_shown && !opened; y += 12.0F) {
        opened = panels.click({420.0F, y}).open_model;
    }
    REQUIRE(opened);
    CHECK(*opened == "/tmp/a model.glb");
    CHECK_FALSE(panels.memory.open_model_shown);
}

TEST_CASE("the panels stay usable before a model is there") {
    test::PracticePanels panels(1280.0F, 720.0F);
    panels.subject.choreography = std::make_shared<const lesson::Choreography>();
    CHECK_NOTHROW(panels.click_all_over(layout.bottom, 30.0F));
}
