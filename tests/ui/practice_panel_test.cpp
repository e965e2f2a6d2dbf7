#include <algorithm>

#include "catch.h"
#include "practice_ui.h"
#include "scene/practice.h"
#include "scene/test_subject.h"
#include "ui/panel_parts.h"

using namespace dorsum;
using test::PracticePanels;

namespace {

/// Step 2 on a body, so that there is a path, with the tab "Learn" open.
void open_learn(PracticePanels& panels) {
    const scene::Subject on_body = test::make_test_subject();
    panels.subject.body = on_body.body;
    panels.subject.choreography = on_body.choreography;
    panels.state = scene::initial_state(on_body, 1.6F);
    panels.state.cautions_open = false;
    panels.state.step = 1;
    panels.memory.tab = ui::LeftTab::learn;
}

template <typename Wanted>
bool asks_for(const std::vector<scene::Command>& commands) {
    return std::ranges::any_of(commands, [](const auto& each) { return std::holds_alternative<Wanted>(each); });
}

constexpr ui::Viewport left_panel{0.0F, 60.0F, 308.0F, 540.0F};

}  // namespace

TEST_CASE("the panel lets a learner choose hand and guide, and start") {
    PracticePanels panels(1280.0F, 720.0F);
    open_learn(panels);
    const auto commands = panels.click_all_over(left_panel, 22.0F);
    CHECK(asks_for<scene::ChoosePracticeHand>(commands));
    CHECK(asks_for<scene::ShowPracticeGuide>(commands));
    CHECK(asks_for<scene::BeginPractice>(commands));
}

TEST_CASE("asked for by its key, practising turns the panel to itself") {
    PracticePanels panels(1280.0F, 720.0F);
    open_learn(panels);
    panels.memory.tab = ui::LeftTab::zones;
    panels.frame();
    CHECK(panels.memory.tab == ui::LeftTab::zones);
    panels.state = scene::apply(panels.state, scene::OpenPractice{}, panels.subject, {800.0F, 500.0F});
    panels.frame();
    CHECK(panels.memory.tab == ui::LeftTab::learn);
}

TEST_CASE("a stroke that was traced can be traced again or followed by the next, and its scores erased") {
    PracticePanels panels(1280.0F, 1000.0F);
    open_learn(panels);
    panels.state = scene::apply(panels.state, scene::OpenPractice{}, panels.subject, {800.0F, 500.0F});
    scene::Practice& practice = panels.state.practice;
    const lesson::Stroke& stroke = *scene::practised_stroke(panels.state, panels.subject);
    std::vector<lesson::PracticeSample> samples;
    for (int i = 0; i <= 40; ++i) {
        samples.push_back({stroke.start_s + 0.04 * i, lesson::model_position(stroke, stroke.duration_s * i / 40)});
    }
    practice.judgement = lesson::judge_practice(samples, stroke, panels.subject.choreography->breath);
    REQUIRE(practice.judgement);
    practice.phase = scene::PracticePhase::judged;
    panels.notices.practice = {{40, 55, 80}, 3, true};
    CHECK(ui::practice_cue(panels.state, panels.subject).find("of 100 points") != std::string::npos);
    bool erases = false;
    bool puts_back = false;
    std::vector<scene::Command> commands;
    for (float y = 70.0F; y < 870.0F; y += 16.0F) {
        for (const float x : {30.0F, 90.0F, 220.0F}) {
            const ui::PanelMemory before = panels.memory;  // the quiz stands beside it
            const ui::Requests asked = panels.click({x, y});
            panels.memory = before;
            commands.insert(commands.end(), asked.commands.begin(), asked.commands.end());
            erases = erases || asked.practice == ui::PracticeRequest::erase_history;
            puts_back = puts_back || asked.practice == ui::PracticeRequest::put_back_history;
        }
    }
    CHECK(asks_for<scene::BeginPractice>(commands));
    CHECK(asks_for<scene::NextPracticeStroke>(commands));
    CHECK(erases);
    CHECK(puts_back);
}

TEST_CASE("text twice as large draws the panel all the same") {
    PracticePanels panels(1280.0F, 720.0F, 2.0F);
    open_learn(panels);
    panels.state = scene::apply(panels.state, scene::OpenPractice{}, panels.subject, {800.0F, 500.0F});
    CHECK(panels.frame().commands.empty());
}
